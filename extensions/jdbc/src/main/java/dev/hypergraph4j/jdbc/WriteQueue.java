package dev.hypergraph4j.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be written, in the order in which it came. */
final class WriteQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Job<?>> waiting = new ArrayDeque<>(); // Guarded by lock, as all below
    private boolean closed;

    /** Whether it was taken in; {@code false} if the queue is closed. */
    boolean add(Job<?> job) {
        lock.lock();
        try {
            if (!closed) {
                waiting.add(job);
                changed.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Puts a job back that was taken, or was not to wait, before all others. */
    void putBack(Job<?> job) {
        lock.lock();
        try {
            waiting.addFirst(job);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something waits; {@code false} if the queue is closed and nothing is left. */
    boolean awaitSome() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** What waits, up to a number. */
    List<Job<?>> take(int most) {
        lock.lock();
        try {
            List<Job<?>> taken = new ArrayList<>(Math.min(most, waiting.size()));
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is open, and nothing waits. */
    boolean isIdle() {
        lock.lock();
        try {
            return waiting.isEmpty() && !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a time pass, less if the queue is closed meanwhile. */
    void pause(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            // The writer's thread is nobody's to interrupt; what a step's work did to it ends here.
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
