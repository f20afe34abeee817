package dev.hypergraph4j.samples.ask;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.Node;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what the documents say about a question. */
public final class Retrieval {
    private Retrieval() {}

    /** The words of the question that can be looked for, as the index knows them. */
    @Node(outputName = "terms")
    static List<String> analyze(String question) {
        List<String> terms = English.terms(question);
        if (terms.isEmpty()) {
            throw new AskException(
                    question.isBlank()
                            ? "The question is empty. Ask, for example: How do I make a parameter optional?"
                            : "There is no word to look for in: " + question + "\nName what the question is about.");
        }
        return terms;
    }

    /** The sections that have most to do with the question. */
    @Node(outputName = "hits")
    static List<Scored<Section>> retrieve(TextIndex<Section> sectionIndex, List<String> terms, @Default("5") int topK)
            throws IOException {
        return sectionIndex.search(terms, topK);
    }

    /** The passages of the hits, best first: a passage counts for itself, and for the section that it stands in. */
    @Node(outputName = "quotes")
    static List<Scored<Quote>> rank(
            TextIndex<Quote> passageIndex, List<String> terms, List<Scored<Section>> hits, String question)
            throws IOException {
        Map<Section, Float> scores = hits.stream().collect(toUnmodifiableMap(Scored::item, Scored::score));
        return passageIndex.search(terms, Integer.MAX_VALUE).stream()
                .filter(quote -> scores.containsKey(quote.item().section()))
                .filter(quote -> !repeats(question, quote.item().passage()))
                .map(quote -> new Scored<>(
                        quote.item(),
                        weight(quote.item().passage()) * quote.score()
                                + scores.get(quote.item().section())))
                .sorted(Comparator.<Scored<Quote>>comparingDouble(Scored::score).reversed())
                .toList();
    }

    /** Words in code are names: they say less than words in a sentence. */
    private static float weight(Passage passage) {
        return passage.isCode() ? 0.7f : 1;
    }

    /** Documents that show how to ask a question hold the question, and no answer there. */
    private static boolean repeats(String question, Passage passage) {
        return passage.text().toLowerCase(Locale.ROOT).contains(question.strip().toLowerCase(Locale.ROOT));
    }
}
