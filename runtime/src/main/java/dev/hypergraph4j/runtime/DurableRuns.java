package dev.hypergraph4j.runtime;

import static java.util.stream.Collectors.groupingBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runner with a checkpointer does around a run: it opens the run's workflow, lets the run go on with a journal, and records how that ended. A
 * run whose workflow was begun before goes through the same plan; what was recorded is put in its place instead of being run again.
 *
 * <p>Immutable but for the leases it keeps and the crashes it remembers; thread-safe.
 */
final class DurableRuns {
    private final Checkpointer store;
    private final DurableOptions options;
    private final LeaseKeeper leases;
    private final Crashes crashes = new Crashes();

    /** Runs, as its runner does. */
    @FunctionalInterface
    interface Body<O> {
        RunResult<O> run(PreparedRun<O> named, ExecutionSettings settings, StopSignal stop);
    }

    /** Maps, as its runner does. */
    @FunctionalInterface
    interface MapBody<O> {
        MapResult<O> map(ExecutionSettings settings, StopSignal stop);
    }

    DurableRuns(Checkpointer store, DurableOptions options) {
        this.store = store;
        this.options = options;
        this.leases = new LeaseKeeper(store, options.claimant());
    }

    /** What {@code runner} does around its runs; {@code null} where it records nothing. */
    static @Nullable DurableRuns of(Runner runner) {
        if (runner instanceof SyncRunner sync) {
            return sync.durable();
        }
        return runner instanceof AsyncRunner async ? async.durable() : null;
    }

    /** What a runner with {@code own} capabilities can do with what {@code durable} does around its runs. */
    static RunnerCapabilities capabilities(RunnerCapabilities own, @Nullable DurableRuns durable) {
        if (durable == null || durable.options.durability() == Durability.EXIT) {
            return own;
        }
        Set<Capability> all = new HashSet<>(own.capabilities());
        all.add(Capability.RECORDED_STEPS);
        return new RunnerCapabilities(all);
    }

    /** Runs a workflow that was claimed, on {@code runner}, which has a checkpointer. */
    static <O> RunResult<O> runClaimed(Runner runner, PreparedRun<O> run, WorkerClaim claim, StopSignal stop) {
        return runner instanceof SyncRunner sync
                ? sync.runClaimed(run, claim, stop)
                : ((AsyncRunner) runner).runClaimed(run, claim, stop);
    }

    /** Makes the result of a workflow once more that has completed, on {@code runner}, which has a checkpointer. */
    static <O> RunResult<O> rerun(Runner runner, PreparedRun<O> run, History completed) {
        return runner instanceof SyncRunner sync
                ? sync.rerun(run, completed)
                : ((AsyncRunner) runner).rerun(run, completed);
    }

    Checkpointer store() {
        return store;
    }

    DurableOptions options() {
        return options;
    }

    /** The workflows that are left to other processes. */
    Crashes crashes() {
        return crashes;
    }

    /** Starts a run on a thread of {@code threads}, which it has until it ends. */
    <O> RunHandle<O> start(PreparedRun<O> prepared, Executor threads, Function<StopSignal, RunResult<O>> run) {
        RecordedSteps.require(options.durability(), prepared);
        StopSignal stop = new StopSignal();
        StartedRun<O> handle = new StartedRun<>(stop::stop);
        threads.execute(() -> handle.endWith(() -> run.apply(stop)));
        return handle;
    }

    /** Starts a map on a thread of {@code threads}, which it has until it ends. */
    <O> MapHandle<O> startMap(PreparedMap<O> prepared, Executor threads, Function<StopSignal, MapResult<O>> map) {
        RecordedSteps.require(options.durability(), prepared);
        StopSignal stop = new StopSignal();
        StartedMap<O> handle = new StartedMap<>(stop::stop);
        threads.execute(() -> handle.endWith(() -> map.apply(stop)));
        return handle;
    }

