package dev.hypergraph4j.runtime;

import java.util.concurrent.locks.LockSupport;

/** A thread that waits until it is woken, once. */
final class WaitingThread {
    private final Thread thread = Thread.currentThread();
    private volatile boolean isOver;

    void wake() {
        isOver = true;
        LockSupport.unpark(thread);
    }

    void await() throws InterruptedException {
        while (!isOver) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.park(this);
        }
    }

    /** Waits, whatever the interrupts, and leaves them to the thread. */
    void awaitUninterruptibly() {
        boolean wasInterrupted = false;
        while (!isOver) {
            wasInterrupted |= Thread.interrupted();
            LockSupport.park(this);
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
