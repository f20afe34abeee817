package dev.hypergraph4j.samples.ask;

import dev.hypergraph4j.Node;
import java.util.List;

/** Answers from what was found. Who writes the answer is decided when the graph is made. */
public final class Answering {
    private final Answerer answerer;

    public Answering(Answerer answerer) {
        this.answerer = answerer;
    }

    /** The answer and where it comes from. */
    @Node(outputName = {"answer", "citations"})
    Reply compose(String question, List<Scored<Quote>> quotes) {
        return quotes.isEmpty()
                ? new Reply("The documents say nothing about that.", List.of())
                : answerer.answer(question, quotes);
    }
}
