package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import java.util.List;
import java.util.Map;

/**
 * A question that a paused run waits to be answered. Immutable, as far as the question's evidence is.
 *
 * @param node the path of the node that asks: its name; behind those of the graphs around it, separated by {@code /}, where it is nested
 * @param question what it asks
 * @param answerName the name of the value that the answer becomes
 * @param answerType what the answer has to be an instance of
 * @param key what the answer is to be given under; see {@link Answers}
 * @param iteration which turn of its cycle the node is in, from 0; 0 outside of cycles
 */
public record PauseInfo(
        String node, Question<?> question, String answerName, Class<?> answerType, String key, int iteration) {

    /** The same as a graph sees it whose node {@code outer} is the graph that asks. */
    PauseInfo within(String outer) {
        return new PauseInfo(outer + "/" + node, question, answerName, answerType, outer + "/" + key, iteration);
    }

    /** The question, for people. */
    public String prompt() {
        return question.prompt();
    }

    /** The answers to choose from; empty where any of the {@link #answerType()} will do. */
    public List<?> options() {
        return question.options();
    }

    /** What helps to answer, by name. */
    public Map<String, Object> evidence() {
        return question.evidence();
    }
}
