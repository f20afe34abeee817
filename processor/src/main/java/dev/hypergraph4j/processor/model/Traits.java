package dev.hypergraph4j.processor.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node does beside taking and giving values.
 *
 * @param decision what it decides between, where it is a gate; {@code null} otherwise
 * @param interrupt whether it returns a {@code Question}, whose answer is its output
 * @param streaming how its elements come; {@code null} where it gives its value at once
 * @param emits signals that it gives when it has ended
 * @param waits signals and values that it waits for
 * @param cached whether its outputs may come from a cache
 * @param retry how often it is tried; {@code null} for once
 * @param timeoutNanos how long an attempt may take, in nanoseconds; 0 for any time
 * @param effectOnce whether a durable run must not repeat an attempt whose outcome is unknown
 */
public record Traits(
        @Nullable Decision decision,
        boolean interrupt,
        @Nullable Streaming streaming,
        List<Name> emits,
        List<Name> waits,
        boolean cached,
        @Nullable RetryRule retry,
        long timeoutNanos,
        boolean effectOnce) {
    /** Those of a node that only takes and gives values. */
    public static final Traits PLAIN = new Traits(null, false, null, List.of(), List.of(), false, null, 0, false);

    /** How the elements of a streaming node come. */
    public enum Streaming {
        /** By a {@code Stream}, which is closed at its end. */
        STREAM,
        /** By an {@code Iterator}. */
        ITERATOR,
        /** By a {@code Flow.Publisher}. */
        PUBLISHER
    }

    /** Copies the lists. */
    public Traits {
        emits = List.copyOf(emits);
        waits = List.copyOf(waits);
    }

    /** The types that code which repeats what is said here has to spell: the enum of a gate, the exceptions worth another attempt. */
    public List<ValueType> types() {
        List<ValueType> types = new ArrayList<>(retry == null ? List.of() : retry.on());
        if (decision != null && decision.type() != null) {
            types.add(decision.type());
        }
        return types;
    }

    /** Whether the node is a gate. */
    public boolean isGate() {
        return decision != null;
    }
}
