package dev.hypergraph4j.runtime;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a run that were under way and have nothing to do for now: they wait for something, without a thread. Some keep their place among the
 * concurrent nodes meanwhile, and need but a thread when they are resumed; others have to be given a place again.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class PausedNodes {
    private final BitSet all = new BitSet(0);
    private final BitSet withPlace = new BitSet(0);
    private final BitSet resumed = new BitSet(0);
    private final BitSet sleepy = new BitSet(0);
    private final BitSet beingCutOff = new BitSet(0);

    /** Those with a place that wait for a thread. */
    private final Deque<Integer> forThread = new ArrayDeque<>(0);

    void add(int node, boolean keepsPlace, boolean maySleep) {
        all.set(node);
        sleepy.set(node, maySleep);
        withPlace.set(node, keepsPlace);
    }

    /** Gives whether {@code node} has to be given a place. One that is not paused, or was resumed already, needs nothing. */
    boolean resume(int node) {
        if (!all.get(node) || resumed.get(node)) {
            return false;
        }
        resumed.set(node);
        if (withPlace.get(node)) {
            forThread.add(node);
            return false;
        }
        return true;
    }

    /** A node that waited for a thread, which it has now; {@link NodeQueue#NONE} if there is none. */
    int take() {
        Integer node = forThread.poll();
        if (node == null) {
            return NodeQueue.NONE;
        }
        taken(node);
        return node;
    }

    /** {@code node} has a thread. */
    void taken(int node) {
        all.clear(node);
        resumed.clear(node);
    }

    boolean haveResumed() {
        return !forThread.isEmpty();
    }

    /** How many wait for a thread. */
    int resumed() {
        return forThread.size();
    }

    /** Whether there are any, those that are being cut off included. */
    boolean areAny() {
        return !all.isEmpty() || !beingCutOff.isEmpty();
    }

    /** Whether there are any, and all of them may sleep. */
    boolean maySleep() {
        return !all.isEmpty() && resumed.isEmpty() && all.stream().allMatch(sleepy::get);
    }

    /** All of them, which are about to be {@linkplain #cutOff cut off}; {@code null} if there are none. */
    @Nullable
    BitSet takeAll() {
        if (all.isEmpty()) {
            return null;
        }
        BitSet taken = (BitSet) all.clone();
        beingCutOff.or(taken);
        all.clear();
        resumed.clear();
        forThread.clear();
        return taken;
    }

    /** Gives whether {@code node}, which was taken, had a place. */
    boolean cutOff(int node) {
        beingCutOff.clear(node);
        return withPlace.get(node);
    }
}
