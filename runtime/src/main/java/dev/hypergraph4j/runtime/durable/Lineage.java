package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * Where a workflow comes from.
 *
 * @param kind in which way
 * @param workflow the workflow it comes from; {@code null} where it stands by itself
 * @param step the step of that one at which it left, or by which it was spawned; {@code null} where there is no such step
 * @param policy what becomes of it when the workflow that spawned it is cancelled; CANCEL also where none has spawned it
 */
public record Lineage(
        Kind kind, @Nullable String workflow, @Nullable String step, ChildPolicy policy) {
    /** A workflow that somebody started. */
    public static final Lineage STARTED = new Lineage(Kind.STARTED, null, null);

    /** That of a workflow that is cancelled with the one that spawned it, if one has. */
    public Lineage(Kind kind, @Nullable String workflow, @Nullable String step) {
        this(kind, workflow, step, ChildPolicy.CANCEL);
    }

    /** Whether it took over the history of the workflow that it comes from. */
    public boolean isCopy() {
        return kind == Kind.FORK || kind == Kind.RETRY;
    }

    /** In which way a workflow came to be. */
    public enum Kind {
        /** Somebody started it. */
        STARTED,
        /** It was forked from another one, whose history it shares up to a step. */
        FORK,
        /** It goes on where another one has failed. */
        RETRY,
        /** A step of another one spawned it. */
        CHILD
    }
}
