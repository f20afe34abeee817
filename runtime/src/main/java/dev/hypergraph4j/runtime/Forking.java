package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what a workflow that is made of another one takes over from it. */
final class Forking {
    private final Checkpointer store;
    private final History source;
    private final Plan plan;
    private final CompiledGraph<?, ?> graph;

    /** Whether what is of other code than there is now runs again, with whatever depends on it: with it the fork would be refused. */
    private final boolean takesOnlyCurrent;

    private Forking(Checkpointer store, History source, ServedGraph<?, ?> served) {
        this.store = store;
        this.source = source;
        this.graph = served.graph();
        this.takesOnlyCurrent = served.versionPolicy() != VersionPolicy.TRUST;
        this.plan = graph.plan();
    }

    /**
     * The copy that goes on where {@code id} has failed.
     *
     * @param plans gives the plan of a workflow's graph; {@code null} where it is not served, so that nobody knows what depends on what
     */
    static Copy retry(Checkpointer store, String id, String newId, Function<Workflow, @Nullable Plan> plans) {
        History failed = history(store, id);
        if (failed.workflow().status() != WorkflowStatus.FAILED) {
            throw ConflictException.notFailed(failed.workflow());
        }
        if (RecordedGraphs.isEntry(failed.workflow().graph().graph())) {
            throw ConflictException.notWhole(failed.workflow());
        }
        NewWorkflow again = new NewWorkflow(
                newId,
                failed.workflow().graph(),
                failed.inputs(),
                failed.workflow().inputsDigest(),
                failed.workflow().durability(),
                false,
                failed.workflow().errorHandling(),
                new Lineage(Lineage.Kind.RETRY, id, null));
        return copy(again, failed, List.of(), step -> true, plans.apply(failed.workflow()));
    }

    /** The copy that a fork asks for. */
    static Copy fork(Checkpointer store, Fork fork, Function<Workflow, ServedGraph<?, ?>> graphs) {
        History source = history(store, fork.source());
        if (!RecordedGraphs.isWhole(source.workflow().graph().graph())) {
            throw ConflictException.notWhole(source.workflow());
        }
        return new Forking(store, source, graphs.apply(source.workflow())).fork(fork);
    }

    /** The history of a workflow that there has to be. */
    static History existing(Checkpointer store, String id) {
        return store.history(id).orElseThrow(() -> new IllegalArgumentException("There is no workflow '" + id + "'."));
    }

    /** To make another workflow of one whose steps were folded would mean to run them all again. */
    private static History history(Checkpointer store, String id) {
        History source = existing(store, id);
        if (source.workflow().compacted() && source.workflow().durability() != Durability.EXIT) {
            throw ConflictException.compacted(source.workflow());
        }
        return source;
    }

    private Copy fork(Fork fork) {
        List<Predicate<StepId>> again = new ArrayList<>();
        if (takesOnlyCurrent) {
            again.add(Downstream.ofChanges(plan, new VersionCheck(plan, source))::contains);
        }
        fork.steps()
                .forEach(key ->
                        again.add(new StepDownstream(plan, step(source, key).id())::contains));
        fork.inputs().keySet().forEach(input -> again.add(Downstream.of(plan, takersOf(input))::contains));
        List<Step> given = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        fork.values().forEach((key, outputs) -> {
            Step before = step(source, key);
            given.add(given(before, outputs));
            replaced.add(key);
            again.add(new StepDownstream(plan, before.id())::contains);
        });
        String at = fork.steps().isEmpty() ? null : fork.steps().get(0);
        Map<String, Payload> inputs = inputs(fork);
        NewWorkflow forked = new NewWorkflow(
                fork.id(),
                RecordedGraphs.of(plan),
                inputs,
                InputsDigest.of(inputs, plan, store.codec()),
                source.workflow().durability(),
                false,
                source.workflow().errorHandling(),
                new Lineage(Lineage.Kind.FORK, fork.source(), at));
        return copy(
                forked,
                source,
                given,
                step -> !replaced.contains(step.id().key())
                        && again.stream().noneMatch(downstream -> downstream.test(step.id())),
                plan);
    }

    private static Copy copy(
            NewWorkflow to, History source, List<Step> given, Predicate<Step> isKept, @Nullable Plan plan) {
        Set<String> answered = source.questions().stream()
                .filter(PendingQuestion::isAnswered)
                .map(PendingQuestion::step)
                .collect(Collectors.toSet());
        List<Step> kept = source.steps().stream().filter(isKept).toList();
        Set<String> steps = kept.stream()
                .filter(step -> isSettled(step, answered))
                .map(step -> step.id().key())
                .collect(Collectors.toSet());
        if (plan != null) {
            steps.addAll(ToleratedFailures.among(kept, plan));
        }
        answered.retainAll(steps);
        return new Copy(to, steps, given, answered);
    }

