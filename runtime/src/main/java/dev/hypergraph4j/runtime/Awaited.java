package dev.hypergraph4j.runtime;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that a node execution waits for without a thread, until another thread brings it. It may come before anybody waits, and after nobody does
 * any more: then it is unwanted.
 */
final class Awaited<T> {
    private final Runnable wake;
    private final Consumer<T> unwanted;

    // Guarded by this
    private @Nullable T value;
    private boolean isAwaited;
    private boolean isLeft;

    /**
     * Not there yet.
     *
     * @param wake called, by the thread that brings it, if somebody found that it was not there; must only hand on
     * @param unwanted what to do with it if it comes too late
     */
    Awaited(Runnable wake, Consumer<T> unwanted) {
        this.wake = wake;
        this.unwanted = unwanted;
    }

    /** Here it is. To be called once, without a lock that {@code wake} takes. */
    void bring(T thing) {
        boolean isWanted;
        boolean wakes;
        synchronized (this) {
            value = thing;
            isWanted = !isLeft;
            wakes = isAwaited;
        }
        if (!isWanted) {
            unwanted.accept(thing);
        } else if (wakes) {
            wake.run();
        }
    }

    /** What was brought; {@code null} if it is not there, and then somebody will be woken when it is. */
    synchronized @Nullable T get() {
        isAwaited = value == null;
        return value;
    }

    /** Whether it is there; if not, somebody will be woken when it is. */
    synchronized boolean isHere() {
        isAwaited = value == null;
        return !isAwaited;
    }

    /** Waits no more. */
    void leave() {
        T came;
        synchronized (this) {
            if (isLeft) {
                return;
            }
            isLeft = true;
            came = value;
        }
        if (came != null) {
            unwanted.accept(came);
        }
    }
}
