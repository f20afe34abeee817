package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.ConcurrencyLimit.Waiter;
import java.util.BitSet;

/**
 * The permits of one run under a {@link ConcurrencyLimit} that it shares. The permit of a node that has ended is spare until the next node of the run
 * takes it or it is given back, so that a chain asks for a permit once.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class Permits {
    private final ConcurrencyLimit limit;
    private final Waiter run;
    private int spare;

    /** The nodes under way that have given theirs up. */
    private final BitSet without = new BitSet(0);

    Permits(ConcurrencyLimit limit, Waiter run) {
        this.limit = limit;
        this.run = run;
    }

    /** Takes one for a node that is to start; if there is none, the run will be woken. */
    boolean take() {
        if (spare > 0) {
            spare--;
            return true;
        }
        return limit.acquire(run);
    }

    /** {@code node}, which is under way, needs none of its own any more. */
    void givenUpBy(int node) {
        without.set(node);
        spare++;
    }

    /** {@code node} has ended. */
    void nodeEnded(int node) {
        if (without.get(node)) {
            without.clear(node);
        } else {
            spare++;
        }
    }

    /** Gives the spare ones back. */
    void giveBack() {
        if (spare > 0) {
            limit.release(spare);
            spare = 0;
        }
    }

    /** For how many of {@code nodes} there are permits; if for fewer, the run will be woken. */
    int enoughFor(int nodes) {
        return nodes == 0 ? 0 : limit.free(nodes, run);
    }
}
