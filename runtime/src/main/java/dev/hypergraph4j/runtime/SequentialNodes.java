package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.plan.Choices;
import dev.hypergraph4j.runtime.plan.Region;
import dev.hypergraph4j.runtime.plan.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What is noted and told of the single nodes of a run on one thread as they begin and end, and what their ends mean for the run: how its {@link Course}
 * goes on, whether it can still complete, and, where errors are raised, that it ends.
 */
final class SequentialNodes {
    private final PreparedRun<?> run;
    private final Course course;
    private final Trace trace;
    private final @Nullable Choices choices;
    private final @Nullable RunQuestions questions;
    private final @Nullable RunEvents events;
    private final StopSignal stop;

    /** When the latest node ended, which is when the next one starts. */
    private long now;

    private boolean isIncomplete;

    SequentialNodes(PreparedRun<?> run, Outset outset, @Nullable RunEvents events, StopSignal stop) {
        this.run = run;
        this.course = outset.course();
        this.trace = outset.trace();
        this.choices = outset.choices();
        this.questions = outset.questions();
        this.events = events;
        this.stop = stop;
        this.now = outset.goesOn() ? System.nanoTime() : trace.began();
        this.isIncomplete = !trace.failures().isEmpty();
    }

    /** Whether something failed, or was cut short. */
    boolean areIncomplete() {
        return isIncomplete;
    }

    /** {@code node} begins where the one before it ended. */
    void begin(int node) {
        trace.start(node, now);
        if (events != null) {
            events.nodeStarted(node, course.iteration(node), now);
        }
    }

    /** {@code node} begins after something else took time. */
    void beginNow(int node) {
        now = System.nanoTime();
        begin(node);
    }

    /** The outputs of {@code node}, which has just begun, were found in a cache. */
    void cacheHit(int node) {
        if (events != null) {
            events.cacheHit(node, now);
        }
    }

    /** An attempt at {@code node} failed, and another one follows. */
    void retried(int node, int attempt, long delayNanos, Throwable error) {
        if (events != null) {
            events.retried(node, attempt, delayNanos, error);
        }
    }

    /** {@code node} ended well, when the trace says. */
    void completed(int node) {
        now = trace.end(node);
        if (events != null) {
            events.decided(node, now, choices);
            events.nodeEnded(node, now, trace.attempts(node), null);
        }
        course.completed(node);
        trace.executed(node, course.iteration(node));
    }

    /** {@code node} ends well now. */
    void completedNow(int node) {
        trace.end(node, System.nanoTime());
        completed(node);
    }

    /** {@code node} ended well in an earlier run, when the trace says. */
    void replayed(int node) {
        completed(node);
        now = System.nanoTime();
    }

    /** {@code node} has asked a question that has no answer yet, or waits for something else that may be long in coming. */
    void paused(int node) {
        now = System.nanoTime();
        trace.pause(node, course.iteration(node), now);
        if (events != null && questions != null) {
            events.paused(questions.asked(node), node, now);
        }
        course.paused(node);
    }

    /** {@code node} threw {@code error}, which is thrown again where errors are raised. */
    void failed(Throwable error, int node) {
        failed(error, node, error instanceof InterruptedException);
    }

    /** @param isInterrupt whether somebody interrupted the thread, and the node has taken that for itself */
    void failed(Throwable error, int node, boolean isInterrupt) {
        now = System.nanoTime();
        trace.end(node, now);
        if (events != null) {
            events.nodeEnded(node, now, trace.attempts(node), error);
        }
        trace.executed(node, course.iteration(node));
        course.lost(node);
        if (isInterrupt) {
            Thread.currentThread().interrupt();
        }
        trace.fail(node, course.iteration(node), error);
        raise();
        if (isInterrupt) {
            stop.stop("interrupted");
        }
    }

    /** The run is to stop while a node waits: it has failed with {@code error}, or, where that is {@code null}, has never begun. */
    void cutOff(int node, @Nullable Throwable error) {
        isIncomplete = true;
        if (error != null) {
            failed(error, node);
        }
    }

    /** The nested graph {@code node} was stopped, for a reason that is the run's now. */
    void nestedStopped(int node, String reason) {
        stop.stop(reason);
        isIncomplete = true;
        course.lost(node);
        now = System.nanoTime();
        if (events != null) {
            events.nodeStopped(node);
        }
    }

    /** {@code node} was looked at. Whether it was skipped is known now. */
    void noteIfSkipped(int node) {
        if (course.isSkipped(node)) {
            trace.skip(node);
            if (events != null) {
                events.skipped(node, now);
            }
        }
    }

    /** The cycle {@code region} would not end. */
    void exhausted(Region region) {
        InfiniteLoopException error = InfiniteLoopException.of(run.plan(), region, course);
        course.exhaust(region);
        trace.failRun(region, error);
        raise();
    }

    private void raise() {
        isIncomplete = true;
        if (run.options().errorHandling() == ErrorHandling.RAISE && stop.reason() == null) {
            trace.finish(now);
            throw RunResult.failed(run, trace, events).error().orElseThrow();
        }
    }
}
