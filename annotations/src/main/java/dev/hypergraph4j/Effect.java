package dev.hypergraph4j;

/**
 * What it means that a node's method may run twice. In a durable run an attempt can be left with its outcome unknown: its process died in the middle,
 * its {@linkplain Node#timeout() time} was over, or an error of the JVM came out of it, and nobody can say what it had done by then.
 *
 * @see Node#effect()
 */
public enum Effect {
    /**
     * The node may be run again: it computes something, it reads, it sets what another run would set the same way, or the one that it calls knows it
     * by an idempotency key. After a crash its attempt is made again by itself.
     */
    REPEATABLE,
    /**
     * The node must not be run again where it may have happened: it sends a letter, it moves money. After a crash in the middle of it, or when its time was
     * over, the run is parked until an operator says that it happened, and with which outputs, or that it is to be run again. An attempt that is known to have failed is
     * another matter: whether that is repeated is for {@link Node#retry()} to say.
     */
    ONCE
}
