package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A graph that the compiler has proved and generated: the superclass of {@code RagGraph} for a type {@code Rag}. The subclass adds
 * {@code create}, and {@code run} with the required inputs as parameters.
 *
 * <p>Immutable: {@link #bind}, {@link #unbind} and {@link #with} give another graph. Thread-safe, as far as the objects that hold the node
 * methods are: they are shared by all runs.
 *
 * @param <I> the generated inputs record
 * @param <O> the generated outputs record
 */
public abstract class CompiledGraph<I, O> {
    private final Plan plan;
    private final InputSpec spec;
    private final Runner runner;
    private final GraphSettings settings;

    /**
     * Called by generated code.
     *
     * @param nested the graphs that are nodes of this one, in the order of the plan
     */
    protected CompiledGraph(Plan plan, InputSpec spec, GraphSettings settings, CompiledGraph<?, ?>... nested) {
        this.plan = nested.length == 0 ? plan : plan.nesting(nested(nested));
        this.spec = settings.bound().isEmpty()
                ? spec
                : spec.withBound(settings.bound().keySet());
        this.settings = settings;
        Runner set = settings.runner();
        this.runner = set != null ? set : this.plan.isAsynchronous() ? AsyncRunner.create() : SyncRunner.create();
    }

    private static List<Plan.Nested> nested(CompiledGraph<?, ?>... graphs) {
        return Arrays.stream(graphs)
                .map(graph -> new Plan.Nested(graph.plan, graph.ownRunner() != null))
                .toList();
    }

    /**
     * Runs the graph on its runner and waits for the end.
     *
     * @throws NodeExecutionException if a node throws
     */
    public RunResult<O> run(I inputs) {
        return runner.run(prepare(inputs, RunOptions.defaults()));
    }

    /**
     * Runs the graph on its runner and waits for the end.
     *
     * @throws NodeExecutionException if a node throws, under {@link ErrorHandling#RAISE}
     */
    public RunResult<O> run(I inputs, RunOptions options) {
        return runner.run(prepare(inputs, options));
    }

    /** Starts the graph on other threads: on its runner if that has them or records its runs, else on an {@link AsyncRunner}. */
    public RunHandle<O> runAsync(I inputs) {
        return runAsync(inputs, RunOptions.defaults());
    }

    /** Starts the graph on other threads: on its runner if that has them or records its runs, else on an {@link AsyncRunner}. */
    public RunHandle<O> runAsync(I inputs, RunOptions options) {
        return concurrentRunner().start(prepare(inputs, options));
    }

    /**
     * Runs the graph with inputs that come by name, as from a tool or a configuration. Inputs with a default may be left out, and bound ones.
     *
     * @throws GraphConfigException if a name is unknown or a value of the wrong type
     * @throws MissingInputException if an input is missing
     * @throws NodeExecutionException if a node throws
     */
    public RunResult<O> runByName(Map<String, ? extends @Nullable Object> values) {
        return runByName(values, RunOptions.defaults());
    }

    /** Runs the graph with inputs that come by name; see {@link #runByName(Map)}. */
    public RunResult<O> runByName(Map<String, ? extends @Nullable Object> values, RunOptions options) {
        PauseErrors.refuseUnknown(plan, options.answers());
        Map<String, Object> all = new LinkedHashMap<>(settings.bound());
        all.putAll(spec.checked(values));
        return runner.run(observed(prepareUnbound(inputsOf(all), options)));
    }

    /**
     * Goes on with a run of this graph that paused, on this graph's runner, and waits for the end: what ran before does not run again, and the
     * questions that {@code answers} answers are not asked again. The run keeps its id and its options. Where it pauses again, there is a next
     * result to resume.
     *
     * @param paused a result of this graph whose status is PAUSED; it can be resumed once
     * @throws GraphConfigException if the result can't be resumed, or an answer does not fit its question; nothing has run then
     * @throws ConflictException if a question that {@code answers} answers has an answer in the store already, which counts; nothing has run then
     * @throws NodeExecutionException if a node throws, under {@link ErrorHandling#RAISE}
     */
    public RunResult<O> resume(RunResult<O> paused, Answers answers) {
        return runner.run(goingOn(runner, paused, answers));
    }

    /** Goes on with a run that paused, as {@link #resume(RunResult, Answers)} does, on other threads. */
    public RunHandle<O> resumeAsync(RunResult<O> paused, Answers answers) {
        Runner concurrent = concurrentRunner();
        return concurrent.start(goingOn(concurrent, paused, answers));
    }

    /** Starts the graph as {@link #runAsync(Object)} does, and gives what happens, event by event, and the result at the end. */
    public EventIterator<O> iter(I inputs) {
        return iter(inputs, RunOptions.defaults());
    }

    /** Starts the graph as {@link #runAsync(Object, RunOptions)} does, and gives what happens, event by event, and the result at the end. */
    public EventIterator<O> iter(I inputs, RunOptions options) {
        return concurrentRunner().iter(this, inputs, options);
    }

    /**
     * Runs the graph once for each of {@code inputs}, on its runner, and waits for the end of all.
     *
     * @throws NodeExecutionException if a node throws: that of the first item that fails, in their order; no further item has started
     */
    public MapResult<O> map(Iterable<? extends I> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /**
     * Runs the graph once for each of {@code inputs}, on its runner, and waits for the end of all.
     *
     * @throws NodeExecutionException if a node throws, under {@link ErrorHandling#RAISE}: that of the first item that fails, in their order; no
     *     further item has started
     */
    public MapResult<O> map(Iterable<? extends I> inputs, RunOptions options) {
        return runner.map(prepareAll(inputs, options));
    }

    /** Runs the graph once for each of {@code inputs}, on its runner, as the results are asked for: in bounded memory, for any number of them. */
    public MapIterator<O> mapIter(Iterable<? extends I> inputs) {
        return inputs instanceof Collection<? extends I> all
                ? runner.mapIter(preparePresent(all, RunOptions.defaults()))
                : mapIter(inputs.iterator());
    }

    /** Runs the graph once for each of {@code inputs}, on its runner, as the results are asked for: in bounded memory, for any number of them. */
    public MapIterator<O> mapIter(Iterator<? extends I> inputs) {
        return mapIter(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each of {@code inputs}, on its runner, as the results are asked for: in bounded memory, for any number of them. */
    public MapIterator<O> mapIter(Iterator<? extends I> inputs, RunOptions options) {
        return runner.mapIter(prepareEach(inputs, options));
    }

    /** Starts a map on other threads: on the graph's runner if that can run nodes concurrently, else on an {@link AsyncRunner}. */
    public MapHandle<O> mapAsync(Iterable<? extends I> inputs) {
        return mapAsync(inputs, RunOptions.defaults());
    }

    /** Starts a map on other threads: on the graph's runner if that can run nodes concurrently, else on an {@link AsyncRunner}. */
    public MapHandle<O> mapAsync(Iterable<? extends I> inputs, RunOptions options) {
        return concurrentRunner().startMap(prepareAll(inputs, options));
    }

    /**
     * Spawns a workflow of this graph: it is created together with the completion of the step that {@code context} is of, and run by whoever serves
     * this graph; see {@link Workflows}. Its id is made of that step, so that it is created once, however often the node is tried. It is cancelled with
     * the workflow that spawned it.
     *
     * @return its id, by which a node of the same workflow may wait for it: {@link #awaitSpawned}
     * @throws ConflictException if somebody has started another workflow with this id
     * @throws IncompatibleRunnerException if only its result would be recorded, and this graph needs more; see {@link #awaitSpawned}
     * @throws IllegalStateException if the run has no checkpointer, or the attempt that {@code context} is of is over
     */
    public String spawn(NodeContext context, I inputs) {
        return spawn(context, inputs, ChildPolicy.CANCEL);
    }

    /**
     * Spawns a workflow as {@link #spawn(NodeContext, Object)} does.
     *
     * @param policy what becomes of it when the workflow that spawned it is cancelled; recorded with it, it stays so
     */
    public String spawn(NodeContext context, I inputs, ChildPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return Spawning.of(context, "spawns a workflow").spawn(prepare(inputs, RunOptions.defaults()), policy);
    }

    /**
     * The outputs of a workflow of this graph that the workflow of {@code context} has spawned. Where it has not come to its end, the node ends here
     * with an exception that it must let pass: the workflow waits, holding no thread, and the node is called again when there is news.
     *
     * <p>In a retry or fork that may be a workflow that one has spawned of which it was made.
     *
     * @throws GraphConfigException if it failed or was cancelled, or if it has not ended and was spawned by a workflow that this one does not come from
     * @throws IncompatibleRunnerException if only the result of the run is recorded: a workflow that waits has to be
     * @throws IllegalStateException if the run has no checkpointer
     */
    public O awaitSpawned(NodeContext context, String workflow) {
        return Spawning.of(context, "waits for a workflow").await(this, workflow);
    }

    /** What the graph takes. */
    public InputSpec inputs() {
        return spec;
    }

    /** What the graph is. */
    public GraphDefinition definition() {
        return plan.definition();
    }

    /** The graph as a text for people: its inputs, its nodes in the order they run in, its outputs. */
    public String describe() {
        return definition().describe();
    }

    /** The graph as a Mermaid flowchart. */
    public String toMermaid() {
        return definition().toMermaid();
    }

    /** The graph in Graphviz' DOT language. */
    public String toDot() {
        return definition().toDot();
    }

    /**
     * The same graph with a value bound to an input, which callers need not give any more. An input that a run gives explicitly wins over the
     * bound value; an optional one that was left at its default does not.
     *
     * @throws GraphConfigException if there is no such input, or the value is not of its type
     */
    public CompiledGraph<I, O> bind(String input, Object value) {
        Objects.requireNonNull(value, "value");
        return with(settings.bind(spec.checked(Map.of(input, value))));
    }

    /**
     * The same graph without the values bound to these inputs.
     *
     * @throws GraphConfigException if there is no such input
     */
    public CompiledGraph<I, O> unbind(String... inputs) {
        List<String> names = List.of(inputs);
        names.forEach(spec::input);
        return with(settings.unbind(names));
    }

    /** The same graph with another runner. */
    public CompiledGraph<I, O> with(Runner newRunner) {
        return with(settings.with(newRunner));
    }

    /** The same graph with one more processor that is told what happens in its runs. */
    public CompiledGraph<I, O> with(EventProcessor processor) {
        return with(settings.with(processor));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + spec;
    }

    // What generated code fills in

    /** A graph of the same nodes with other settings. */
    protected abstract CompiledGraph<I, O> with(GraphSettings newSettings);

    /** A run of all nodes. */
    protected abstract PreparedRun<O> prepareUnbound(I inputs, RunOptions options);

    /**
     * The inputs that hold {@code values}, which were checked against the {@link InputSpec}.
     *
     * @throws MissingInputException if one is missing that a run can't do without
     */
    protected abstract I inputsOf(Map<String, Object> values);

    /** The inputs with what is bound in place of optional ones that were left at their default. */
    protected abstract I withBound(I inputs, GraphSettings bound);

    // What generated code calls

    /** What was set on this graph. */
    protected final GraphSettings settings() {
        return settings;
    }

    /** The same graph with more values bound. */
    protected final GraphSettings bound(Map<String, Object> values) {
        return settings.bind(values);
    }

    /** The inputs that an entry method got, with what is bound in their places. */
    protected final I effective(I inputs) {
        return settings.bound().isEmpty() ? inputs : withBound(inputs, settings);
    }

    /** Runs what an entry method needs, and gives its output. */
    protected final <T> T runEntry(PreparedRun<T> run) {
        return runner.run(observed(run)).outputs();
    }

    /** Starts what an entry method needs on other threads. */
    protected final <T> RunHandle<T> startEntry(PreparedRun<T> run) {
        return concurrentRunner().start(observed(run));
    }

    // For runners

    /** A run of this graph, ready for a runner. */
    final PreparedRun<O> prepare(I inputs, RunOptions options) {
        Objects.requireNonNull(inputs, "inputs");
        PauseErrors.refuseUnknown(plan, options.answers());
        return observed(prepareUnbound(effective(inputs), options));
    }

    /** A run that goes on where one has paused: in memory, or, where the runner records what it does, from what was recorded. */
    private PreparedRun<O> goingOn(Runner by, RunResult<O> paused, Answers answers) {
        DurableRuns durable = DurableRuns.of(by);
        if (durable == null || paused.status() != RunStatus.PAUSED) {
            return paused.resumed(plan.definition(), answers);
        }
        String id = paused.runId();
        History history = durable.store()
                .history(id)
                .orElseThrow(() -> StoreException.failedTo("find workflow '" + id + "', which has paused", null));
        StoredQuestions.refuseAnswered(history, paused.pauses(), answers);
        RunOptions options = paused.resumed(plan.definition(), answers).options();
        return prepareRecorded(
                history.inputs(),
                durable.store().codec(),
                options.withRunId(id).withAnswers(options.answers().leftOver(true)));
    }

    /** A run of this graph with inputs that were recorded. */
    final PreparedRun<O> prepareRecorded(Map<String, Payload> inputs, ValueCodec codec, RunOptions options) {
        return observed(prepareUnbound(inputsOf(RecordedValues.read(inputs, plan, codec)), options));
    }

    /** What runners need to know of this graph. */
    final Plan plan() {
        return plan;
    }

    /** The runner that was set on this graph; {@code null} where it is run by its default one, or by the one of the graph around it. */
    final @Nullable Runner ownRunner() {
        return settings.runner();
    }

    /** The same run with the processors of this graph, and with the graphs that are nested in it. */
    private <T> PreparedRun<T> observed(PreparedRun<T> run) {
        PreparedRun<T> known = run.of(plan);
        return settings.processors().isEmpty() ? known : known.withProcessors(settings.processors());
    }

    private RunOptions observed(RunOptions options) {
        return options.withProcessors(settings.processors());
    }

    /** The runs of a map over inputs that are all there, or are waited for here. */
    final PreparedMap<O> prepareAll(Iterable<? extends I> inputs, RunOptions options) {
        List<I> all = new ArrayList<>();
        inputs.forEach(all::add);
        return preparePresent(all, options);
    }

    private PreparedMap<O> preparePresent(Collection<? extends I> inputs, RunOptions options) {
        return new PreparedMap<>(plan, prepared(inputs.iterator(), options), true, inputs.size(), observed(options));
    }

    /** The runs of a map over inputs that are asked for when there is a place for them. */
    final PreparedMap<O> prepareEach(Iterator<? extends I> inputs, RunOptions options) {
        return new PreparedMap<>(plan, prepared(inputs, options), false, -1, observed(options));
    }

    private Iterator<PreparedRun<O>> prepared(Iterator<? extends I> inputs, RunOptions options) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return inputs.hasNext();
            }

            @Override
            public PreparedRun<O> next() {
                return prepare(inputs.next(), options);
            }
        };
    }

    /** Where the graph's runner records what it runs, that counts for more than running nodes at the same time. */
    private Runner concurrentRunner() {
        boolean isOwn =
                runner.capabilities().has(RunnerCapabilities.Capability.CONCURRENCY) || DurableRuns.of(runner) != null;
        return isOwn ? runner : AsyncRunner.create();
    }
}
