package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrievalTest {
    @Test
    void questionBecomesItsStemsWithoutTheWordsThatOnlyAsk() {
        assertThat(Retrieval.analyze("How often do I have to descale the machines?"))
                .containsExactly("often", "descal", "machin");
    }

    @Test
    void namesOfCodeAreFoundWholeAndInParts() {
        assertThat(Retrieval.analyze("CremaSupport.ask()")).contains("cremasupport.ask", "crema", "support", "ask");
    }

    @Test
    void emptyQuestionIsRefused() {
        assertThatThrownBy(() -> Retrieval.analyze(" "))
                .isInstanceOf(AskException.class)
                .hasMessage("The question is empty. Ask, for example: How do I make a parameter optional?");
    }

    @Test
    void questionWithoutAnythingToLookForIsRefused() {
        assertThatThrownBy(() -> Retrieval.analyze("How do I?"))
                .isInstanceOf(AskException.class)
                .hasMessage("There is no word to look for in: How do I?\nName what the question is about.");
    }

    @Test
    void sectionsWithTheTermsAreFoundBestFirst() throws IOException {
        Corpus.Indexes indexes = indexes("# Tea\nHot.\n# Coffee\nTea is no coffee.\n# Milk\nWhite.");

        assertThat(Retrieval.retrieve(indexes.sectionIndex(), List.of("tea"), 5))
                .extracting(hit -> hit.item().heading())
                .containsExactly("Tea", "Coffee");
    }

    @Test
    void noMoreSectionsAreFoundThanAskedFor() throws IOException {
        Corpus.Indexes indexes = indexes("# A\nTea.\n# B\nTea.\n# C\nTea.");

        assertThat(Retrieval.retrieve(indexes.sectionIndex(), List.of("tea"), 2))
                .hasSize(2);
    }

    @Test
    void sectionWithFewOfTheTermsIsNotFound() throws IOException {
        Corpus.Indexes indexes = indexes("# A\nTea with milk.\n# B\nTea.");

        assertThat(Retrieval.retrieve(indexes.sectionIndex(), List.of("tea", "milk", "sugar", "honey"), 5))
                .extracting(hit -> hit.item().heading())
                .containsExactly("A");
    }

    @Test
    void passagesOfTheHitsAreRanked() throws IOException {
        assertThat(rank(
                        "# A\nTea is hot. Ada has sugar. Tea with milk.\n# B\nTea with honey and milk.",
                        "is there tea with milk?",
                        1))
                .containsExactly("Tea with milk.", "Tea is hot.");
    }

    @Test
    void passageThatOnlyRepeatsTheQuestionIsNoAnswer() throws IOException {
        assertThat(rank("# Try\nAsk \"Who drinks tea?\" and see.\n# People\nAda drinks tea.", "who drinks tea?", 5))
                .containsExactly("Ada drinks tea.");
    }

    @Test
    void sentenceSaysMoreThanCode() throws IOException {
        assertThat(rank("# A\n```\ntea.boil(milk)\n```\nHot tea.", "What is tea?", 5))
                .containsExactly("Hot tea.", "tea.boil(milk)");
    }

    @Test
    void nothingIsFoundInDocumentsOfHeadingsAlone() throws IOException {
        assertThat(rank("# Tea\n# Milk", "who drinks tea?", 5)).isEmpty();
    }

    private static List<String> rank(String markdown, String question, int topK) throws IOException {
        Corpus.Indexes indexes = indexes(markdown);
        List<String> terms = Retrieval.analyze(question);
        List<Scored<Section>> hits = Retrieval.retrieve(indexes.sectionIndex(), terms, topK);
        return Retrieval.rank(indexes.passageIndex(), terms, hits, question).stream()
                .map(quote -> quote.item().passage().text())
                .toList();
    }

    private static Corpus.Indexes indexes(String markdown) throws IOException {
        return Corpus.index(Corpus.split(List.of(new MarkdownFile("a.md", markdown))));
    }
}
