package dev.hypergraph4j.samples.agent;

/** Says to the person who asked why there is no answer, and what to do. */
public final class AgentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The message is a full text: what is wrong, and how to mend it. */
    public AgentException(String message) {
        super(message);
    }

    /** As {@link #AgentException(String)}, with what went wrong underneath. */
    public AgentException(String message, Throwable cause) {
        super(message, cause);
    }
}
