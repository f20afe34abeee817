package dev.hypergraph4j.samples.agent;

import java.util.List;

/** A language model, or something that stands in for one: says what to do next in a conversation. */
@FunctionalInterface
public interface Llm {

    /**
     * The next step.
     *
     * @param messages what was said so far; the first is the question
     * @param tools the tools there are
     */
    Step next(List<Message> messages, List<Tool> tools);
}
