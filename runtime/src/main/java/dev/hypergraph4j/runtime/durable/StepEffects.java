package dev.hypergraph4j.runtime.durable;

import java.util.List;

/**
 * What becomes true together with the completion of a step.
 *
 * @param messages what is sent to the outside
 * @param children the workflows that are spawned
 * @param work what is done in the same transaction, in this order
 */
public record StepEffects(List<OutboxMessage> messages, List<NewWorkflow> children, List<StepWork<?>> work) {
    /** Nothing. */
    public static final StepEffects NONE = new StepEffects(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public StepEffects {
        messages = List.copyOf(messages);
        children = List.copyOf(children);
        work = List.copyOf(work);
    }
}
