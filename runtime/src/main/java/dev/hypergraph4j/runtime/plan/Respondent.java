package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.Question;

/** Answers the questions that the nodes of one run ask. Made by runners. Thread-safe. */
public interface Respondent {

    /**
     * The answer to what {@code node} asks.
     *
     * @param type what the answer has to be an instance of, by the declaration of the node; the question may say more
     * @throws RuntimeException if there is no answer, or it does not fit the question
     */
    Object answer(int node, Class<?> type, Question<?> question);
}
