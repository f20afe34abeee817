package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Choices;
import dev.hypergraph4j.runtime.plan.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of the single nodes of a run on many threads, in its trace, and told of them: when they begin and how they end. By the thread that has
 * the node, outside of the lock of the run; and before the end is settled under the lock, so that what waits for the node is told later.
 */
final class NodeNotes {
    private final Course course;
    private final Trace trace;
    private final @Nullable Choices choices;
    private final @Nullable RunQuestions questions;
    private final @Nullable RunEvents events;

    NodeNotes(Outset outset, @Nullable RunEvents events) {
        this.course = outset.course();
        this.trace = outset.trace();
        this.choices = outset.choices();
        this.questions = outset.questions();
        this.events = events;
    }

    void begin(int node) {
        long now = System.nanoTime();
        trace.start(node, now);
        if (events != null) {
            // The turn of a node's cycle does not change while the node is under way.
            events.nodeStarted(node, course.iteration(node), now);
        }
    }

    /** The outputs of {@code node}, which has just begun, were found in a cache. */
    void cacheHit(int node) {
        if (events != null) {
            events.cacheHit(node, trace.start(node));
        }
    }

    /** An attempt at {@code node} failed, and another one follows. */
    void retried(int node, int attempt, long delayNanos, Throwable error) {
        if (events != null) {
            events.retried(node, attempt, delayNanos, error);
        }
    }

    /** The method of {@code node} came back, or threw {@code error}. If it came back, generated code has noted when. */
    void ran(int node, @Nullable Throwable error) {
        if (error != null && !(error instanceof PauseSignal)) {
            trace.end(node, System.nanoTime());
        }
        tellEnd(node, error);
    }

    /** {@code node} ends now, unless that was noted by an earlier worker; with {@code error} if it failed. */
    void ended(int node, @Nullable Throwable error) {
        if (!(error instanceof PauseSignal) && trace.attempts(node) != Trace.REPLAYED) {
            trace.end(node, System.nanoTime());
        }
        tellEnd(node, error);
    }

    private void tellEnd(int node, @Nullable Throwable error) {
        if (events != null && questions != null && error instanceof PauseSignal) {
            events.paused(questions.asked(node), node, System.nanoTime());
        } else if (events != null) {
            if (error == null) {
                events.decided(node, trace.end(node), choices);
            }
            events.nodeEnded(node, trace.end(node), trace.attempts(node), error);
        }
    }

    /** What the nested graph {@code node} came to: its result, or what it threw. */
    void child(int node, Object child) {
        trace.child(node, child);
    }

    /** The nested graph {@code node} was stopped. */
    void nestedStopped(int node) {
        if (events != null) {
            events.nodeStopped(node);
        }
    }
}
