package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.Course.Verdict;
import dev.hypergraph4j.runtime.NestedWork.Around;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run on one thread. While nothing can be skipped, repeated or stopped, and nothing has failed, generated code runs whole ranges of nodes without
 * coming back; otherwise it goes node by node, as its {@link Course} says.
 */
final class SequentialRun<O> {
    private final PreparedRun<O> run;
    private final Plan plan;
    private final GraphState state;
    private final Trace trace;
    private final Outset outset;
    private final @Nullable RunEvents events;
    private final Course course;
    private final @Nullable RunQuestions questions;
    private final ExecutionSettings settings;
    private final StopSignal stop;
    private final SequentialNodes nodes;
    private final SequentialExecutions executions;

    private SequentialRun(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Outset outset,
            @Nullable RunEvents events,
            StopSignal stop) {
        this.run = run;
        this.stop = stop;
        this.plan = run.plan();
        this.state = run.state();
        this.trace = outset.trace();
        this.outset = outset;
        this.events = events;
        this.course = outset.course();
        this.questions = outset.questions();
        this.settings = settings.of(run.options());
        this.nodes = new SequentialNodes(run, outset, events, stop);
        this.executions = new SequentialExecutions(run, this.settings, outset, nodes, stop);
        state.link(new LiveRun(
                plan, settings.pathAround(), course, trace, events, () -> stop.reason() != null, settings.journal()));
    }

    /** Runs on this thread. */
    static <O> RunResult<O> run(PreparedRun<O> run, ExecutionSettings settings, @Nullable RunEvents events) {
        if (events != null) {
            return toldOf(run, settings, events, new StopSignal());
        }
        return run.plan().isStraight() && settings.limits().isEmpty()
                ? runStraight(run, settings)
                : begun(run, settings, null, new StopSignal()).nodeByNode();
    }

    /** Runs on this thread, as part of another run, until it is told to stop by {@code stop}. */
    static <O> RunResult<O> runNested(
            PreparedRun<O> run, ExecutionSettings settings, @Nullable RunEvents events, StopSignal stop) {
        return events == null ? begun(run, settings, null, stop).nodeByNode() : toldOf(run, settings, events, stop);
    }

    private static <O> RunResult<O> toldOf(
            PreparedRun<O> run, ExecutionSettings settings, RunEvents events, StopSignal stop) {
        SequentialRun<O> told = begun(run, settings, events, stop);
        return events.endHere(told.trace, told::nodeByNode);
    }

    /** Runs on a thread of {@code executor}. */
    static <O> RunHandle<O> start(
            PreparedRun<O> run, ExecutionSettings settings, Executor executor, @Nullable RunEvents events) {
        StopSignal stop = new StopSignal();
        SequentialRun<O> started = begun(run, settings, events, stop);
        StartedRun<O> handle = new StartedRun<>(stop::stop);
        executor.execute(() -> {
            if (events == null) {
                handle.endWith(started::nodeByNode);
            } else {
                events.endLater(started.trace, started::nodeByNode, handle);
            }
        });
        return handle;
    }

    /** The hot path: it makes nothing but the trace and the result. */
    private static <O> RunResult<O> runStraight(PreparedRun<O> run, ExecutionSettings settings) {
        Trace trace = Trace.sequential(run.plan());
        GraphState state = run.state();
        state.begin(trace);
        Slice<O> slice = run.slice();
        for (int range = 0; range < slice.ranges(); range++) {
            try {
                state.run(slice.from(range), slice.to(range));
            } catch (Throwable error) {
                Outset outset = new Outset(trace, null, new Course(run, null), null, false);
                SequentialRun<O> rest = new SequentialRun<>(run, settings, outset, null, new StopSignal());
                return rest.nodeByNode(range, rest.takeOver(error, range));
            }
        }
        trace.finish(slice.last() < 0 ? trace.began() : trace.end(slice.last()));
        return RunResult.completed(run, trace, null);
    }

    private static <O> SequentialRun<O> begun(
            PreparedRun<O> run, ExecutionSettings settings, @Nullable RunEvents events, StopSignal stop) {
        Outset outset = Outset.of(run, plan -> begun(plan, settings), settings.journal() != null);
        return new SequentialRun<>(run, settings, outset, events, stop);
    }

    private static Trace begun(Plan plan, ExecutionSettings settings) {
        if (settings.journal() != null) {
            return Trace.journaled(plan, false);
        }
        return settings.limits().isEmpty() ? Trace.sequential(plan) : Trace.waiting(plan);
    }

