package dev.hypergraph4j.samples.agent;

/** What was said in a conversation so far. */
public sealed interface Message {

    /** Somebody asks. */
    record Asked(String question) implements Message {}

    /**
     * A tool was called.
     *
     * @param call who was called with what
     * @param result what it gave, or why it gave nothing
     * @param failed whether it gave nothing
     */
    record Exchange(ToolCall call, String result, boolean failed) implements Message {}
}
