package dev.hypergraph4j.runtime.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which run it is that events tell of, and when it is on the system clock. What lies in a run, nested graphs and the items of maps, has the identity
 * of the run.
 *
 * <p>Nothing is worked out before somebody asks for it: a random id costs as much as ten nodes. Thread-safe; equal only to itself.
 */
public final class RunIdentity {
    private final String graph;

    // Made when first asked for
    private volatile @Nullable String id;
    private volatile @Nullable Anchor anchor;

    /** A moment on both clocks. */
    private record Anchor(Instant instant, long nanos) {}

    private RunIdentity(String graph, @Nullable String id) {
        this.graph = graph;
        this.id = id;
    }

    /**
     * The identity of a run, for runners.
     *
     * @param graph the graph's name
     * @param id the run's id; {@code null} for a random one
     */
    public static RunIdentity of(String graph, @Nullable String id) {
        return new RunIdentity(graph, id);
    }

    /** The name of the graph that was asked for. */
    public String graph() {
        return graph;
    }

    /** The run's id: that of its options, or else a random UUID. */
    public String id() {
        String known = id;
        return known != null ? known : makeId();
    }

    /**
     * A reading of {@link System#nanoTime()} as an instant. The system clock is read once, when the first instant of the run is asked for: all of
     * them are exact to each other, and as right as that clock is then.
     */
    public Instant instant(long nanos) {
        Anchor known = anchor;
        Anchor at = known != null ? known : anchored();
        return at.instant.plusNanos(nanos - at.nanos);
    }

    /** {@code rag (3f0e...)}: the graph and the run's id. */
    @Override
    public String toString() {
        return graph + " (" + id() + ")";
    }

    private synchronized String makeId() {
        String known = id;
        if (known == null) {
            known = UUID.randomUUID().toString();
            id = known;
        }
        return known;
    }

    private synchronized Anchor anchored() {
        Anchor known = anchor;
        if (known == null) {
            known = new Anchor(Instant.now(), System.nanoTime());
            anchor = known;
        }
        return known;
    }
}