    /**
     * Refuses a map as a workflow whose end depends on whoever asks for its results.
     *
     * @throws GraphConfigException if it is one
     */
    static void refuseLazy(@Nullable DurableRuns durable, PreparedMap<?> map) {
        if (durable != null && map.options().runId() != null) {
            throw new GraphConfigException(Message.of(
                            "LazyWorkflow",
                            "A map whose results are asked for one by one can't be workflow '"
                                    + map.options().runId() + "'.")
                    .fix("have all its results: map(...) or mapAsync(...)")
                    .fix("leave out the id: its items are not recorded then"));
        }
    }

    /**
     * Runs {@code run}, under an id that nobody has if it has none.
     *
     * @param claim what gives it the workflow; {@code null} where it is to be claimed, and somebody waits for the result
     * @param stop tells it to stop
     * @throws ConflictException if it can't be run; nothing has run then
     * @throws IncompatibleRunnerException if the graph needs recorded steps and there will be none; nothing has run then
     */
    <O> RunResult<O> run(
            PreparedRun<O> run,
            @Nullable WorkerClaim claim,
            ExecutionSettings settings,
            StopSignal stop,
            Body<O> body) {
        if (claim == null) {
            RecordedSteps.require(options.durability(), run);
        }
        if (run.options().runId() == null) {
            PreparedRun<O> named =
                    run.with(run.options().withRunId(UUID.randomUUID().toString()));
            return run(named, begin(asked(named), stop), settings, stop, body);
        }
        NewWorkflow asked = asked(run);
        Opened opened = claim == null
                ? open(run.plan(), asked, stop)
                : checked(run.plan(), claim.claim().history(), opened(claim, asked, stop));
        return unlessTaken(asked, opened, () -> run(run, opened, settings, stop, body));
    }

    /** Makes the result of a workflow once more that has completed. Its inputs are those that were recorded of it: they are not compared. */
    <O> RunResult<O> rerun(PreparedRun<O> run, History completed, ExecutionSettings settings, Body<O> body) {
        StopSignal stop = new StopSignal();
        return run(run, finished(completed, stop), settings, stop, body);
    }

    /** Of those that start an id at the same time only one creates the workflow; the others, whose runs are used up, are told what has become of it. */
    private <R> R unlessTaken(NewWorkflow asked, Opened opened, Supplier<R> run) {
        try {
            return run.get();
        } catch (WorkflowExistsException exists) {
            if (opened.journal().isTaken()) {
                store.find(asked.id()).ifPresent(faster -> {
                    refuseOther(faster, asked);
                    throw ConflictException.startedBy(faster);
                });
            }
            throw exists;
        }
    }

    private NewWorkflow asked(PreparedRun<?> run) {
        Map<String, Payload> inputs = RecordedValues.inputs(run, store.codec());
        String digest = InputsDigest.of(inputs, run.plan(), store.codec());
        return workflow(RecordedGraphs.of(run), run.options(), inputs, digest);
    }

    private <O> RunResult<O> run(
            PreparedRun<O> run, Opened opened, ExecutionSettings settings, StopSignal stop, Body<O> body) {
        if (opened.finished() != null && !(opened.hasSteps() && isOf(run.plan(), opened.finished()))) {
            return RecordedValues.restored(run, store.codec(), opened.finished().outputs());
        }
        PreparedRun<O> asBegun = run.with(run.options().onError(opened.errorHandling()));
        return new DurableRun(leases, crashes, opened.journal(), run.plan(), opened.finished() != null)
                .run(
                        () -> body.run(asBegun, settings.with(JournalScope.of(opened.journal(), run.plan())), stop),
                        opened.errorHandling());
    }

