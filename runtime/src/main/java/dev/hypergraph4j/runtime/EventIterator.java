package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What happens in a run that goes on, event by event, and its result at the end.
 *
 * <pre>{@code
 * try (EventIterator<RagOutputs> events = rag.iter(RagInputs.of(question))) {
 *     while (events.hasNext()) {
 *         if (events.next() instanceof Event.Chunk chunk) {
 *             System.out.print(chunk.value());
 *         }
 *     }
 *     return events.result().outputs().answer();
 * }
 * }</pre>
 *
 * <p>No event is left out: at most 256 wait to be taken, then the run waits too. So an iterator that is not read to its end has to be closed.
 *
 * <p>For one thread at a time, but for {@link #close()}, which any thread may call.
 *
 * @param <O> what the run gives back
 */
public final class EventIterator<O> implements Iterator<Event>, AutoCloseable {
    private static final int CAPACITY = 256;

    private final EventBuffer buffer;
    private final RunHandle<O> handle;

    private EventIterator(EventBuffer buffer, RunHandle<O> handle) {
        this.buffer = buffer;
        this.handle = handle;
    }

    /** Iterates over the events of the run that {@code start} starts with one more processor. */
    static <O> EventIterator<O> over(Function<EventProcessor, RunHandle<O>> start) {
        EventBuffer buffer = new EventBuffer(CAPACITY);
        RunHandle<O> handle = start.apply(EventProcessor.inline(buffer));
        handle.whenComplete((result, error) -> buffer.end());
        return new EventIterator<>(buffer, handle);
    }

    /**
     * Waits until something happens or the run is over. If the waiting thread is interrupted, this closes the iterator, gives {@code false}, and leaves
     * the thread's interrupt status set.
     */
    @Override
    public boolean hasNext() {
        try {
            return buffer.peek() != null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close("interrupted");
            return false;
        }
    }

    @Override
    public Event next() {
        Event event = hasNext() ? buffer.poll() : null;
        if (event == null) {
            throw new NoSuchElementException("The run is over, or the iterator was closed.");
        }
        return event;
    }

    /**
     * Waits for the end of the run and gives its result. What happens until then is not kept: this iterator has no next event afterwards. If the
     * waiting thread is interrupted, the run is stopped, and its result is returned with the thread's interrupt status set.
     *
     * @throws NodeExecutionException if a node threw, under {@link ErrorHandling#RAISE}
     */
    public RunResult<O> result() {
        buffer.discard();
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return handle.await();
                } catch (InterruptedException stop) {
                    wasInterrupted = true;
                    handle.stop("interrupted");
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Asks the run to stop, if it is not over, and takes no further event. It does not wait for nodes that run; {@link #result()} does, and is
     * {@link RunStatus#STOPPED} then.
     */
    @Override
    public void close() {
        close("closed");
    }

    private void close(String reason) {
        // A run that waits for room has to find it, or telling it to stop would wait for the run, and has to stop
        // before it goes on.
        buffer.discard(() -> handle.stop(reason));
        handle.stop(reason);
    }
}
