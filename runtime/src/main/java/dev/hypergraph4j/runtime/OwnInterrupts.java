package dev.hypergraph4j.runtime;

import java.util.concurrent.locks.ReentrantLock;

/**
 * The interrupts that the attempts which nest on one thread send it. A thread has but one flag, so this keeps apart whether it is ours, to be
 * taken back, or was set by somebody else before, to be left.
 */
final class OwnInterrupts {
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread thread;

    // Guarded by the lock
    private boolean sent;
    private boolean foreign;

    OwnInterrupts(Thread thread) {
        this.thread = thread;
    }

    /** Guards the attempts too. */
    ReentrantLock lock() {
        return lock;
    }

    /** Interrupts the thread. Needs the lock. */
    void send() {
        foreign = thread.isInterrupted() && (!sent || foreign);
        sent = true;
        thread.interrupt();
    }

    /** Takes back what was sent, if it was noticed or not. Needs the lock, and is for the thread itself. */
    void takeBack() {
        if (!foreign) {
            Thread.interrupted();
        }
        sent = false;
    }
}
