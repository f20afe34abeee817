package dev.hypergraph4j.runtime.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps events until the processor takes them on another thread. It is emptied by one task at a time, which is started when something comes and ends
 * when nothing is left: a run that tells nothing holds no thread.
 */
final class Mailbox implements Delivery {
    private final Guarded processor;
    private final Executor threads;
    private final int capacity;
    private final CompletableFuture<Void> empty = new CompletableFuture<>();

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock. Beside events the queue holds the number of those that were left out in their place.
    private final Queue<Object> queue = new ArrayDeque<>();
    private long missed;
    private boolean emptying;
    private boolean closed;

    Mailbox(Guarded processor, Executor threads, int capacity) {
        this.processor = processor;
        this.threads = threads;
        this.capacity = capacity;
    }

    @Override
    public void deliver(Event event) {
        boolean isFirst;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (queue.size() >= capacity && !isLast(event)) {
                missed++;
                return;
            }
            noteMissed();
            queue.add(event);
            isFirst = !emptying;
            emptying = true;
        } finally {
            lock.unlock();
        }
        if (isFirst) {
            start();
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        boolean isEmpty;
        lock.lock();
        try {
            closed = true;
            isEmpty = !emptying;
        } finally {
            lock.unlock();
        }
        if (isEmpty) {
            empty.complete(null);
        }
        return empty;
    }

    /** Whoever pairs starts and ends relies on the end of the run. */
    private static boolean isLast(Event event) {
        return event.kind() == SpanKind.FLOW_ROOT
                && (event instanceof Event.RunEnded || event instanceof Event.MapEnded);
    }

    /** Needs the lock. What was missed lies behind the last event in the queue. */
    private void noteMissed() {
        if (missed > 0) {
            queue.add(missed);
            missed = 0;
        }
    }

    private void start() {
        try {
            threads.execute(this::emptyOut);
        } catch (RuntimeException | Error noThread) {
            emptyOut(); // Late is worse than slow: what comes after it must not overtake it.
        }
    }

    private void emptyOut() {
        List<Object> batch = new ArrayList<>();
        while (take(batch)) {
            for (Object next : batch) {
                hand(next);
            }
        }
    }

    /** Moves what there is to {@code batch}; gives {@code false}, and ends this task, if that is nothing. */
    private boolean take(List<Object> batch) {
        batch.clear();
        boolean isOver;
        lock.lock();
        try {
            noteMissed();
            batch.addAll(queue);
            queue.clear();
            emptying = !batch.isEmpty();
            isOver = closed && !emptying;
        } finally {
            lock.unlock();
        }
        if (isOver) {
            empty.complete(null);
        }
        return !batch.isEmpty();
    }

    private void hand(Object next) {
        if (next instanceof Event event) {
            processor.onEvent(event);
        } else {
            processor.onMissed((Long) next);
        }
    }
}
