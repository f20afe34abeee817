package dev.hypergraph4j.samples.agent;

/** Says to whoever called a tool why it gives nothing. */
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The message is a sentence that helps to call the tool rightly. */
    public ToolException(String message) {
        super(message);
    }

    /** As {@link #ToolException(String)}, with what went wrong underneath. */
    public ToolException(String message, Throwable cause) {
        super(message, cause);
    }
}
