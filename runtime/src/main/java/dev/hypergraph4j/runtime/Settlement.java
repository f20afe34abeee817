package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.plan.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a node means for a run on many threads: noted for the result, told to the queue, and, where the node failed, followed by the end of the
 * run if its errors are raised.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class Settlement {
    private final Course course;
    private final Trace trace;
    private final boolean raises;
    private final NodeQueue queue;
    private final RunEnd end;

    Settlement(PreparedRun<?> run, Outset outset, NodeQueue queue, RunEnd end) {
        this.course = outset.course();
        this.trace = outset.trace();
        this.raises = run.options().errorHandling() == ErrorHandling.RAISE;
        this.queue = queue;
        this.end = end;
    }

    /** {@code node}, which was under way, has ended; with {@code error} if it failed, or asked. */
    void ended(int node, @Nullable Throwable error) {
        int iteration = course.iteration(node);
        if (error instanceof PauseSignal) {
            long now = System.nanoTime();
            trace.pause(node, iteration, now);
            queue.asked(node, now);
            return;
        }
        trace.executed(node, iteration);
        if (error == null) {
            queue.completed(node);
            return;
        }
        trace.fail(node, iteration, error);
        if (raises) {
            queue.close();
        }
        queue.failed(node);
        if (!raises && error instanceof InterruptedException) {
            end.stop("interrupted");
        }
    }

    /** The paused {@code node} goes on no more: it has failed with {@code error}, or, where that is {@code null}, never ran. */
    void cutOff(int node, @Nullable Throwable error) {
        if (error != null) {
            int iteration = course.iteration(node);
            trace.executed(node, iteration);
            trace.fail(node, iteration, error);
        }
        queue.cutOff(node, error != null);
        queue.callWorkers(); // There are none to call, but places to give back.
    }

    /** The paused {@code node} was left to another run. */
    void fellAsleep(int node) {
        long now = System.nanoTime();
        trace.pause(node, course.iteration(node), now);
        queue.fellAsleep(node, now);
    }
}
