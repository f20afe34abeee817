package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import dev.hypergraph4j.runtime.NestedWork.Threading;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One run on many threads. Workers take ready nodes from a queue: tasks of the executor, and the thread that called {@link #runHere()}. Who ends
 * a node notes which ones are ready now, goes on with one of them, and calls workers for the others.
 *
 * <p>All bookkeeping is done under one lock, that of the {@link Coordination}; nodes, and whatever else is not ours, run outside of it, in
 * {@link NodeCalls}. That a worker leaves the lock after a node and another takes it before the next one is also what makes a value visible to the
 * thread that takes it.
 *
 * <p>Since the calling thread works too, runs that are called by nodes of other runs can't starve each other of the threads of a bounded executor.
 */
final class DataflowRun<O> implements Coordination.Outside, StopSignal.Listener {
    private final PreparedRun<O> run;
    private final Outset outset;
    private final @Nullable RunEvents events;
    private final Executor executor;

    /** {@code null} where the thread that called the run takes the result itself. */
    private final @Nullable StartedRun<O> handle;

    private final Coordination coordination;
    private final NodeCalls calls;

    /** {@code null} where every node takes but one call of its method. */
    private final @Nullable NodeExecutions executions;

    /** {@code null} where nothing is recorded. */
    private final @Nullable RunJournal journal;

    private DataflowRun(PreparedRun<O> run, ExecutionSettings around, Workforce workforce, @Nullable RunEvents events) {
        Plan plan = run.plan();
        ExecutionSettings settings = around.of(run.options());
        JournalScope scope = settings.journal();
        this.run = run;
        this.events = events;
        this.executor = workforce.executor();
        this.handle = workforce.hasCaller() ? null : new StartedRun<>(this::stop);
        this.outset = Outset.of(
                run, known -> scope != null ? Trace.journaled(known, true) : Trace.concurrent(known), scope != null);
        this.coordination = new Coordination(run, outset, workforce, events, this);
        run.state()
                .link(new LiveRun(
                        plan,
                        settings.pathAround(),
                        outset.course(),
                        outset.trace(),
                        events,
                        coordination::isStopping,
                        scope));
        this.journal = RunJournal.of(scope, executor, this::stop);
        NodeNotes notes = new NodeNotes(outset, events);
        NodeStages stages = new NodeStages(run.state(), coordination);
        this.executions =
                isPlain(plan, settings) ? null : new NodeExecutions(run, settings, outset, notes, stages, coordination);
        NestedNodes nested = plan.isNesting() ? nestedNodes(settings, workforce, notes) : null;
        this.calls = new NodeCalls(run, outset, notes, executions, stages, nested, coordination);
    }

    private NestedNodes nestedNodes(ExecutionSettings settings, Workforce workforce, NodeNotes notes) {
        Executor helped = coordination.caller().helped();
        Threading threading = new Threading(helped == null ? executor : helped, workforce.limit());
        return new NestedNodes(run, settings, outset.course(), events, threading, notes, coordination);
    }

    /** Whether every node takes but one call of its method. */
    private static boolean isPlain(Plan plan, ExecutionSettings settings) {
        return plan.isStraight() && settings.limits().isEmpty() && settings.journal() == null;
    }

    /** Runs with the help of this thread, until the run is over. */
    static <O> RunResult<O> run(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable RunEvents events) {
        return new DataflowRun<>(run, settings, Workforce.of(run.plan(), executor, maxConcurrency, true), events)
                .runHere();
    }

    /** Runs on the threads of {@code executor} alone. */
    static <O> RunHandle<O> start(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable RunEvents events) {
        DataflowRun<O> started =
                new DataflowRun<>(run, settings, Workforce.of(run.plan(), executor, maxConcurrency, false), events);
        started.begin();
        return started.handle();
    }

    /** Runs with the help of this thread, as part of a run on this thread, until it is over or told to stop by {@code stop}. */
    static <O> RunResult<O> runNested(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable RunEvents events,
            StopSignal stop) {
        DataflowRun<O> called =
                new DataflowRun<>(run, settings, Workforce.of(run.plan(), executor, maxConcurrency, true), events);
        stop.tell(called);
        try {
            return called.runHere();
        } finally {
            stop.forget(called);
        }
    }

    /** One of several runs that share {@code limit}, {@code null} where there is none. It has not begun. */
    static <O> DataflowRun<O> sharing(
            @Nullable ConcurrencyLimit limit,
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            @Nullable RunEvents events) {
        return new DataflowRun<>(run, settings, Workforce.sharing(limit, executor), events);
    }

    /** That of a run that nobody has called. */
    RunHandle<O> handle() {
        return Objects.requireNonNull(handle);
    }

    // Threads

    /** Lets others run it. */
    void begin() {
        tellStart();
        coordination.advance(NONE, null, false);
    }

    /** Runs until there is nothing left for this thread to do, which may be before the run is over. */
    void workHere() {
        tellStart();
        coordination.workerCalled();
        work();
    }

    private void work() {
        coordination.workerCame();
        int node = coordination.advance(NONE, null, true);
        while (node != NONE) {
            node = calls.perform(node);
        }
        coordination.underWay().threadLeaves();
    }

    /** Runs until the run is over. */
    private RunResult<O> runHere() {
        boolean wasInterrupted = false;
        tellStart();
        int node = coordination.advance(NONE, null, true);
        while (node != NONE || !coordination.isOver()) {
            try {
                coordination.caller().helpNested();
                node = node == NONE ? coordination.caller().awaitNode() : calls.perform(node);
            } catch (InterruptedException stop) {
                wasInterrupted = true;
                interrupt();
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        return events == null ? result() : events.endHere(outset.trace(), this::result);
    }

    private void tellStart() {
        if (events != null) {
            events.runStarted(outset.trace());
        }
    }

    @Override
    public void call(int workers) {
        for (int i = 0; i < workers; i++) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | Error refused) {
                // RejectedExecutionException, or OutOfMemoryError where the system has no more threads.
                giveUp(refused, workers - i);
                return;
            }
        }
    }

    /** What is recorded has not failed with it, as a run has that can't be gone on with: it stops first. */
    private void giveUp(Throwable refused, int workersThatWillNotCome) {
        if (journal != null) {
            journal.stops(refused);
        }
        coordination.giveUp(refused, workersThatWillNotCome);
    }

    // Nodes between threads

    @Override
    public void cutOff(BitSet nodes) {
        Objects.requireNonNull(executions).cutOff(nodes);
    }

    @Override
    public void fallAsleep(BitSet nodes) {
        Objects.requireNonNull(executions).fallAsleep(nodes);
    }

    @Override
    public void recordEnds(boolean isOurs) {
        if (journal != null) {
            journal.recordEnds(isOurs);
        }
    }

    // The end

    @Override
    public void stop(String reason) {
        coordination.stop(reason);
    }

    /** Stops the run, and asks what is under way to end early. */
    @Override
    public void interrupt() {
        stop(journal == null ? "interrupted" : journal.interrupted());
        coordination.underWay().interrupt();
    }

    @Override
    public void runEnded() {
        if (handle == null) {
            return; // The caller was woken.
        }
        if (events == null) {
            handle.endWith(this::result);
        } else {
            events.endLater(outset.trace(), this::result, handle);
        }
    }

    private RunResult<O> result() {
        return coordination.end().result(run, outset, events);
    }
}
