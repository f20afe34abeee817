package dev.hypergraph4j.jdbc;

/** A parameter that the server is to fill in: its time, when it gets the statement, and so many milliseconds more. */
record FromNow(long millis) {
    static final FromNow NOW = new FromNow(0);
}
