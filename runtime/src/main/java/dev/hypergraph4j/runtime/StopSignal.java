package dev.hypergraph4j.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run on one thread, with the runs nested in it, is to stop, and why: of several reasons the first counts.
 *
 * <p>Thread-safe.
 */
final class StopSignal {
    private final List<Consumer<String>> listeners = new ArrayList<>(0);
    private volatile @Nullable String reason;

    /** Why to stop; {@code null} as long as nobody asked for it. */
    @Nullable
    String reason() {
        return reason;
    }

    /** Asks to stop. */
    void stop(String why) {
        List<Consumer<String>> told;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(why));
    }

    /** Passes the signal on to {@code listener}, at once if it was given, until {@link #forget}. */
    void tell(Consumer<String> listener) {
        synchronized (this) {
            if (reason == null) {
                listeners.add(listener);
                return;
            }
        }
        listener.accept(Objects.requireNonNull(reason));
    }

    /** Does not pass it on to {@code listener} any more. */
    synchronized void forget(Consumer<String> listener) {
        listeners.remove(listener);
    }
}
