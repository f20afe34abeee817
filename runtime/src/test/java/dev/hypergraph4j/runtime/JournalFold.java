package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Invariant I7: what a workflow is at, told from the lines of its journal alone, and what queries show of it. */
final class JournalFold {
    /** An attempt as both tell of it. */
    private record Told(AttemptStatus status, long epoch) {}

    private final Map<String, StepStatus> steps = new HashMap<>();
    private final Map<String, Told> attempts = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private String status = "";
    private String owner = "";
    private long epoch;

    /** The next line. */
    void take(JournalEntry line) {
        if (line.step().isEmpty()) {
            takeOfWorkflow(line);
            return;
        }
        switch (line.type()) {
            case "STARTED" -> put(line, StepStatus.OPEN, AttemptStatus.STARTED);
            case "COMPLETED" -> put(line, StepStatus.COMPLETED, AttemptStatus.COMPLETED);
            case "FAILED" -> put(line, StepStatus.FAILED, AttemptStatus.FAILED);
            case "RETRY" -> put(line, StepStatus.OPEN, AttemptStatus.FAILED);
            case "ASKED" -> {
                put(line, StepStatus.PAUSED, AttemptStatus.PAUSED);
                asked.add(line.step());
            }
            case "ANSWERED" -> {
                assertThat(asked.remove(line.step()))
                        .as("question of " + line.step())
                        .isTrue();
                answered.add(line.step());
            }
            case "SAVED" ->
                assertThat(steps.get(line.step())).as("saves: " + line.step()).isEqualTo(StepStatus.OPEN);
            default -> throw new AssertionError(line);
        }
    }

    private void takeOfWorkflow(JournalEntry line) {
        assertThat(isFinal()).as("over before " + line).isFalse();
        if (line.type().equals("CLAIMED")) {
            assertThat(line.epoch()).as("claim %s", line).isEqualTo(++epoch);
            owner = line.detail();
            attempts.replaceAll((attempt, told) ->
                    told.status == AttemptStatus.STARTED ? new Told(AttemptStatus.OUTCOME_UNKNOWN, told.epoch) : told);
        }
        status = switch (line.type()) {
            case "CREATED" -> WorkflowStatus.QUEUED.name();
            case "CLAIMED" -> WorkflowStatus.RUNNING.name();
            default -> line.type();
        };
    }

    /** Invariant I2 too: what has an outcome has come to its end. */
    private void put(JournalEntry line, StepStatus step, AttemptStatus attempt) {
        assertThat(status).as("status at " + line).isEqualTo(WorkflowStatus.RUNNING.name());
        StepStatus before = steps.put(line.step(), step);
        assertThat(before == StepStatus.COMPLETED || before == StepStatus.FAILED)
                .as("outcome before " + line)
                .isFalse();
        attempts.merge(
                line.step() + " " + line.attempt(),
                new Told(attempt, line.epoch()),
                (begun, now) -> new Told(now.status, begun.epoch));
    }

    private boolean isFinal() {
        return !status.isEmpty() && WorkflowStatus.valueOf(status).isFinal();
    }

    /** Compares all that queries show. */
    void check(Checkpointer store, String id) {
        History history = store.history(id).orElseThrow();
        Workflow workflow = history.workflow();
        assertThat(workflow.status().name()).as("status").isEqualTo(status);
        assertThat(workflow.owner()).as("owner").isEqualTo(owner);
        assertThat(workflow.epoch()).as("epoch").isEqualTo(epoch);
        assertThat(history.steps().stream()
                        .collect(Collectors.toMap(step -> step.id().key(), Step::status)))
                .as("steps")
                .isEqualTo(steps);
        assertThat(store.attempts(id).stream().collect(Collectors.toMap(JournalFold::name, attempt -> told(attempt))))
                .as("attempts")
                .isEqualTo(attempts);
        assertThat(questions(history, true)).as("answered").isEqualTo(answered);
        assertThat(questions(history, false)).as("questions").isEqualTo(asked);
        assertThat(store.pending().stream().map(PendingQuestion::step).collect(Collectors.toSet()))
                .as("questions that wait for an answer")
                .isEqualTo(isFinal() ? Set.of() : asked);
    }

    private static String name(Attempt attempt) {
        return attempt.step() + " " + attempt.number();
    }

    private static Told told(Attempt attempt) {
        return new Told(attempt.status(), attempt.epoch());
    }

    private static Set<String> questions(History history, boolean areAnswered) {
        return history.questions().stream()
                .filter(question -> question.isAnswered() == areAnswered)
                .map(PendingQuestion::step)
                .collect(Collectors.toSet());
    }
}
