package dev.hypergraph4j.benchmarks.durable;

/** What records steps, opened to be measured for a while. Used by several threads at once. */
public interface Contestant extends AutoCloseable {

    /** Does one piece of work, and gives how many steps that were; all of them are recorded then. */
    int run() throws Exception;

    @Override
    void close();

    /** Opens a contestant on the database that it had the last time. */
    @FunctionalInterface
    interface Opening {
        Contestant open() throws Exception;
    }
}
