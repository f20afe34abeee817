package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.Map;

/** What a step has to do with workflows that it spawned, or that an earlier step of its workflow did. */
final class Spawning {
    private final StepContext step;
    private final String graphOfStep;

    private Spawning(StepContext step, String graphOfStep) {
        this.step = step;
        this.graphOfStep = graphOfStep;
    }

    static Spawning of(NodeContext context, String what) {
        if (context instanceof LiveContext live) {
            return new Spawning(live.durable(what), live.run().plan().name());
        }
        throw new IllegalArgumentException("Not a context that a runner made: " + context);
    }

    /** Has a workflow created with the step's completion, and gives its id. */
    String spawn(PreparedRun<?> run) {
        RecordedSteps.require(step.journal().durability(), run);
        StepId spawner = step.id();
        int ordinal = step.spawned();
        String id = step.workflow() + "/" + spawner.key() + (ordinal == 0 ? "" : "~" + ordinal);
        Map<String, Payload> inputs = RecordedValues.inputs(run, step.journal().codec());
        step.spawn(new NewWorkflow(
                id,
                VersionCheck.version(run.plan()),
                inputs,
                InputsDigest.of(inputs),
                step.journal().durability(),
                false,
                new Lineage(Lineage.Kind.CHILD, step.workflow(), spawner.key())));
        return id;
    }

    <I, O> O await(CompiledGraph<I, O> graph, String workflow) {
        step.journal().requireSteps(graphOfStep, step.id());
        History child = step.journal()
                .store()
                .history(workflow)
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
        throw new WaitSignal();
    }
}
