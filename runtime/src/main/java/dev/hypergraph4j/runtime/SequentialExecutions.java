package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.RetryDecision;
import org.jspecify.annotations.Nullable;

/** The nodes of a run on one thread that take more than a call of their method: the thread waits for whatever their {@link Execution} waits for. */
final class SequentialExecutions {
    private final PreparedRun<?> run;
    private final ExecutionSettings settings;
    private final Outset outset;
    private final SequentialNodes nodes;
    private final StopSignal stop;
    private final Sleeper sleeper = new Sleeper();

    /** {@code null} where nothing is recorded. */
    private final @Nullable RunJournal journal;

    SequentialExecutions(
            PreparedRun<?> run, ExecutionSettings settings, Outset outset, SequentialNodes nodes, StopSignal stop) {
        this.run = run;
        this.settings = settings;
        this.outset = outset;
        this.nodes = nodes;
        this.stop = stop;
        this.journal = RunJournal.of(settings.journal(), Runnable::run, stop::stop);
    }

    /** Runs {@code node} until it has ended, or is left for the run to stop or to pause. */
    void execute(int node) {
        int iteration = outset.course().iteration(node);
        Execution execution = new Execution(settings, run, outset.trace(), node, iteration, sleeper::wake);
        while (true) {
            switch (execution.next()) {
                case WAIT -> {
                    if (execution.maySleep()) {
                        fallAsleep(node, execution);
                        return;
                    }
                    if (!sleep(execution.awaited())) {
                        cutOff(node, execution);
                        return;
                    }
                }
                case FOUND -> {
                    found(node, execution);
                    return;
                }
                case ATTEMPT -> {
                    if (!attempt(node, execution)) {
                        return;
                    }
                }
            }
        }
    }

    /** Leaves the next attempt at {@code node} to another run; what does not wait for it goes on. */
    private void fallAsleep(int node, Execution execution) {
        if (execution.isToBegin()) {
            nodes.beginNow(node);
        }
        execution.sleep();
        nodes.paused(node);
    }

    private void found(int node, Execution execution) {
        nodes.beginNow(node);
        if (!execution.isReplayed()) {
            nodes.cacheHit(node);
        }
        Throwable error = execution.takeFound();
        if (!execution.isReplayed()) {
            over(node, error, false);
        } else if (error == null) {
            nodes.replayed(node);
        } else {
            nodes.failed(error, node);
        }
    }

    /** Gives whether another attempt follows. */
    private boolean attempt(int node, Execution execution) {
        if (execution.isToBegin()) {
            nodes.beginNow(node);
        }
        RetryDecision again = execution.ended(execution.attempt(false), stop);
        Throwable error = execution.error();
        if (error == null || again == null) {
            attempted(node, execution);
            return false;
        }
        if (stop.reason() != null) {
            cutOff(node, execution);
            return false;
        }
        nodes.retried(node, execution.attempt(), again.delayNanos(), error);
        execution.backOff(again);
        return true;
    }

    /** No further attempt follows. A node that ended early has not failed its run, which stops as the others do: maybe nobody has told it yet. */
    private void attempted(int node, Execution execution) {
        EarlyEnd early = execution.earlyEnd();
        if (early != null && early.reason() != null) {
            stop.stop(early.reason());
        }
        over(node, execution.error(), execution.wasInterrupted());
    }

    private void over(int node, @Nullable Throwable error, boolean isInterrupt) {
        if (error instanceof PauseSignal) {
            nodes.paused(node);
        } else if (error != null) {
            nodes.failed(error, node, isInterrupt);
        } else {
            nodes.completedNow(node);
        }
    }

    /** Waits; {@code false} if the run is to stop instead. */
    private boolean sleep(Awaited<?> awaited) {
        if (journal != null && !awaited.isHere()) {
            journal.recordEnds(true); // No start of an attempt takes them along for now.
        }
        StopSignal.Listener listener = reason -> sleeper.wake();
        stop.tell(listener);
        try {
            return sleeper.await(awaited, () -> stop.reason() != null);
        } catch (InterruptedException interrupt) {
            stop.stop("interrupted");
            Thread.currentThread().interrupt();
            return false;
        } finally {
            stop.forget(listener);
        }
    }

    /** The run is to stop while {@code node} waits. */
    private void cutOff(int node, Execution execution) {
        execution.leave();
        nodes.cutOff(node, execution.error());
    }
}
