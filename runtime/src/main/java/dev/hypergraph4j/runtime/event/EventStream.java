package dev.hypergraph4j.runtime.event;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run, or of one map with all its items, on their way to the processors; for runners. Where there are no processors there is no
 * stream, and no event is made.
 *
 * <p>Whoever starts a run opens a stream, passes it on to what is nested, and closes it behind the last event. Thread-safe; events come to the
 * processors in the order in which {@link #emit} is called. It must not be called under a lock that nodes or processors may want.
 */
public final class EventStream {
    private static final Logger LOGGER = System.getLogger("dev.hypergraph4j.runtime.event");
    private static final int CAPACITY = 8192;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Executor threads;
    private final Duration patience;
    private final Delivery[] deliveries;
    private final AtomicLong failures = new AtomicLong();

    EventStream(
            Collection<EventProcessor> processors, Executor threads, int capacity, Duration patience, Logger logger) {
        this.threads = threads;
        this.patience = patience;
        this.deliveries = processors.stream()
                .map(processor -> delivery(processor, capacity, logger))
                .toArray(Delivery[]::new);
    }

    /**
     * A stream to the processors that are set on a runner and in the options of a run; {@code null} where there are none.
     *
     * @param threads where those that are not inline are called; it must not run tasks on the thread that hands them over
     */
    public static @Nullable EventStream open(
            List<EventProcessor> ofRunner, List<EventProcessor> ofRun, Executor threads) {
        if (ofRunner.isEmpty() && ofRun.isEmpty()) {
            return null;
        }
        Set<EventProcessor> all = new LinkedHashSet<>(ofRunner);
        all.addAll(ofRun);
        return new EventStream(all, threads, CAPACITY, PATIENCE, LOGGER);
    }

    /** Tells the processors of {@code event}. After the stream was closed it does nothing. */
    public void emit(Event event) {
        for (Delivery delivery : deliveries) {
            delivery.deliver(event);
        }
    }

    /** Takes no further event, and waits until the processors had all of them, though not for ever, nor when interrupted. */
    public void close() {
        CompletableFuture<Void> delivered = closeAll();
        if (delivered.isDone()) {
            return;
        }
        try {
            delivered.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException slow) {
            // They get the rest later.
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Takes no further event, and runs {@code end} when the processors had all of them, though not too late: on this thread if that is now, else on
     * another one.
     */
    public void closeThen(Runnable end) {
        CompletableFuture<Void> delivered = closeAll();
        if (delivered.isDone()) {
            end.run();
        } else {
            CompletionStage<Void> inTime =
                    delivered.copy().completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS);
            inTime.thenRunAsync(end, threads);
        }
    }

    /** How often processors have thrown something so far. */
    public long failures() {
        return failures.get();
    }

    private CompletableFuture<Void> closeAll() {
        CompletableFuture<?>[] closed = new CompletableFuture<?>[deliveries.length];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = deliveries[i].close();
        }
        return CompletableFuture.allOf(closed);
    }

    private Delivery delivery(EventProcessor processor, int capacity, Logger logger) {
        Guarded guarded = new Guarded(processor, failures, logger);
        return processor instanceof InlineProcessor
                ? new InlineDelivery(guarded)
                : new Mailbox(guarded, threads, capacity);
    }
}
