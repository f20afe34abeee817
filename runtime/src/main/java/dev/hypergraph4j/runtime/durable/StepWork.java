package dev.hypergraph4j.runtime.durable;

/**
 * What a node wants to have done in the transaction that records its step: both happen, or neither does.
 *
 * @param resource what the work is done on: {@code java.sql.Connection} in a store that is a database
 * @param work the work
 */
public record StepWork<C>(Class<C> resource, Work<C> work) {

    /** Work on a store's resource. */
    @FunctionalInterface
    public interface Work<C> {
        /**
         * Does the work. It must neither commit nor close.
         *
         * @throws Exception if the step is to fail instead; nothing is recorded then
         */
        void run(C resource) throws Exception;
    }

    /** Does the work on {@code available}, which is the store's. */
    public void runOn(Object available) throws Exception {
        work.run(resource.cast(available));
    }
}
