package dev.hypergraph4j.runtime.durable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded at once, or not at all.
 *
 * @param lease by which right
 * @param claimant who commits
 * @param durability when it counts as recorded
 * @param creation the workflow, where this is the first that is recorded of it: it becomes RUNNING under {@code lease}; else {@code null}
 * @param events what happened, in this order
 * @param ending how the workflow leaves its worker; {@code null} where it does not
 */
public record Transition(
        Lease lease,
        Claimant claimant,
        Durability durability,
        @Nullable NewWorkflow creation,
        List<StepEvent> events,
        @Nullable Ending ending) {
    /** Copies the list. */
    public Transition {
        events = List.copyOf(events);
    }
}
