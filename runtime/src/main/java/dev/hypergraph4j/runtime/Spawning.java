package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a step has to do with workflows that it spawned, or that an earlier step of its workflow did. */
final class Spawning {
    private final StepContext step;
    private final int attempt;
    private final String graphOfStep;

    private Spawning(StepContext step, int attempt, String graphOfStep) {
        this.step = step;
        this.attempt = attempt;
        this.graphOfStep = graphOfStep;
    }

    static Spawning of(NodeContext context, String what) {
        if (context instanceof LiveContext live) {
            return new Spawning(
                    live.durable(what), live.attempt(), live.run().plan().name());
        }
        throw new IllegalArgumentException("Not a context that a runner made: " + context);
    }

    /** Has a workflow created with the step's completion, and gives its id. */
    String spawn(PreparedRun<?> run, ChildPolicy policy) {
        RecordedSteps.require(step.journal().durability(), run);
        StepId spawner = step.id();
        int ordinal = step.nextChild(attempt);
        String first = step.workflow() + "/" + spawner.key() + (ordinal == 0 ? "" : "~" + ordinal);
        Map<String, Payload> inputs = RecordedValues.inputs(run, step.journal().codec());
        GraphVersion graph = RecordedGraphs.of(run.plan());
        String digest = InputsDigest.of(inputs, run.plan(), step.journal().codec());
        String id = isOtherChild(first, graph, digest) ? first + "@" + attempt : first;
        step.spawn(
                attempt,
                new NewWorkflow(
                        id,
                        graph,
                        inputs,
                        digest,
                        step.journal().durability(),
                        false,
                        run.options().errorHandling(),
                        new Lineage(Lineage.Kind.CHILD, step.workflow(), spawner.key(), policy)));
        return id;
    }

    /**
     * Whether the step has spawned another workflow with this id, before it was superseded, or before its own workflow was deleted and begun again.
     *
     * @throws ConflictException if somebody else has started another one with this id: the store would refuse the step's completion
     */
    private boolean isOtherChild(String id, GraphVersion graph, String digest) {
        Workflow there = find(id).orElse(null);
        boolean isOfGraph = there == null || there.graph().graph().equals(graph.graph());
        if (there == null || (isOfGraph && there.inputsDigest().equals(digest))) {
            return false;
        }
        if (isOfStep(there.lineage())) {
            return true;
        }
        throw isOfGraph ? ConflictException.otherInputs(there) : ConflictException.otherGraph(there, graph.graph());
    }

    private boolean isOfStep(Lineage child) {
        return child.kind() == Lineage.Kind.CHILD
                && step.workflow().equals(child.workflow())
                && step.id().key().equals(child.step());
    }

    <I, O> O await(CompiledGraph<I, O> graph, String workflow) {
        step.journal().requireSteps(graphOfStep, step.id());
        History child = step.journal()
                .look(store -> store.history(workflow))
                .orElseThrow(() -> StoreException.failedTo(
                        "find workflow '" + workflow + "', for which '"
                                + step.id().key() + "' waits",
                        null));
        WorkflowStatus status = child.workflow().status();
        if (status == WorkflowStatus.COMPLETED) {
            PreparedRun<O> run =
                    graph.prepareRecorded(child.inputs(), step.journal().codec(), RunOptions.defaults());
            return RecordedValues.restored(run, step.journal().codec(), child.outputs())
                    .outputs();
        }
        if (status.isFinal()) {
            throw new GraphConfigException(Message.of(
                            "ChildFailed",
                            "Workflow '" + workflow + "', for which '"
                                    + step.id().key() + "' waits, is " + status + ".")
                    .fact("error", String.valueOf(child.workflow().error()))
                    .fix("see to what it failed with: the workflow that waits for it has failed with it"));
        }
        if (!isOfThis(child.workflow().lineage())) {
            throw new GraphConfigException(Message.of(
                            "NotSpawned",
                            "Workflow '" + workflow + "', for which '"
                                    + step.id().key() + "' waits, was not spawned by '" + step.workflow() + "'.")
                    .fix("wait for it where it is spawned: its end wakes nobody else"));
        }
        throw new WaitSignal();
    }

    /** Whether this workflow has spawned it, or one that this was made of. */
    private boolean isOfThis(Lineage child) {
        Set<String> seen = new HashSet<>();
        String own = child.kind() == Lineage.Kind.CHILD ? step.workflow() : null;
        while (own != null && !own.equals(child.workflow()) && seen.add(own)) {
            own = find(own)
                    .map(Workflow::lineage)
                    .filter(Lineage::isCopy)
                    .map(Lineage::workflow)
                    .orElse(null);
        }
        return own != null && own.equals(child.workflow());
    }

    private Optional<Workflow> find(String workflow) {
        return step.journal().look(store -> store.find(workflow));
    }
}
