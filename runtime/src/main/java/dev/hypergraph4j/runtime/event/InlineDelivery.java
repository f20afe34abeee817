package dev.hypergraph4j.runtime.event;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** Calls the processor on the thread on which something happens. */
final class InlineDelivery implements Delivery {
    private final Guarded processor;

    // Not a monitor: a virtual thread that waits for one keeps its carrier up to JDK 23.
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock
    private boolean closed;

    InlineDelivery(Guarded processor) {
        this.processor = processor;
    }

    @Override
    public void deliver(Event event) {
        lock.lock();
        try {
            if (!closed) {
                processor.onEvent(event);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        return CompletableFuture.completedFuture(null);
    }
}
