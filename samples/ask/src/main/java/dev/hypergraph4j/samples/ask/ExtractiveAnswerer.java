package dev.hypergraph4j.samples.ask;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers in the documents' own words: the best passage with the code that belongs to it, and what else is said. Needs no network. */
public final class ExtractiveAnswerer implements Answerer {
    private static final int MOST_OTHERS = 2;

    /** How much of the best score a passage needs to be worth reading as well. */
    private static final double WORTH_READING = 0.7;

    @Override
    public Reply answer(String question, List<Scored<Quote>> quotes) {
        Scored<Quote> best = quotes.get(0);
        List<Passage> lead = lead(best.item());
        Draft draft = new Draft();
        draft.add(best.item().section(), lead);
        quotes.stream()
                .filter(quote -> quote.score() >= WORTH_READING * best.score())
                .map(Scored::item)
                .filter(quote -> standsAlone(quote.passage()) && !lead.contains(quote.passage()))
                .limit(MOST_OTHERS)
                .forEach(quote -> draft.add(quote.section(), List.of(quote.passage())));
        return draft.reply();
    }

    private static boolean standsAlone(Passage passage) {
        return !passage.isCode() && !passage.leadsOn();
    }

    /** The passage with the code that it leads to, directly or by one sentence more; code with the sentence that leads to it. */
    private static List<Passage> lead(Quote quote) {
        List<Passage> passages = quote.section().passages();
        int start = passages.indexOf(quote.passage());
        if (quote.passage().isCode()) {
            return passages.subList(start > 0 && passages.get(start - 1).leadsOn() ? start - 1 : start, start + 1);
        }
        for (int last = start; last < Math.min(start + 2, passages.size() - 1); last++) {
            if (passages.get(last).leadsOn() && passages.get(last + 1).isCode()) {
                return passages.subList(start, last + 2);
            }
        }
        return List.of(quote.passage());
    }

    /** An answer that is being written. */
    private static final class Draft {
        private final Map<Section, Citation> citations = new LinkedHashMap<>();
        private final List<String> paragraphs = new ArrayList<>();

        /** Sentences as one paragraph, or the heading where there are none, and code. */
        void add(Section section, List<Passage> passages) {
            Citation citation = citations.computeIfAbsent(section, cited -> Citation.of(citations.size() + 1, cited));
            String sentences = passages.stream()
                    .filter(passage -> !passage.isCode())
                    .map(Passage::text)
                    .collect(joining(" "));
            paragraphs.add(
                    (sentences.isEmpty() ? section.heading() + ":" : sentences) + " [" + citation.number() + "]");
            passages.stream().filter(Passage::isCode).forEach(code -> paragraphs.add(indented(code.text())));
        }

        Reply reply() {
            return new Reply(String.join("\n\n", paragraphs), List.copyOf(citations.values()));
        }

        /** Code, as Markdown wants it. */
        private static String indented(String code) {
            return code.replaceAll("(?m)^(?!$)", "    ");
        }
    }
}
