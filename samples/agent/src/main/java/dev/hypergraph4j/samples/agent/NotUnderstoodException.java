package dev.hypergraph4j.samples.agent;

/** Says what in a question the rules do not cover. */
final class NotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotUnderstoodException(String message) {
        super(message);
    }
}
