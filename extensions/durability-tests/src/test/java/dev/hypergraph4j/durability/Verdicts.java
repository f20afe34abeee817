package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether workflows that were worked on by processes that died are what they would be if these had lived. */
final class Verdicts {
    private final Faultless faultless;
    private final Checkpointer store;
    private final World world;
    private final Set<String> effects = new HashSet<>();
    private final Set<String> messages = new HashSet<>();

    Verdicts(Faultless faultless, Checkpointer store, World world) {
        this.faultless = faultless;
        this.store = store;
        this.world = world;
    }

    /**
     * Checks a workflow that is over.
     *
     * @param deaths how often, at most, an attempt was cut short
     */
    <I, O> void check(Numbered<I, O> numbered, int deaths) {
        String id = numbered.id();
        Faultless.Outcome expected = faultless.of(numbered);
        Invariants invariants = Invariants.of(store, id)
                .producersCameFirst(numbered.reference().graph().apply(new Bodies()));
        assertThat(invariants.workflow().status()).as(id).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(outputs(numbered)).as(id).isEqualTo(expected.outputs());
        assertThat(invariants.keys()).as("steps of " + id).isEqualTo(expected.steps());
        Map<String, Integer> attempts = new HashMap<>();
        for (Attempt attempt : invariants.attempts()) {
            attempts.merge(attempt.step(), 1, Integer::sum);
            messages.addAll(messages(numbered, attempt));
        }
        attempts.forEach((step, count) -> assertThat(count.longValue())
                .as("attempts at " + step + " of " + id)
                .isLessThanOrEqualTo(expected.attempts().get(step) + deaths)
                .isLessThanOrEqualTo(expected.attempts().get(step) + invariants.claims() - 1));
        invariants.stepByEffect().forEach((effect, step) -> {
            effects.add(effect);
            List<String> deliveries = world.effect(effect);
            assertThat(deliveries).as("effects of " + step + " of " + id).isNotEmpty();
            assertThat(deliveries).hasSizeLessThanOrEqualTo(attempts.get(step));
            assertThat(new HashSet<>(deliveries)).as("one effect of " + step).hasSize(1);
        });
    }

    private <I, O> O outputs(Numbered<I, O> numbered) {
        Workflows workflows = Workflows.on(store).build();
        return workflows
                .result(numbered.reference().graph().apply(new Bodies()), numbered.id())
                .orElseThrow()
                .outputs();
    }

    private static Set<String> messages(Numbered<?, ?> numbered, Attempt attempt) {
        return numbered.reference().name().equals("streaming") && attempt.step().equals("tell")
                ? Set.of(attempt.effectId() + "-0", attempt.effectId() + "-1")
                : Set.of();
    }

    /** Checks that nothing else was done to the world than what the workflows that were checked have done. */
    void checkWorld() {
        assertThat(world.effects()).isEqualTo(effects);
        assertThat(world.messages()).isEqualTo(messages);
    }
}
