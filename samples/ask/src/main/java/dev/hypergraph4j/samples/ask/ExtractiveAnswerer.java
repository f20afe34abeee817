package dev.hypergraph4j.samples.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers in the documents' own words: the best passage with the code beside it, and what else is said. Needs no network. */
public final class ExtractiveAnswerer implements Answerer {
    private static final int MOST_QUOTES = 4;

    /** How much of the best score a passage needs to be worth reading as well. */
    private static final double WORTH_READING = 0.6;

    @Override
    public Reply answer(String question, List<Scored<Quote>> quotes) {
        Map<Section, Citation> citations = new LinkedHashMap<>();
        List<String> paragraphs = new ArrayList<>();
        for (Quote quote : excerpt(quotes)) {
            Citation citation =
                    citations.computeIfAbsent(quote.section(), section -> Citation.of(citations.size() + 1, section));
            paragraphs.add(paragraph(quote.passage(), citation));
        }
        return new Reply(String.join("\n\n", paragraphs), List.copyOf(citations.values()));
    }

    private static List<Quote> excerpt(List<Scored<Quote>> quotes) {
        Scored<Quote> best = quotes.get(0);
        Stream<Quote> others = quotes.stream()
                .filter(quote -> quote.score() >= WORTH_READING * best.score())
                .map(Scored::item)
                .filter(quote -> !quote.passage().isCode());
        return Stream.concat(withCode(best.item()), others)
                .distinct()
                .limit(MOST_QUOTES)
                .toList();
    }

    /** A sentence with the code that it leads to, or code with the sentence that leads to it. */
    private static Stream<Quote> withCode(Quote quote) {
        return quote.passage().isCode()
                ? Stream.concat(quote.previous().stream(), Stream.of(quote))
                : Stream.concat(
                        Stream.of(quote),
                        quote.next().filter(next -> next.passage().isCode()).stream());
    }

    /** Code is indented, as Markdown wants it. */
    private static String paragraph(Passage passage, Citation citation) {
        return passage.isCode()
                ? passage.text().replaceAll("(?m)^(?!$)", "    ")
                : passage.text() + " [" + citation.number() + "]";
    }
}
