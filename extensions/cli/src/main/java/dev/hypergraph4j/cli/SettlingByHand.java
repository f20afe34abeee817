package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a step of a parked workflow gave, of which nobody knows.
 *
 * @param history of the workflow, as it was seen
 * @param step the key of the step
 */
record SettlingByHand(Checkpointer store, Values values, History history, String step) {

    /** @param graph the code of its graph, by which the values are checked; {@code null} if it is not at hand */
    void gave(@Nullable CompiledGraph<?, ?> graph, List<String> outputs, String by) {
        if (!isOpen(history, step)) {
            throw refused(history, step);
        }
        if (graph == null) {
            throw RefusedException.notServed(history.workflow());
        }
        String id = history.workflow().id();
        try {
            List<Payload> given = outputs.stream().map(values::write).toList();
            Workflows.on(store).serve(graph).build().settle(id, step, List.copyOf(given), by);
        } catch (IllegalArgumentException | UnpersistableValueException misfit) {
            History then = store.lookAt(id).orElseThrow(() -> RefusedException.notFound(id));
            throw isOpen(then, step) ? RefusedException.badOutputs(step, misfit) : refused(then, step);
        }
    }

    private static boolean isOpen(History history, String key) {
        return history.workflow().status() == WorkflowStatus.PARKED
                && status(history, key).filter(status -> !isSettled(status)).isPresent();
    }

    /** Why nothing can be said of the step. */
    static RefusedException refused(History history, String key) {
        Workflow workflow = history.workflow();
        if (workflow.status() != WorkflowStatus.PARKED) {
            return RefusedException.notParked(workflow);
        }
        return status(history, key).filter(SettlingByHand::isSettled).isPresent()
                ? RefusedException.settled(workflow.id(), key)
                : RefusedException.unknownStep(history, key);
    }

    private static Optional<StepStatus> status(History history, String key) {
        return history.steps().stream()
                .filter(step -> step.id().key().equals(key))
                .map(step -> step.status())
                .findFirst();
    }

    private static boolean isSettled(StepStatus status) {
        return status == StepStatus.COMPLETED || status == StepStatus.FAILED;
    }
}
