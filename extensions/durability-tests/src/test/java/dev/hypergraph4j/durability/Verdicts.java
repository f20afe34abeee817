package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether workflows that were worked on by processes that died are what they would be if these had lived. */
final class Verdicts {
    private final Faultless faultless;
    private final Checkpointer store;
    private final World world;
    private final Mix mix;
    private final Promises promises;
    private final Set<String> workflows = new HashSet<>();
    private final Set<String> effects = new HashSet<>();
    private final Set<String> messages = new HashSet<>();

    /** How many steps were begun more often than by processes that live, by the name of their graph. */
    private final Map<String, Integer> repeated = new TreeMap<>();

    Verdicts(Faultless faultless, Checkpointer store, World world, Mix mix) {
        this.faultless = faultless;
        this.store = store;
        this.world = world;
        this.mix = mix;
        this.promises = new Promises(store, world, mix);
    }

    /**
     * Checks a workflow that is over, and those that it spawned.
     *
     * @param deaths how often, at most, an attempt was cut short
     */
    <I, O> void check(Numbered<I, O> numbered, int deaths) {
        String id = numbered.id();
        Faultless.Outcome expected = faultless.of(numbered);
        Invariants.of(store, id).producersCameFirst(numbered.reference().graph().apply(new Bodies()));
        Family family = Family.of(store, id);
        workflows.addAll(family.ids());
        assertThat(outputs(numbered)).as(id).isEqualTo(expected.outputs());
        assertThat(family.steps()).as("steps of " + id).isEqualTo(expected.steps());
        Set<String> asked = store.history(id).orElseThrow().questions().stream()
                .map(PendingQuestion::step)
                .collect(Collectors.toSet());
        family.attempts().forEach((step, attempts) -> {
            assertThat((long) attempts.size())
                    .as("attempts at " + step + " of " + id)
                    .isLessThanOrEqualTo(expected.attempts().get(step) + deaths)
                    .isLessThanOrEqualTo(expected.attempts().get(step) + family.claims(step) - 1);
            checkEffects(step + " of " + id, attempts);
            // That of a question counts from its answer on, and elsewhere each process guesses what the server's clock
            // says.
            if (mix == Mix.ONE_AFTER_ANOTHER && !asked.contains(step)) {
                checkTimes(step + " of " + id, attempts);
            }
            if (attempts.size() > expected.attempts().get(step)) {
                repeated.merge(numbered.reference().name(), 1, Integer::sum);
            }
            messages.addAll(messages(numbered, attempts.get(0)));
        });
        promises.check(numbered);
    }

    /** Each attempt has done it once at most. */
    private void checkEffects(String step, List<Attempt> attempts) {
        String effect = attempts.get(0).effectId();
        effects.add(effect);
        List<String> deliveries = world.effect(effect);
        assertThat(deliveries).as("effects of " + step).isNotEmpty().hasSizeLessThanOrEqualTo(attempts.size());
        assertThat(new HashSet<>(deliveries)).as("one effect of " + step).hasSize(1);
    }

    /** It was recorded before that an attempt has begun. */
    private void checkTimes(String step, List<Attempt> attempts) {
        List<Long> starts = attempts.stream().map(Attempt::startedAt).sorted().toList();
        List<Long> times =
                world.times(attempts.get(0).effectId()).stream().sorted().toList();
        for (int i = 0; i < times.size(); i++) {
            assertThat(times.get(i)).as("times of " + step + ": " + times).isGreaterThanOrEqualTo(starts.get(i));
        }
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

    /** Checks that nothing else was done to the world than what the workflows that were checked have done, and that there are no others. */
    void checkWorld(Place place) {
        assertThat(store.workflows(WorkflowQuery.ALL).stream().map(Workflow::id))
                .containsExactlyInAnyOrderElementsOf(workflows);
        assertThat(world.effects()).isEqualTo(effects);
        assertThat(world.messages()).isEqualTo(messages);
        try (Ledger ledger = new Ledger(place)) {
            promises.checkRows(ledger);
        }
    }

    /** What the workflows had to go through. */
    @Override
    public String toString() {
        return "repeated steps " + repeated + ", " + promises;
    }
}
