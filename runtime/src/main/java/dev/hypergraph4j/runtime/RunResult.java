package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.log.MapLog;
import dev.hypergraph4j.runtime.log.RunLog;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended and what it gave. Immutable and thread-safe.
 *
 * <p>The result of a {@link RunStatus#COMPLETED} run holds its outputs and no other value of the run; that of another holds what was produced
 * until the end, for {@link #values()}.
 *
 * @param <O> the type of the outputs: the generated record of the graph
 */
public final class RunResult<O> {
    private final Plan plan;
    private final Slice<O> slice;
    private final Trace trace;
    private final RunOptions options;
    private final long item;
    private final RunStatus status;
    private final @Nullable O outputs;
    private final @Nullable GraphState state;
    private final @Nullable String stopReason;
    private final List<PauseInfo> pauses;

    /** What its nodes asked; {@code null} where they can't. */
    private final @Nullable RunQuestions questions;

    /** Knows the run's id where somebody was told of the run. */
    private final @Nullable RunEvents events;

    // Made when first asked for: random ids cost as much as ten nodes.
    private volatile @Nullable String runId;
    private volatile @Nullable RunLog log;
    private volatile @Nullable HypergraphException error;

    /** What was there when the run went on, which may change it. */
    private volatile @Nullable Map<String, Object> valuesAtPause;

    private RunResult(
            PreparedRun<O> run,
            Trace trace,
            @Nullable RunEvents events,
            RunStatus status,
            @Nullable O outputs,
            @Nullable String stopReason) {
        this.plan = run.plan();
        this.slice = run.slice();
        this.trace = trace;
        this.options = run.options();
        this.item = run.item();
        this.status = status;
        this.outputs = outputs;
        this.state = status == RunStatus.COMPLETED && !options.capturesValues() ? null : run.state();
        this.stopReason = stopReason;
        this.events = events;
        this.questions = RunQuestions.of(run);
        this.pauses = status == RunStatus.PAUSED && questions != null ? questions.open() : List.of();
        this.runId = questions == null ? null : questions.runId();
    }

    static <O> RunResult<O> completed(PreparedRun<O> run, Trace trace, @Nullable RunEvents events) {
        return new RunResult<>(run, trace, events, RunStatus.COMPLETED, run.outputs(), null);
    }

    static <O> RunResult<O> failed(PreparedRun<O> run, Trace trace, @Nullable RunEvents events) {
        return new RunResult<>(run, trace, events, RunStatus.FAILED, null, null);
    }

    static <O> RunResult<O> stopped(PreparedRun<O> run, Trace trace, @Nullable RunEvents events, String reason) {
        return new RunResult<>(run, trace, events, RunStatus.STOPPED, null, reason);
    }

    /** @param here where it can go on */
    static <O> RunResult<O> paused(PreparedRun<O> run, Outset here, @Nullable RunEvents events) {
        if (here.questions() != null) {
            here.questions().pausedAt(here);
        }
        return new RunResult<>(run, here.trace(), events, RunStatus.PAUSED, null, null);
    }

    /** The result of a run whose outputs are there, and of whose nodes nothing is known any more. */
    static <O> RunResult<O> restored(PreparedRun<O> run) {
        Trace trace = Trace.sequential(run.plan());
        trace.finish(trace.began());
        return completed(run, trace, null);
    }

    /** The result of an item of a map that was stopped before it started. */
    static <O> RunResult<O> unstarted(PreparedRun<O> run, String reason) {
        Trace trace = Trace.sequential(run.plan());
        trace.finish(trace.began());
        return stopped(run, trace, null, reason);
    }

    /** Adds what the run did to the log of its map. */
    void addTo(MapLog.Collector map) {
        map.add(item, slice, trace);
    }

    /**
     * The outputs of a completed run.
     *
     * @throws GraphConfigException if the run did not complete, with its error as the cause; ask for {@link #values()} then
     */
    // An entry method may return an output that may be absent: null is one of O's values then.
    @SuppressWarnings("NullAway")
    public O outputs() {
        if (status != RunStatus.COMPLETED) {
            Message message = Message.of(
                    "NoOutputs", "The run of '" + plan.name() + "' is " + status + ", so it has no outputs.");
            for (PauseInfo pause : pauses) {
                message = message.fact(pause.node(), pause.prompt());
            }
            message = pauses.isEmpty() ? message : message.fix("answer what it asks: graph.resume(result, answers)");
            message = message.fix("look at status() first, and at error()")
                    .fix("take what was produced until then from values()");
            throw new GraphConfigException(message, error().orElse(null));
        }
        return outputs;
    }

    /** How the run ended. */
    public RunStatus status() {
        return status;
    }

    /** Whether the run completed, so that it has {@link #outputs()}. */
    public boolean isCompleted() {
        return status == RunStatus.COMPLETED;
    }

    /** The graph's name. */
    public String graph() {
        return plan.name();
    }

    /** The run's id: the one of its {@link RunOptions}, or else a random UUID. Of an item of a map {@code id/7}, if the map was given an id. */
    public String runId() {
        String id = runId;
        if (id == null) {
            synchronized (this) {
                id = runId;
                if (id == null) {
                    id = events == null ? madeId(options.runId()) : events.runId();
                    runId = id;
                }
            }
        }
        return id;
    }

    /**
     * Why the run failed: a {@link NodeExecutionException} with what the first failing node threw, in the order of the plan, or an
     * {@link InfiniteLoopException}, or an {@link UnansweredQuestionException}; empty where nothing failed. The others are its suppressed exceptions.
     */
    public Optional<HypergraphException> error() {
        List<Trace.Failure> failures = trace.failures();
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        HypergraphException made = error;
        if (made == null) {
            made = errorOf(failures);
        }
        return Optional.of(made);
    }

    /** Made once: an exception of the run itself is always the same, and must not get the others as suppressed ones again and again. */
    private synchronized HypergraphException errorOf(List<Trace.Failure> failures) {
        HypergraphException made = error;
        if (made == null) {
            made = exception(failures.get(0));
            failures.stream().skip(1).map(this::exception).forEach(made::addSuppressed);
            error = made;
        }
        return made;
    }

    /** How often event processors have thrown something; it had no effect on the run. */
    public long processorFailures() {
        return events == null ? 0 : events.failures();
    }

    /** The first question, in the order of the plan, that the run waits to be answered; empty where the run is not {@link RunStatus#PAUSED}. */
    public Optional<PauseInfo> pause() {
        return pauses.stream().findFirst();
    }

    /** All questions that the run waits to be answered, in the order of the plan; empty where the run is not {@link RunStatus#PAUSED}. */
    public List<PauseInfo> pauses() {
        return pauses;
    }

    /** The answers that no question has taken. A run that goes on still has them. */
    public Answers unusedAnswers() {
        return questions == null ? options.answers() : questions.unused();
    }

    /**
     * The run that goes on with this one.
     *
     * @throws GraphConfigException if this result can't be resumed by the graph {@code asking}, or not with these answers
     */
    PreparedRun<O> resumed(GraphDefinition asking, Answers answers) {
        if (!asking.equals(plan.definition())) {
            throw PauseErrors.ofAnotherGraph(asking.name(), plan.name());
        }
        if (status != RunStatus.PAUSED || questions == null || state == null) {
            throw PauseErrors.notPaused(plan.name(), status);
        }
        PauseErrors.refuseUnknown(plan, answers);
        resumeWith(answers);
        return goneOn(unusedAnswers().and(answers));
    }

    /**
     * Says that this run, which has paused, is to go on.
     *
     * @throws GraphConfigException if an answer does not fit its question, or it has gone on before
     */
    void resumeWith(Answers more) {
        Objects.requireNonNull(questions).resumeAs(runId(), more);
    }

    /** The run that goes on with this one, and has no other answers than {@code all}. */
    PreparedRun<O> goneOn(Answers all) {
        keepValues();
        return new PreparedRun<>(plan, slice, Objects.requireNonNull(state), options.withAnswers(all), item);
    }

    /** What the result tells must not change when the run goes on. */
    private void keepValues() {
        valuesAtPause = values();
        if (options.capturesValues()) {
            log().steps();
        }
    }

    /** Why the run was stopped; empty where it was not. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /**
     * Values by name: of a completed run its outputs, of another all that its nodes had given until it ended, in the order of the plan. Absent
     * ones are left out.
     */
    public Map<String, Object> values() {
        if (status == RunStatus.COMPLETED) {
            return outputs == null ? Map.of() : slice.byName(outputs);
        }
        Map<String, Object> kept = valuesAtPause;
        if (kept != null) {
            return kept;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int node = 0; node < plan.size() && state != null; node++) {
            if (trace.hasGiven(node)) {
                putOutputs(node, state, values);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /**
     * How the nested graph called {@code node} ended; of one in a cycle, how it did the last time.
     *
     * @throws IllegalArgumentException if no node that is a nested graph has this name; the message says which was probably meant
     * @throws GraphConfigException if it did not run, or is mapped
     */
    public RunResult<?> child(String node) {
        return new Children(plan, trace).run(node);
    }

    /**
     * How the mapped nested graph called {@code node} ended; of one in a cycle, how it did the last time.
     *
     * @throws IllegalArgumentException if no node that is a nested graph has this name; the message says which was probably meant
     * @throws GraphConfigException if it did not run, or is not mapped
     */
    public MapResult<?> mappedChild(String node) {
        return new Children(plan, trace).map(node);
    }

    /** What the run did: always there, whatever the status. */
    public RunLog log() {
        RunLog made = log;
        if (made == null) {
            synchronized (this) {
                made = log;
                if (made == null) {
                    Children children = new Children(plan, trace);
                    made = RunLog.of(plan, slice, trace, options.capturesValues() ? state : null, children::log);
                    log = made;
                }
            }
        }
        return made;
    }

    /** {@code rag COMPLETED: 3 nodes, 12 ms, 0 errors}. */
    @Override
    public String toString() {
        return plan.name() + " " + status + ": " + log().summary();
    }

    /** The nodes that were skipped, in the order of the plan: no gate opened them, or nobody gave what they can't do without. */
    public List<String> skipped() {
        return log().skipped();
    }

    private HypergraphException exception(Trace.Failure failure) {
        if (failure.node() < 0) {
            return (HypergraphException) failure.error();
        }
        if (failure.error() instanceof UnansweredQuestionException unanswered) {
            return plan.isNested(failure.node())
                    ? unanswered.within(plan.name(), plan.node(failure.node()).name())
                    : unanswered.copy();
        }
        if (plan.isNested(failure.node()) && failure.error() instanceof NodeExecutionException inner) {
            return inner.within(plan.name(), plan.node(failure.node()).name(), item, log());
        }
        return new NodeExecutionException(plan.name(), plan.node(failure.node()), item, failure, log());
    }

    private String madeId(@Nullable String given) {
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        return item == PreparedRun.NO_ITEM ? given : given + "/" + item;
    }

    private void putOutputs(int node, GraphState values, Map<String, Object> target) {
        for (int i = 0; i < plan.node(node).outputs().size(); i++) {
            int slot = plan.outputSlot(node, i);
            Object value = values.value(slot);
            if (value != null) {
                target.put(plan.slots().get(slot), value);
            }
        }
    }
}
