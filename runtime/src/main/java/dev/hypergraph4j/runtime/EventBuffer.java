package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A few events on their way to one reader: while it is full, the run waits for the reader. */
final class EventBuffer implements EventProcessor {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock
    private final Queue<Event> events = new ArrayDeque<>();
    private boolean ended;
    private boolean discarded;
    private @Nullable Runnable beforeNext;

    EventBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Waits for room. Not to be interrupted: an interrupt is meant for the node, and what happened has happened. */
    @Override
    public void onEvent(Event event) {
        Runnable first = add(event);
        if (first != null) {
            first.run();
        }
    }

    /** Gives what is to be done before the run goes on. */
    private @Nullable Runnable add(Event event) {
        lock.lock();
        try {
            while (events.size() >= capacity && !discarded) {
                changed.awaitUninterruptibly();
            }
            if (!discarded) {
                events.add(event);
                changed.signalAll();
            }
            Runnable first = beforeNext;
            beforeNext = null;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** No further event will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads any more: there is room for everything. */
    void discard() {
        discard(null);
    }

    /** The same; a run that waits for room, or comes with its next event, does {@code first} before it goes on. */
    void discard(@Nullable Runnable first) {
        lock.lock();
        try {
            beforeNext = first;
            discarded = true;
            events.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event and leaves it in; {@code null} if there is none and none will come, or nobody reads any more. */
    @Nullable
    Event peek() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && !ended && !discarded) {
                changed.await();
            }
            return events.peek();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out the next event; {@code null} if there is none. */
    @Nullable
    Event poll() {
        lock.lock();
        try {
            Event event = events.poll();
            changed.signalAll();
            return event;
        } finally {
            lock.unlock();
        }
    }
}
