package dev.hypergraph4j.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run, with the runs nested in it, is to stop, and why: of several reasons the first counts. Who has something under way for the run listens.
 *
 * <p>Thread-safe.
 */
final class StopSignal implements EarlyEnd.Stopping {

    /** Is told when to stop. */
    interface Listener {
        /** Begins nothing more. */
        void stop(String reason);

        /** Has what is under way end early, too. It was told to stop before. */
        default void interrupt() {
            // Some have nothing under way but on a thread that is interrupted by itself.
        }
    }

    private final List<Listener> listeners = new ArrayList<>(0);
    private volatile @Nullable String reason;

    // Guarded by this
    private boolean interrupts;

    /** Why to stop; {@code null} as long as nobody asked for it. */
    @Nullable
    String reason() {
        return reason;
    }

    @Override
    public boolean isStopping() {
        return reason != null;
    }

    /** Asks to stop, and gives whether nobody has before. */
    boolean stop(String why) {
        List<Listener> told;
        synchronized (this) {
            if (reason != null) {
                return false;
            }
            reason = why;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.stop(why));
        return true;
    }

    /** Asks what is under way to end early, after it was asked to stop. */
    void interrupt() {
        List<Listener> told;
        synchronized (this) {
            interrupts = true;
            told = List.copyOf(listeners);
        }
        told.forEach(Listener::interrupt);
    }

    /** Passes the signal on to {@code listener}, at once as far as it was given, until {@link #forget}. */
    void tell(Listener listener) {
        String given;
        boolean isLate;
        synchronized (this) {
            listeners.add(listener);
            given = reason;
            isLate = interrupts;
        }
        if (given != null) {
            listener.stop(given);
        }
        if (isLate) {
            listener.interrupt();
        }
    }

    /** Does not pass it on to {@code listener} any more. */
    synchronized void forget(Listener listener) {
        listeners.remove(listener);
    }
}
