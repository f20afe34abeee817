package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operator who goes and looks what became of an effect of which the store knows only that it was begun: what was done is not to be done again. Whoever
 * began it does nothing any more.
 */
final class Operator {
    static final String NAME = "test";

    private final Workflows workflows;
    private final Function<String, Optional<String>> effects;

    /** One who finds in {@code effects} what was done, by its effect id. */
    Operator(Workflows workflows, Function<String, Optional<String>> effects) {
        this.workflows = workflows;
        this.effects = effects;
    }

    /** The attempt for which a workflow is parked. */
    Attempt unknown(String id) {
        return workflows.store().attempts(id).stream()
                .filter(attempt -> attempt.status() == AttemptStatus.OUTCOME_UNKNOWN)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Has a parked workflow go on; gives the step that it was parked for. */
    String settle(String id) {
        Attempt unknown = unknown(id);
        Optional<String> effect = effects.apply(unknown.effectId());
        if (effect.isPresent()) {
            workflows.settle(id, unknown.step(), List.of(effect.get()), NAME);
        } else {
            workflows.tryAgain(id, unknown.step(), NAME);
        }
        return unknown.step();
    }
}
