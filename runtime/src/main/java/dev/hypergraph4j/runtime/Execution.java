package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.NodeTraits;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.RetryDecision;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a node that takes more than a call of its method: its outputs may come from a cache, it passes limiters, an attempt may take only
 * so long, and it is tried again. Both runners ask it what is {@link #next()}; which thread does that, and what happens to the thread while there is
 * nothing to do, is their business.
 *
 * <p>It waits for at most one thing at a time: an equal execution elsewhere that may spare this one, or the end of a back-off, both without a place
 * among the concurrent nodes; then permits of limiters. While it waits for these it keeps its place, since what has permits must never wait for a place
 * that one without them has.
 *
 * <p>Used by one thread at a time, which hands it on under a lock of the run.
 */
final class Execution {

    /** What is to be done with it. */
    enum Next {
        /** An attempt is to be made. */
        ATTEMPT,
        /** There is nothing to do until it wakes the runner. */
        WAIT,
        /** Its outputs are there. */
        FOUND
    }

    private final ExecutionSettings settings;
    private final Plan plan;
    private final NodeTraits traits;
    private final GraphState state;
    private final Trace trace;
    private final int node;
    private final Runnable wake;
    private final @Nullable CacheUse cache;

    private int attempt;
    private long firstBegan;
    private @Nullable Throwable error;
    private @Nullable NodeOutputs found;
    private @Nullable CompletionStage<?> stage;

    // What it waits for
    private @Nullable Awaited<Boolean> backOff;
    private Timer.@Nullable Alarm alarm;
    private @Nullable Awaited<LimiterPermits> permits;
    private @Nullable LimiterPermits asked;

    /** @param wake called by another thread when what it waits for has come; must only hand on */
    Execution(ExecutionSettings settings, PreparedRun<?> run, Trace trace, int node, Runnable wake) {
        this.settings = settings;
        this.plan = run.plan();
        this.traits = plan.traits(node);
        this.state = run.state();
        this.trace = trace;
        this.node = node;
        this.wake = wake;
        this.cache = traits.cached() && settings.flights() != null
                ? new CacheUse(settings.flights(), run, trace, node, wake)
                : null;
    }

    /** What is to be done, as far as this thread can see. */
    Next next() {
        if (cache != null && attempt == 0) {
            if (!cache.isKnown()) {
                return Next.WAIT;
            }
            found = cache.found();
            if (found != null) {
                return Next.FOUND;
            }
        }
        if (backOff != null) {
            if (backOff.get() == null) {
                return Next.WAIT;
            }
            backOff = null;
        }
        return hasPermits() ? Next.ATTEMPT : Next.WAIT;
    }

    private boolean hasPermits() {
        if (settings.limits().isEmpty()) {
            return true;
        }
        if (permits == null) {
            Awaited<LimiterPermits> awaited = new Awaited<>(wake, LimiterPermits::release);
            permits = awaited;
            asked = settings.limits().ask(awaited::bring);
        }
        return permits.get() != null;
    }

    /** What it waits for. */
    Awaited<?> awaited() {
        if (permits != null) {
            return permits;
        }
        if (backOff != null) {
            return backOff;
        }
        return Objects.requireNonNull(cache, "It waits for nothing.").awaited();
    }

    /** Whether it keeps its place among the concurrent nodes while it waits. */
    boolean keepsPlace() {
        return permits != null;
    }

    /** Whether it has a place, and the first attempt, or the use of what was found, is about to begin. */
    boolean isToBegin() {
        return attempt == 0;
    }

    /** Which attempt it is at, from 1; 0 before the first one. */
    int attempt() {
        return attempt;
    }

    /** What the latest attempt failed with; {@code null} if there was none, or it did not. */
    @Nullable
    Throwable error() {
        return error;
    }

    /**
     * Makes an attempt. If the node ends with a stage, the attempt is at its end when that is: see {@link #stage()}.
     *
     * @return what it failed with; {@code null} if it did not
     */
    @Nullable
    Throwable attempt(boolean endsWithStage) {
        begin();
        Attempt limited = traits.timeoutNanos() == 0
                ? null
                : settings.timeouts().begin(plan.node(node).name(), traits.timeoutNanos());
        Throwable thrown = call();
        if (thrown == null && endsWithStage) {
            CompletionStage<?> given = state.stage(node);
            stage = limited == null ? given : limited.goOn(given);
            return null;
        }
        return limited == null ? thrown : limited.end(thrown);
    }

    private void begin() {
        attempt++;
        trace.attempt(node, attempt);
        if (attempt == 1) {
            firstBegan = System.nanoTime();
        }
    }

    private @Nullable Throwable call() {
        LimiterPermits held = permits == null ? null : permits.get();
        try {
            if (held == null) {
                state.run(node, node + 1);
            } else {
                held.holdWhile(() -> state.run(node, node + 1));
            }
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    /** The stage that the attempt ends with. */
    CompletionStage<?> stage() {
        if (stage == null) {
            throw new IllegalStateException("The attempt has no stage.");
        }
        return stage;
    }

    /** Puts what was found in its place. */
    @Nullable
    Throwable takeFound() {
        trace.attempt(node, 0);
        try {
            if (found != null) {
                state.restore(plan, node, found.values());
            }
            return null;
        } catch (RuntimeException unfit) {
            return unfit;
        }
    }

    /**
     * The attempt is over.
     *
     * @return how it is tried again; {@code null} if it is not, and the execution is over
     */
    @Nullable
    RetryDecision ended(@Nullable Throwable thrown) {
        error = thrown;
        stage = null;
        releasePermits();
        if (thrown == null) {
            if (cache != null) {
                cache.completed();
            }
            return null;
        }
        long since = System.nanoTime() - firstBegan;
        RetryDecision decision = traits.retry()
                .decide(thrown, attempt, since, ThreadLocalRandom.current().nextDouble());
        if (!decision.isRetry()) {
            leave();
            return null;
        }
        state.forget(node);
        return decision;
    }

    /** Begins to wait for the next attempt. */
    void backOff(RetryDecision decision) {
        Awaited<Boolean> over = new Awaited<>(wake, ignored -> {});
        backOff = over;
        alarm = settings.timer().after(decision.delayNanos(), () -> over.bring(true));
    }

    private void releasePermits() {
        if (permits != null) {
            permits.leave(); // What came is released.
            permits = null;
            asked = null;
        }
    }

    /** It ends here, whatever it waits for: the run is to stop. */
    void leave() {
        if (alarm != null) {
            alarm.cancel();
        }
        if (asked != null) {
            asked.cancel();
        }
        releasePermits();
        if (cache != null) {
            cache.leave();
        }
    }
}
