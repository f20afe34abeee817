package dev.hypergraph4j.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a node whose time is limited. When it is over, the thread is interrupted, and the attempt has failed with a
 * {@link TimeoutException}, whatever it gives or throws from then on; only an {@link Error} is not hidden.
 *
 * <p>The race: the timer may find the attempt running, and interrupt its thread just after it has gone on to something else. So both sides take the
 * lock. The timer interrupts while it holds it, and only an attempt that has not ended; when the attempt has ended, the interrupt has either been
 * delivered, and is taken back, or never will be. No later attempt and no caller sees it.
 *
 * <p>An interrupt that was there before ours stays. One that somebody else sends between ours and the end of the attempt is the same flag of the
 * thread, and is taken back with it: who interrupts threads to stop a run must also note that it is to stop.
 *
 * <p>Attempts nest: the node of an outer one may run a graph on its thread. The interrupt of an outer attempt is left to it.
 *
 * <p>To be used by the thread that began it.
 */
final class Attempt {
    /** The innermost attempt of each thread. */
    private static final ThreadLocal<@Nullable Attempt> CURRENT = new ThreadLocal<>();

    private final String node;
    private final long nanos;
    private final long begin = System.nanoTime();
    private final Timer timer;
    private final Executor executor;
    private final @Nullable Attempt outer = CURRENT.get();
    private final OwnInterrupts interrupts;
    private final ReentrantLock lock;
    private final Timer.Alarm alarm;

    // Guarded by the lock
    private boolean ended;
    private boolean timedOut;

    private volatile @Nullable TimeoutException timeout;

    Attempt(String node, long nanos, Timer timer, Executor executor) {
        this.node = node;
        this.nanos = nanos;
        this.timer = timer;
        this.executor = executor;
        this.interrupts = outer == null ? new OwnInterrupts(Thread.currentThread()) : outer.interrupts;
        this.lock = interrupts.lock();
        this.alarm = timer.after(nanos, this::timeIsOver);
        CURRENT.set(this);
    }

    /**
     * The node's method has returned, or thrown {@code error}.
     *
     * @return what the attempt failed with; {@code null} if it did not. What was thrown because of the interrupt is suppressed by the timeout, not its
     *     cause: it is not why the attempt failed.
     */
    @Nullable
    Throwable end(@Nullable Throwable error) {
        boolean isLate = leave();
        if (!isLate || error instanceof Error) {
            return error;
        }
        TimeoutException late = timeout();
        if (error != null) {
            late.addSuppressed(error);
        }
        return late;
    }

    /**
     * The method of an asynchronous node has returned the stage with which the attempt goes on.
     *
     * @return the stage to wait for instead. It completes as {@code stage} does, but fails when the time is over; {@code stage} is cancelled then.
     */
    CompletionStage<?> goOn(CompletionStage<?> stage) {
        CompletableFuture<@Nullable Object> limited = new CompletableFuture<>();
        if (leave()) {
            expire(limited, stage);
            return limited;
        }
        long rest = Math.max(0, nanos - (System.nanoTime() - begin));
        Timer.Alarm stageAlarm = timer.after(rest, () -> hand(() -> expire(limited, stage)));
        var unused = limited.whenComplete((value, error) -> {
            stageAlarm.cancel();
            if (limited.isCancelled()) {
                cancel(stage); // Who stops the run knows only the stage that it was given.
            }
        });
        try {
            stage.whenComplete((value, error) -> completeAs(limited, value, error));
        } catch (Throwable unwatchable) {
            limited.completeExceptionally(unwatchable);
        }
        return limited;
    }

    /** Ends the watch over the thread, and gives whether its time was over. */
    private boolean leave() {
        alarm.cancel();
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        lock.lock();
        try {
            ended = true;
            if (timedOut) {
                interrupts.takeBack();
                if (isOuterLate()) {
                    interrupts.send();
                }
            }
            return timedOut;
        } finally {
            lock.unlock();
        }
    }

    private void timeIsOver() {
        lock.lock();
        try {
            if (!ended) {
                timedOut = true;
                interrupts.send();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Needs the lock. */
    private boolean isOuterLate() {
        for (Attempt around = outer; around != null; around = around.outer) {
            if (around.timedOut) {
                return true;
            }
        }
        return false;
    }

    /** What waits for the stage, and what hangs on the one to cancel, is not ours: it may take long. */
    private void hand(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException refused) {
            task.run(); // The run must hear of it nevertheless.
        }
    }

    private void expire(CompletableFuture<?> limited, CompletionStage<?> stage) {
        if (limited.completeExceptionally(timeout())) {
            cancel(stage);
        }
    }

    private static void completeAs(
            CompletableFuture<@Nullable Object> limited, @Nullable Object value, @Nullable Throwable error) {
        if (error == null) {
            limited.complete(value);
        } else {
            limited.completeExceptionally(error);
        }
    }

    private static void cancel(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (RuntimeException uncancellable) {
            // Not every stage is a future. Nobody waits for this one any more.
        }
    }

    /** Whether {@code error} is ours, which says that its time was over, and not one that the node threw. */
    boolean hasEndedWith(Throwable error) {
        return error == timeout;
    }

    private TimeoutException timeout() {
        TimeoutException made = new TimeoutException("Node '" + node + "' took longer than " + Duration.ofNanos(nanos));
        timeout = made;
        return made;
    }
}
