package dev.hypergraph4j.jdbc;

import java.io.Serial;

/** Some of what was written together has changed nothing, and nobody knows which of it: each job has to be written by itself. */
final class ApartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ApartException() {
        super("some rows of many have changed nothing");
    }
}
