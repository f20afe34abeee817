package dev.hypergraph4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "TopK, topK",
        "topk, topK",
        "docsRanked, rankedDocs",
        "ranked_docs, rankedDocs",
        "doc, docs",
        "dosc, docs",
        "docx, docs",
        "questoin, question",
        "anwser, answer",
        "top, topK",
    })
    void closestIsFound(String name, String meant) {
        assertThat(Suggestions.closest(
                        name, List.of("question", "topK", "docs", "rankedDocs", "answer", "x", "embeddings")))
                .hasValue(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"d", "dx", "terms", "questionnaires", "dcsranked", "ab"})
    void nothingIsBetterThanAWildGuess(String name) {
        assertThat(Suggestions.closest(name, List.of("question", "topK", "docs", "rankedDocs", "x")))
                .isEmpty();
    }

    @Test
    void nameItselfIsNoGuess() {
        assertThat(Suggestions.closest("docs", List.of("docs"))).isEmpty();
        assertThat(Suggestions.closest("docs", List.of("docs", "doc"))).hasValue("doc");
    }

    @Test
    void caseComesBeforeWordsAndWordsBeforeEdits() {
        assertThat(Suggestions.closest("docText", List.of("docTexts", "textDoc", "doctext")))
                .hasValue("doctext");
        assertThat(Suggestions.closest("docText", List.of("docTexts", "textDoc")))
                .hasValue("textDoc");
        assertThat(Suggestions.closest("docText", List.of("docTexts"))).hasValue("docTexts");
    }

    @Test
    void fewerEditsWinAndOfEquallyManyTheFirstInTheAlphabet() {
        assertThat(Suggestions.closest("answers", List.of("answer", "antlers"))).hasValue("answer");
        assertThat(Suggestions.closest("cats", List.of("rats", "bats", "hats"))).hasValue("bats");
    }

    @Test
    void swappedNeighboursAreOneEdit() {
        assertThat(Suggestions.closest("abc", List.of("bac"))).hasValue("bac");
        assertThat(Suggestions.closest("abc", List.of("cab"))).isEmpty();
    }

    @Test
    void upToAThirdOfTheLongerNameMayDiffer() {
        assertThat(Suggestions.closest("abcdef", List.of("abcdxy"))).hasValue("abcdxy");
        assertThat(Suggestions.closest("abcdef", List.of("abcxyz"))).isEmpty();
        assertThat(Suggestions.closest("abcd", List.of("abcdef"))).hasValue("abcdef");
        assertThat(Suggestions.closest("abc", List.of("abcdef"))).isEmpty();
    }
}
