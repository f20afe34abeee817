package dev.hypergraph4j.samples.ask;

/** Says to the person who asked why there is no answer, and what to do. */
public final class AskException extends RuntimeException {

    /** The message is a full text: what is wrong, and how to mend it. */
    public AskException(String message) {
        super(message);
    }

    /** As {@link #AskException(String)}, with what went wrong underneath. */
    public AskException(String message, Throwable cause) {
        super(message, cause);
    }
}