    /** Runs {@code map}, whose items are steps of one workflow. It is run again by whoever has its items: they are not recorded. */
    <O> MapResult<O> map(PreparedMap<O> map, ExecutionSettings settings, StopSignal stop, MapBody<O> body) {
        RecordedSteps.require(options.durability(), map);
        NewWorkflow workflow = workflow(RecordedGraphs.ofMap(map.plan()), map.options(), Map.of(), "map");
        Opened opened = open(map.plan(), workflow, stop);
        if (opened.finished() != null) {
            requireItems(map.plan(), opened, opened.finished());
        }
        return unlessTaken(
                workflow,
                opened,
                () -> new DurableRun(leases, crashes, opened.journal(), map.plan(), opened.finished() != null)
                        .map(
                                () -> body.map(settings.with(JournalScope.of(opened.journal(), map.plan())), stop),
                                map.options().errorHandling()));
    }

    /** The results of a map that is over are put together of its steps. */
    private static void requireItems(Plan plan, Opened opened, History finished) {
        if (!opened.hasSteps()) {
            throw ConflictException.itemsNotKept(finished.workflow());
        }
        if (!isOf(plan, finished)) {
            throw ConflictException.itemsOfOtherCode(finished.workflow());
        }
    }

    /** Whether each step that the plan would take is there, and of a node that is still what it was. */
    private static boolean isOf(Plan plan, History finished) {
        return finished.workflow().graph().hash().equals(plan.structuralHash())
                && new VersionCheck(plan, finished).changed().isEmpty();
    }

    private NewWorkflow workflow(GraphVersion graph, RunOptions run, Map<String, Payload> inputs, String digest) {
        return new NewWorkflow(
                String.valueOf(run.runId()),
                graph,
                inputs,
                digest,
                options.durability(),
                !run.mayPause(),
                run.errorHandling(),
                Lineage.STARTED);
    }

    /**
     * A workflow that can run.
     *
     * @param errorHandling what it does when a node fails: what it was begun with, so that it ends as it would have without a crash
     * @param finished its history, if it has completed; {@code null} otherwise
     */
    private record Opened(
            Journal journal,
            ErrorHandling errorHandling,
            @Nullable History finished) {
        /** Whether its steps are there, to be put in their places once more. */
        boolean hasSteps() {
            return finished != null
                    && !finished.workflow().compacted()
                    && finished.workflow().durability() != Durability.EXIT;
        }
    }

    /** One that is not there yet; if it is, that shows when it is recorded. */
    private Opened begin(NewWorkflow asked, StopSignal stop) {
        return new Opened(Journal.begin(store, options.claimant(), asked, stop), asked.errorHandling(), null);
    }

    private Opened open(Plan plan, NewWorkflow asked, StopSignal stop) {
        Optional<History> known = history(asked, stop);
        if (known.isEmpty()) {
            ChosenIds.ofWorkflow(asked.id());
            return begin(asked, stop);
        }
        refuseOther(known.get().workflow(), asked);
        Workflow workflow = known.get().workflow();
        VersionCheck versions = new VersionCheck(plan, known.get());
        List<String> differences = workflow.status().isFinal() ? List.of() : versions.differences();
        if (!differences.isEmpty() && options.versionPolicy() == VersionPolicy.COMPATIBLE) {
            throw ConflictException.incompatible(workflow, differences);
        }
        // Who stopped it and asks for it again is the operator that it waits for.
        boolean goesOn = workflow.parkReason() == ParkReason.STOPPED;
        Claim claim = store.claim(asked.id(), options.claimant(), goesOn);
        return claim instanceof Claim.Claimed claimed
                ? checked(plan, claimed.history(), opened(claim, asked, stop))
                : opened(claim, asked, stop);
    }

    /** Where a value is missing, the workflow is claimed, which parks it. */
    private Optional<History> history(NewWorkflow asked, StopSignal stop) {
        try {
            return store.history(asked.id());
        } catch (MissingValueException missing) {
            var unused = opened(store.claim(asked.id(), options.claimant(), false), asked, stop);
            throw missing; // It was there for a moment.
        }
    }

