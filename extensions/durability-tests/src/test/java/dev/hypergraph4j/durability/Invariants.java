package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be true of a workflow in its store at any time, whatever happened to its workers. */
final class Invariants {
    private final String id;
    private final Workflow workflow;
    private final List<Step> steps;
    private final List<Attempt> attempts;
    private final List<JournalEntry> journal;

    private Invariants(Checkpointer store, String id) {
        this.id = id;
        this.workflow = store.find(id).orElseThrow(() -> new AssertionError(id + " is lost"));
        this.steps = store.history(id).orElseThrow().steps();
        this.attempts = store.attempts(id);
        this.journal = store.journal(id, 0, Integer.MAX_VALUE);
    }

    /** Checks them; nobody may work on the workflow meanwhile. */
    static Invariants of(Checkpointer store, String id) {
        Invariants invariants = new Invariants(store, id);
        invariants.journalHasNoGap();
        invariants.stepHasOneOutcome();
        invariants.epochsNeverGoBack();
        invariants.workflowEndsOnce();
        invariants.queriesShowWhatTheJournalSays();
        invariants.effectIdsTellStepsApart();
        return invariants;
    }

    private void journalHasNoGap() {
        for (int i = 0; i < journal.size(); i++) {
            assertThat(journal.get(i).number())
                    .as("number of a line of the journal of %s: %s", id, journal)
                    .isEqualTo(i + 1);
        }
    }

    /** I2. */
    private void stepHasOneOutcome() {
        Set<String> over = new HashSet<>();
        for (JournalEntry line : journal) {
            boolean isOutcome = line.type().equals("COMPLETED") || line.type().equals("FAILED");
            if (isOutcome && !line.step().isEmpty()) {
                assertThat(over.add(line.step()))
                        .as("second outcome of " + line.step() + " of " + id)
                        .isTrue();
            }
        }
    }

    /** I5: whoever has the workflow, those before him have recorded nothing since. */
    private void epochsNeverGoBack() {
        long epoch = 0;
        for (JournalEntry line : journal) {
            if (line.epoch() != 0) {
                assertThat(line.epoch())
                        .as("epoch of line " + line.number() + " of " + id)
                        .isGreaterThanOrEqualTo(epoch);
                epoch = line.epoch();
            }
        }
    }

    private void workflowEndsOnce() {
        List<JournalEntry> ends = journal.stream()
                .filter(line -> line.step().isEmpty() && isFinal(line.type()))
                .toList();
        assertThat(ends).as("ends of " + id).hasSize(workflow.status().isFinal() ? 1 : 0);
        if (!ends.isEmpty()) {
            JournalEntry last = journal.get(journal.size() - 1);
            assertThat(last).as("last line of " + id).isEqualTo(ends.get(0));
            assertThat(last.type()).isEqualTo(workflow.status().name());
        }
    }

    private static boolean isFinal(String type) {
        return type.equals(WorkflowStatus.COMPLETED.name())
                || type.equals(WorkflowStatus.FAILED.name())
                || type.equals(WorkflowStatus.CANCELLED.name());
    }

    /** I7. */
    private void queriesShowWhatTheJournalSays() {
        assertThat(steps.stream()
                        .filter(step -> step.status() == StepStatus.COMPLETED)
                        .map(step -> step.id().key())
                        .collect(Collectors.toSet()))
                .as("completed steps of " + id)
                .isEqualTo(stepsAt("COMPLETED"));
        assertThat(attempts.stream()
                        .map(attempt -> attempt.step() + " " + attempt.number())
                        .toList())
                .as("attempts of " + id)
                .containsExactlyInAnyOrderElementsOf(journal.stream()
                        .filter(line -> line.type().equals("STARTED"))
                        .map(line -> line.step() + " " + line.attempt())
                        .toList());
    }

    private Set<String> stepsAt(String type) {
        return journal.stream()
                .filter(line -> line.type().equals(type) && !line.step().isEmpty())
                .map(JournalEntry::step)
                .collect(Collectors.toSet());
    }

    /** I4: all attempts at a step have one key, and no other step has it. */
    private void effectIdsTellStepsApart() {
        Map<String, String> stepOf = new HashMap<>();
        Map<String, String> effectOf = new HashMap<>();
        for (Attempt attempt : attempts) {
            assertThat(stepOf.merge(attempt.effectId(), attempt.step(), (first, next) -> first))
                    .as("step of effect " + attempt.effectId() + " of " + id)
                    .isEqualTo(attempt.step());
            assertThat(effectOf.merge(attempt.step(), attempt.effectId(), (first, next) -> first))
                    .as("effect of step " + attempt.step() + " of " + id)
                    .isEqualTo(attempt.effectId());
        }
    }

    /** I3: what a node of the outermost graph takes was recorded before it began. */
    Invariants producersCameFirst(CompiledGraph<?, ?> graph) {
        List<NodeDefinition> nodes = graph.definition().nodes();
        Map<String, NodeDefinition> byName =
                nodes.stream().collect(Collectors.toMap(NodeDefinition::name, node -> node));
        Set<String> completed = new HashSet<>();
        for (JournalEntry line : journal) {
            String node = line.step().replaceFirst("#.*", "");
            if (line.type().equals("COMPLETED") || line.type().equals("ANSWERED")) {
                completed.add(node);
                completed.add(node.replaceFirst("[/\\[].*", "")); // Part of a nested graph.
            } else if (line.type().equals("STARTED") && byName.containsKey(node)) {
                byName.get(node)
                        .inputs()
                        .forEach(input -> assertThat(isGiven(input.name(), graph, completed))
                                .as("'" + input.name() + "' of " + id + " before '" + node + "' in line "
                                        + line.number())
                                .isTrue());
            }
        }
        return this;
    }

    private static boolean isGiven(String value, CompiledGraph<?, ?> graph, Set<String> completed) {
        return graph.definition().inputs().stream()
                        .anyMatch(input -> input.name().equals(value))
                || graph.definition().nodes().stream()
                        .filter(node -> node.outputs().stream()
                                .anyMatch(output -> output.name().equals(value)))
                        .anyMatch(node -> completed.contains(node.name()));
    }

    /** How often a worker has claimed it: one claim a life. */
    long claims() {
        return journal.stream().filter(line -> line.type().equals("CLAIMED")).count();
    }

    Workflow workflow() {
        return workflow;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    Set<String> keys() {
        return steps.stream().map(step -> step.id().key()).collect(Collectors.toSet());
    }

    /** The step of each effect id. */
    Map<String, String> stepByEffect() {
        return attempts.stream().collect(Collectors.toMap(Attempt::effectId, Attempt::step, (first, next) -> first));
    }
}