    /** Whether it has completed, or was answered and did not come to take that: an answer that was accepted is never lost. */
    private static boolean isSettled(Step step, Set<String> answered) {
        return step.status() == StepStatus.COMPLETED
                || (step.status() == StepStatus.PAUSED
                        && answered.contains(step.id().key()));
    }

    private Map<String, Payload> inputs(Fork fork) {
        Map<String, Payload> inputs = new LinkedHashMap<>(source.inputs());
        graph.inputs()
                .checked(fork.inputs())
                .forEach((name, value) -> inputs.put(
                        name, store.codec().encode(value, plan.type(plan.slots().indexOf(name)))));
        return inputs;
    }

    private Set<String> takersOf(String input) {
        graph.inputs().input(input); // Says so where there is no such input.
        return plan.definition().nodes().stream()
                .filter(node ->
                        node.inputs().stream().anyMatch(taken -> taken.name().equals(input)))
                .map(node -> node.name())
                .collect(Collectors.toSet());
    }

    private Step given(Step before, List<Object> outputs) {
        StepOutcome outcome = outcome(plan, before.id(), outputs, store.codec());
        long now = store.now();
        return new Step(current(before.id()), StepStatus.COMPLETED, 0, outcome, null, now, now, "");
    }

    /** The step as one of the code as it is now, for which the outcome is given. */
    private StepId current(StepId id) {
        NodePath path = Objects.requireNonNull(NodePath.find(plan, id.node()));
        return new StepId(
                id.key(),
                id.node(),
                id.iteration(),
                id.item(),
                new StepCode(
                                path.plan().node(path.node()).hash(),
                                plan.definition().version())
                        .recorded());
    }

    /** What an operator says that a step gave. */
    static StepOutcome outcome(Plan outermost, StepId id, List<? extends @Nullable Object> outputs, ValueCodec codec) {
        NodePath path = NodePath.find(outermost, id.node());
        if (path == null) {
            throw new IllegalArgumentException("There is no node '" + id.node() + "' any more.");
        }
        Plan plan = path.plan();
        if (plan.node(path.node()).control().isGate()) {
            List<String> names = outputs.stream()
                    .map(name -> name instanceof Payload written ? codec.decode(written, String.class) : name)
                    .map(String::valueOf)
                    .toList();
            return new StepOutcome(List.of(), opened(plan.node(path.node()), names), false);
        }
        int wanted = plan.node(path.node()).outputs().size();
        if (outputs.size() != wanted) {
            throw new IllegalArgumentException(
                    "Node '" + id.node() + "' has " + wanted + " outputs, not " + outputs.size() + ".");
        }
        List<@Nullable Payload> values = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Object value = outputs.get(i);
            values.add(value == null ? null : written(value, plan.type(plan.outputSlot(path.node(), i)), codec));
        }
        return new StepOutcome(values, List.of(), false);
    }

    /** The nodes that {@code gate} opens by the names that it was given, of which {@link Gate#END} opens none. */
    private static List<String> opened(NodeDefinition gate, List<String> names) {
        List<String> opened =
                names.stream().filter(name -> !name.equals(Gate.END)).distinct().toList();
        List<String> targets = gate.control().targets();
        for (String name : opened) {
            if (!targets.contains(name)) {
                throw unknownTarget(gate.name(), name, targets);
            }
        }
        if (opened.size() > 1 && !gate.control().several()) {
            throw new IllegalArgumentException(
                    "Gate '" + gate.name() + "' opens one of its targets, not " + Lists.enumerated(opened) + ".");
        }
        return opened;
    }

    private static IllegalArgumentException unknownTarget(String gate, String name, List<String> targets) {
        Message message = Message.of(
                        "UnknownTarget", "Gate '" + gate + "' can't open '" + name + "', which is none of its targets.")
                .fact("targets", Lists.enumerated(targets));
        Message guessed = Suggestions.closest(name, targets)
                .map(closest -> message.didYouMean("'" + closest + "'"))
                .orElse(message);
        return new IllegalArgumentException(
                guessed.fix("give one of the targets, or '" + Gate.END + "', which opens none")
                        .text());
    }

    /** What is written down already is read, lest anything is recorded that can't be. */
    private static Payload written(Object value, Type type, ValueCodec codec) {
        return codec.encode(value instanceof Payload written ? codec.decode(written, type) : value, type);
    }

    /** The step with this key. */
    static Step step(History history, String key) {
        return history.steps().stream()
                .filter(step -> step.id().key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(history, key));
    }

    private static IllegalArgumentException unknown(History history, String key) {
        List<String> keys =
                history.steps().stream().map(step -> step.id().key()).toList();
        String meant = Suggestions.closest(key, keys)
                .map(close -> " Did you mean '" + close + "'?")
                .orElse("");
        return new IllegalArgumentException(
                "Workflow '" + history.workflow().id() + "' has no step '" + key + "'." + meant);
    }
}