    /** Notes what ran straight until a node of {@code range} threw {@code error}, and gives the number of the next node. */
    private int takeOver(Throwable error, int range) {
        Slice<O> slice = run.slice();
        int failed = -1;
        for (int before = 0; before <= range; before++) {
            for (int node = slice.from(before); node < slice.to(before) && failed < 0; node++) {
                if (trace.hasEnded(node)) {
                    course.endedBefore(node);
                } else {
                    failed = node;
                }
            }
        }
        nodes.failed(error, failed);
        return failed + 1;
    }

    private RunResult<O> nodeByNode() {
        if (events != null) {
            events.runStarted(trace);
        }
        return nodeByNode(0, run.slice().ranges() == 0 ? 0 : run.slice().from(0));
    }

    /** Goes on with the node {@code first} of the range {@code firstRange}. */
    private RunResult<O> nodeByNode(int firstRange, int first) {
        boolean ranAll = runUntilStopped(firstRange, first);
        trace.finish(System.nanoTime());
        if (ranAll && !nodes.areIncomplete() && !course.isPaused()) {
            return RunResult.completed(run, trace, events);
        }
        String reason = stop.reason();
        if (reason == null && course.isPaused()) {
            return RunResult.paused(run, outset.pausedHere(), events);
        }
        return reason == null ? RunResult.failed(run, trace, events) : RunResult.stopped(run, trace, events, reason);
    }

    private boolean runUntilStopped(int firstRange, int first) {
        Slice<O> slice = run.slice();
        for (int range = firstRange; range < slice.ranges(); range++) {
            int node = range == firstRange ? first : slice.from(range);
            while (node < slice.to(range)) {
                int index = plan.flow().regionOf(node);
                if (index < 0) {
                    if (!course.isThrough(node)) {
                        if (!reach(node)) {
                            return false;
                        }
                        nodes.noteIfSkipped(node);
                    }
                    node++;
                } else {
                    Region region = plan.flow().regions().get(index);
                    if (!course.isOver(region) && !turnUntilDone(region)) {
                        return false;
                    }
                    node = region.to();
                }
            }
        }
        return true;
    }

    private boolean turnUntilDone(Region region) {
        do {
            for (int node = region.from(); node < region.to(); node++) {
                if (!course.isThrough(node) && !reach(node)) {
                    return false;
                }
            }
        } while (course.turn(region) && !isExhausted(region));
        for (int node = region.from(); node < region.to(); node++) {
            nodes.noteIfSkipped(node);
        }
        return true;
    }

    private boolean isStopped() {
        String reason = stop.reason();
        if (reason != null && events != null) {
            events.stopRequested(reason);
        }
        return reason != null;
    }

    private boolean isExhausted(Region region) {
        if (!course.isExhausted(region)) {
            return false;
        }
        nodes.exhausted(region);
        return true;
    }

    /** Runs {@code node} if it is to run, and says whether the run goes on: it is stopped where a node would run, not where one would not. */
    private boolean reach(int node) {
        if (course.look(node) == Verdict.RUN) {
            if (isStopped()) {
                return false;
            }
            if (settings.concern(plan, node) && !isAsked(node)) {
                executions.execute(node);
            } else {
                runOne(node);
            }
        }
        return true;
    }

    /** Whether {@code node} has asked before: there is nothing to execute, only an answer to be taken. */
    private boolean isAsked(int node) {
        return questions != null && questions.isOpen(node);
    }

    private void runOne(int node) {
        nodes.begin(node);
        try {
            if (questions == null) {
                state.run(node, node + 1);
            } else {
                questions.run(node, state, trace);
            }
            if (plan.isNested(node) && !nest(node)) {
                return;
            }
        } catch (PauseSignal pause) {
            nodes.paused(node);
            return;
        } catch (Throwable error) {
            nodes.failed(error, node);
            return;
        }
        nodes.completed(node);
    }

    /** Runs the nested graph that {@code node} is; gives whether it came to its end, and was not stopped. */
    private boolean nest(int node) throws Throwable {
        NestedWork work = NestedQuestions.work(run, node);
        NestedEnd end = keepChild(
                node,
                () -> work.runHere(
                        new Around(
                                node,
                                NestedQuestions.options(run, node),
                                settings.in(plan.node(node), course.iteration(node)),
                                events),
                        stop));
        if (end.stopReason() != null) {
            nodes.nestedStopped(node, end.stopReason());
            return false;
        }
        if (NestedQuestions.ended(run, node, end)) {
            throw new PauseSignal();
        }
        if (end.error() != null) {
            throw end.error();
        }
        state.complete(node, end.outputs());
        trace.end(node, System.nanoTime());
        return true;
    }

    private NestedEnd keepChild(int node, Supplier<NestedEnd> nested) {
        try {
            NestedEnd end = nested.get();
            trace.child(node, end.child());
            return end;
        } catch (HypergraphException failed) {
            trace.child(node, failed);
            throw failed;
        }
    }
}
