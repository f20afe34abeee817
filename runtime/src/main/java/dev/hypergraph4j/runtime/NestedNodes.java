package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import dev.hypergraph4j.runtime.NestedWork.Around;
import dev.hypergraph4j.runtime.NestedWork.Threading;
import dev.hypergraph4j.runtime.NestedWork.Underway;
import org.jspecify.annotations.Nullable;

/**
 * The graphs nested in a run on many threads. Their nodes need permits and threads of their own, so that the node that such a graph is has neither while
 * it is under way.
 */
final class NestedNodes {
    private final PreparedRun<?> run;
    private final ExecutionSettings settings;
    private final Course course;
    private final @Nullable RunEvents events;
    private final Threading threading;
    private final NodeNotes notes;
    private final Coordination coordination;

    NestedNodes(
            PreparedRun<?> run,
            ExecutionSettings settings,
            Course course,
            @Nullable RunEvents events,
            Threading threading,
            NodeNotes notes,
            Coordination coordination) {
        this.run = run;
        this.settings = settings;
        this.course = course;
        this.events = events;
        this.threading = threading;
        this.notes = notes;
        this.coordination = coordination;
    }

    /** What {@code node}, which has begun, is to run; throws what refuses it. */
    Underway prepare(int node) {
        NestedWork work = NestedQuestions.work(run, node);
        Around around = new Around(
                node,
                NestedQuestions.options(run, node),
                settings.in(run.plan().node(node), course.iteration(node)),
                events);
        return work.prepare(around, threading);
    }

    /** Begins to run what {@code node} is, works on it as far as this thread can, and gives the node that this thread goes on with. */
    int work(int node, Underway inner) {
        begin(node, inner);
        inner.workHere();
        Arrival arrival = new Arrival();
        boolean isHere = arrival.watch(inner.end(), () -> ended(node, inner, arrival, false));
        return isHere ? ended(node, inner, arrival, true) : coordination.advance(NONE, null, true);
    }

    private void begin(int node, Underway inner) {
        boolean isLate = coordination.nestedBegan(node, inner);
        if (isLate) {
            inner.stop("the run around it has ended");
        }
        if (!inner.isOneThread()) {
            // Others may have the place that this node had.
            coordination.advance(NONE, null, false);
        }
    }

    private int ended(int node, Underway inner, Arrival arrival, boolean goOn) {
        NestedEnd end = (NestedEnd) arrival.value();
        Throwable error = arrival.error();
        if (end != null) {
            notes.child(node, end.child());
        } else if (error != null) {
            notes.child(node, error);
        }
        String stopped = end == null ? null : end.stopReason();
        if (end != null && stopped == null) {
            error = complete(node, end);
        }
        if (stopped == null) {
            notes.ended(node, error);
        } else {
            notes.nestedStopped(node);
        }
        coordination.nestedEnded(node, inner, stopped);
        return coordination.advance(stopped == null ? node : NONE, error, goOn);
    }

    private @Nullable Throwable complete(int node, NestedEnd end) {
        if (NestedQuestions.ended(run, node, end)) {
            return new PauseSignal();
        }
        if (end.error() != null) {
            return end.error();
        }
        try {
            run.state().complete(node, end.outputs());
            return null;
        } catch (Throwable unfit) {
            return unfit;
        }
    }
}
