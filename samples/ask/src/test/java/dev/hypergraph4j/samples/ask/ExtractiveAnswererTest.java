package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveAnswererTest {
    private static final Passage HELP = Passage.prose("A file helps.");
    private static final Passage INTRODUCTION = Passage.prose("Write them to it:");
    private static final Passage CODE = Passage.code("a=1\n\nb=2");
    private static final Passage REMARK = Passage.prose("Other formats will come.");
    private static final Section FILE = new Section("a.md", 7, "A > File", List.of(HELP, INTRODUCTION, CODE, REMARK));
    private static final Section OTHER = new Section("b.md", 1, "B", List.of(Passage.prose("Settings are few."), CODE));

    @Test
    void bestPassagesAreQuotedWithTheirSources() {
        assertThat(answer(quote(OTHER, 0, 4), quote(FILE, 3, 3)))
                .isEqualTo(new Reply(
                        "Settings are few. [1]\n\nOther formats will come. [2]",
                        List.of(new Citation(1, "b.md", 1, "B"), new Citation(2, "a.md", 7, "A > File"))));
    }

    @Test
    void sentenceBringsTheCodeThatItLeadsTo() {
        assertThat(answer(quote(FILE, 1, 4)).answer()).isEqualTo("Write them to it: [1]\n\n    a=1\n\n    b=2");
    }

    @Test
    void sentenceBringsTheOneThatLeadsToCode() {
        assertThat(answer(quote(FILE, 0, 4)).answer())
                .isEqualTo("A file helps. Write them to it: [1]\n\n    a=1\n\n    b=2");
    }

    @Test
    void codeBringsTheSentenceThatLeadsToIt() {
        assertThat(answer(quote(FILE, 2, 4))).isEqualTo(answer(quote(FILE, 1, 4)));
    }

    @Test
    void codeThatNoSentenceLeadsToIsNamedByItsHeading() {
        assertThat(answer(quote(OTHER, 1, 4)).answer()).isEqualTo("B: [1]\n\n    a=1\n\n    b=2");
    }

    @Test
    void nothingIsQuotedTwice() {
        assertThat(answer(quote(FILE, 1, 4), quote(FILE, 0, 4), quote(FILE, 2, 4))
                        .answer())
                .isEqualTo("Write them to it: [1]\n\n    a=1\n\n    b=2\n\nA file helps. [1]");
    }

    @Test
    void sentenceThatLeadsOnIsNotQuotedWithoutWhatItLeadsTo() {
        assertThat(answer(quote(OTHER, 0, 4), quote(FILE, 1, 4)).answer()).isEqualTo("Settings are few. [1]");
    }

    @Test
    void whatScoresMuchLessIsNotWorthReading() {
        assertThat(answer(quote(OTHER, 0, 4), quote(FILE, 3, 2)).citations()).hasSize(1);
    }

    @Test
    void citationTellsWhereToLook() {
        assertThat(new Citation(2, "docs/a.md", 7, "A > File")).hasToString("[2] docs/a.md:7  A > File");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Reply answer(Scored<Quote>... quotes) {
        return new ExtractiveAnswerer().answer("Where do the settings go?", List.of(quotes));
    }

    private static Scored<Quote> quote(Section section, int passage, float score) {
        return new Scored<>(new Quote(section, section.passages().get(passage)), score);
    }
}
