package dev.hypergraph4j.samples.ask;

import java.util.List;

/** Makes an answer of what was found. */
@FunctionalInterface
public interface Answerer {

    /**
     * The answer to a question.
     *
     * @param question the question as it was asked
     * @param quotes what the documents say, best first; never empty
     */
    Reply answer(String question, List<Scored<Quote>> quotes);
}
