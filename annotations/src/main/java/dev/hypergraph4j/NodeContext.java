package dev.hypergraph4j;

import java.util.Optional;

/**
 * What a node may know of the run that it is part of. A node method takes it as a parameter of this type, whatever its name; it is no input of the
 * graph.
 *
 * <p>Good for the one attempt at the node that it was made for, on any thread. Once that is over, as when its time was, it still tells what it knows, but keeps and
 * sends nothing any more: what the attempt does yet must not become part of the next one.
 */
public interface NodeContext {

    /** The node's path: its name, after those of the nested graphs around it: {@code desk/rag/retrieve}. */
    String path();

    /** Which turn of a cycle this is, from 0; 0 outside of cycles. */
    int iteration();

    /** Which attempt this is, from 1. */
    int attempt();

    /** Whether the run was told to stop: a node that takes long may look, and end early. */
    boolean stopRequested();

    /** Tells those who watch the run of a part of the result that is there already. It is no value of the graph. */
    void emit(Object chunk);

    // What is durable, in a run with a checkpointer

    /**
     * A key for what the node does to the outside: the same for every attempt at this step of this workflow, before and after any crash, and for no
     * other step. Who receives it can tell repeated effects apart, and let the first one count. In a run without a checkpointer it is the same for
     * the attempts of this one execution.
     */
    String effectId();

    /**
     * Keeps how far the node has come, for its next attempt: recorded when this returns. Only the latest is kept. In a run without a checkpointer
     * nothing is kept.
     *
     * @param progress a record, or another value that can be written down and read back, whose class tells all of it: no collection, nor another value of a
     *     generic type, but a record that has one; and none of a sealed type, which takes {@link #checkpoint(Class, Object)}
     * @throws IllegalStateException if the run has a checkpointer, and the attempt is over
     */
    void checkpoint(Object progress);

    /**
     * {@linkplain #checkpoint(Object) Keeps} how far the node has come, as a value of a sealed type. Stand-ins for a run need not tell the two apart.
     *
     * @param type what it is {@linkplain #lastCheckpoint read} as
     * @throws IllegalStateException if the run has a checkpointer, and the attempt is over
     */
    default <T> void checkpoint(Class<T> type, T progress) {
        checkpoint(progress);
    }

    /**
     * What an attempt at this step kept last, this one or an earlier one; empty if none did.
     *
     * @param type the class of what was kept, or what it was said to be
     */
    <T> Optional<T> lastCheckpoint(Class<T> type);

    /**
     * Sends a message to the outside: it becomes part of the step's completion, and is delivered at least once after that, under an id that is the
     * same for every attempt. If the attempt fails, nothing is sent.
     *
     * @param target where to, as the relay understands it
     * @param message a record, or another value that can be written down and read back, whose class tells all of it: no collection, nor another value of a
     *     generic type, but a record that has one; and none of a sealed type, which takes {@link #outbox(String, Class, Object)}
     * @throws IllegalStateException if the run has no checkpointer, so that nobody would deliver it, or the attempt is over
     */
    void outbox(String target, Object message);

    /**
     * {@linkplain #outbox(String, Object) Sends} a message that is one of several kinds: a value of a sealed type. Stand-ins for a run need not tell the two apart.
     *
     * @param type what its receiver takes it as
     * @throws IllegalStateException if the run has no checkpointer, so that nobody would deliver it, or the attempt is over
     */
    default <M> void outbox(String target, Class<M> type, M message) {
        outbox(target, message);
    }

    /**
     * Has {@code work} done in the transaction that records the step's completion, when the node's method has returned: both happen, or neither
     * does. If the work throws, the attempt has failed with that. It is done on any thread, and again where the transaction had to be taken back: what it does
     * besides its resource may happen more than once.
     *
     * @param resource what the work is done on, as the checkpointer offers it: {@code java.sql.Connection} where that is a database
     * @throws IllegalStateException if the run has no checkpointer, or the attempt is over
     */
    <C> void transaction(Class<C> resource, TransactionWork<C> work);

    /** What is done in the transaction that records a step. */
    @FunctionalInterface
    interface TransactionWork<C> {
        /**
         * Does the work. It must neither commit nor close the resource, and is done once, or again if the transaction has to be.
         *
         * @throws Exception if the attempt is to fail instead
         */
        void run(C resource) throws Exception;
    }
}
