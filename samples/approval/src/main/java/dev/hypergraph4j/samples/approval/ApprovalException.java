package dev.hypergraph4j.samples.approval;

/** Says to the person at the terminal what does not work, and what to do. */
public final class ApprovalException extends RuntimeException {

    /** The message is a full text: what is wrong, and how to mend it. */
    public ApprovalException(String message) {
        super(message);
    }

    /** As {@link #ApprovalException(String)}, with what went wrong underneath. */
    public ApprovalException(String message, Throwable cause) {
        super(message, cause);
    }
}