    /**
     * What belongs to other code does not count any more, where that is the policy. Where such a workflow is refused, it may have got steps of other code
     * between the look at it and the claim: it is given back.
     *
     * @param history the one that was claimed
     */
    private Opened checked(Plan plan, History history, Opened opened) {
        VersionCheck versions = new VersionCheck(plan, history);
        if (options.versionPolicy() == VersionPolicy.TRUST
                || versions.differences().isEmpty()) {
            return opened;
        }
        if (options.versionPolicy() == VersionPolicy.COMPATIBLE) {
            opened.journal().end(Ending.of(WorkflowStatus.QUEUED, "its steps are of other code than its worker's"));
            throw ConflictException.incompatible(history.workflow(), versions.differences());
        }
        supersede(opened.journal(), Downstream.of(plan, versions), history);
        return opened;
    }

    private Opened opened(WorkerClaim claim, NewWorkflow asked, StopSignal stop) {
        Opened opened = opened(claim.claim(), asked, stop);
        opened.journal().maySleepAfter(claim.patience());
        claim.run().records(opened.journal());
        return opened;
    }

    private Opened opened(Claim claim, NewWorkflow asked, StopSignal stop) {
        if (claim instanceof Claim.Claimed claimed) {
            Workflow workflow = claimed.history().workflow();
            Journal journal = goOn(claimed.lease(), claimed.history(), stop);
            if (workflow.cancelRequested()) {
                journal.cancel(); // The worker that it had before has died before it was told, or before it stopped.
            }
            return new Opened(journal, workflow.errorHandling(), null);
        }
        if (claim instanceof Claim.Finished finished) {
            History history = finished.history();
            if (history.workflow().status() != WorkflowStatus.COMPLETED) {
                throw ConflictException.finished(history.workflow());
            }
            return finished(history, stop);
        }
        if (claim instanceof Claim.Taken taken) {
            throw ConflictException.running(taken.workflow());
        }
        if (claim instanceof Claim.Parked parked) {
            throw ConflictException.parked(parked.workflow());
        }
        throw new WorkflowExistsException(asked.id()); // It was there a moment ago, and is deleted now.
    }

    private Opened finished(History history, StopSignal stop) {
        Lease none = new Lease(history.workflow().id(), 0);
        return new Opened(goOn(none, history, stop), history.workflow().errorHandling(), history);
    }

    private Journal goOn(Lease lease, History history, StopSignal stop) {
        return Journal.goOn(store, options.claimant(), lease, history, effectRoot(history.workflow()), stop);
    }

    /** Refuses what was asked for if {@code known}, which has its id, is of another graph or has other inputs. */
    static void refuseOther(Workflow known, NewWorkflow asked) {
        if (!known.graph().graph().equals(asked.graph().graph())) {
            throw ConflictException.otherGraph(known, asked.graph().graph());
        }
        if (!known.inputsDigest().equals(asked.inputsDigest())) {
            throw ConflictException.otherInputs(known);
        }
    }

    /** The first of the workflows of which this one is a retry: what it did to the outside has the keys that it had there. */
    private String effectRoot(Workflow workflow) {
        Workflow root = workflow;
        while (root.lineage().kind() == Lineage.Kind.RETRY && root.lineage().workflow() != null) {
            Optional<Workflow> before = store.find(root.lineage().workflow());
            if (before.isEmpty()) {
                return root.lineage().workflow();
            }
            root = before.get();
        }
        return root.id();
    }

    private void supersede(Journal journal, Downstream downstream, History history) {
        Map<String, List<Attempt>> attempts =
                store.attempts(history.workflow().id()).stream().collect(groupingBy(Attempt::step));
        history.steps().stream()
                .filter(step -> step.status() != StepStatus.OPEN)
                .filter(step -> downstream.contains(step.id()))
                .forEach(step ->
                        journal.supersede(step, attempts.getOrDefault(step.id().key(), List.of())));
        journal.flush();
    }
}
