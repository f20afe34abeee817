package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be true of a workflow in its store at any time, whatever happens to its processes. Each line of the journal is looked at once. */
final class DurableInvariants {
    private final Checkpointer store;
    private final String id;
    private final JournalFold fold = new JournalFold();
    private final ProducersFirst order;

    /** What steps gave or failed with, and what they were answered, as it was seen first. */
    private final Map<String, Object> outcomes = new HashMap<>();

    private final List<JournalEntry> lines = new ArrayList<>();

    DurableInvariants(Checkpointer store, String id, Sketch sketch) {
        this.store = store;
        this.id = id;
        this.order = ProducersFirst.of(sketch);
    }

    /** Looks at what is new: cheap enough to be done after each call of the store. */
    void look() {
        Workflow workflow = store.find(id).orElse(null);
        if (workflow == null) {
            assertThat(lines).as("lines of a workflow that is not there").isEmpty();
            return;
        }
        for (JournalEntry line : store.journal(id, lines.size(), Integer.MAX_VALUE)) {
            checkPlace(line);
            lines.add(line);
            fold.take(line);
            if (!line.step().isEmpty()) {
                order.line(line.type(), line.step());
            }
        }
        checkLease(workflow);
    }

    /** The journal has no gap, and, I5, whoever has the workflow, those before him record nothing any more. */
    private void checkPlace(JournalEntry line) {
        assertThat(line.number()).as("number of %s", line).isEqualTo(lines.size() + 1L);
        long before = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).epoch();
        assertThat(line.epoch()).as("epoch of %s", line).isGreaterThanOrEqualTo(before);
    }

    /** I9: what is not run holds nothing. */
    private static void checkLease(Workflow workflow) {
        boolean isRun = workflow.status() == WorkflowStatus.RUNNING;
        assertThat(workflow.leaseUntil() != 0)
                .as("lease of %s, which is %s", workflow.id(), workflow.status())
                .isEqualTo(isRun);
        assertThat(workflow.wakeAt() != 0 || workflow.status() != WorkflowStatus.SLEEPING)
                .as("wakes up")
                .isTrue();
    }

    /** Looks at all of it. */
    void check() {
        look();
        if (lines.isEmpty()) {
            return;
        }
        fold.check(store, id);
        Map<String, Object> now = new HashMap<>();
        for (Step step : store.history(id).orElseThrow().steps()) {
            if (step.outcome() != null || step.error() != null) {
                now.put(step.id().key(), step.outcome() == null ? step.error() : step.outcome());
            }
        }
        boolean waits = store.find(id).orElseThrow().status().isWaiting();
        for (PendingQuestion question : store.history(id).orElseThrow().questions()) {
            if (question.isAnswered()) {
                now.put("answer of " + question.step(), question.answer());
                // I6: an answer that came while the worker took its leave has not gone unheard.
                assertThat(waits && !now.containsKey(question.step()))
                        .as("waits, though %s is answered", question.step())
                        .isFalse();
            }
        }
        assertThat(now).as("outcomes seen before").containsAllEntriesOf(outcomes);
        outcomes.putAll(now);
    }

    /** Under RAISE: the failure of a node is the end. Items of maps may fail, and the map go on. */
    void checkNothingBeginsAfterAFailure() {
        boolean hasFailed = false;
        for (JournalEntry line : lines) {
            assertThat(hasFailed && line.type().equals("STARTED"))
                    .as("after a failure: %s", line)
                    .isFalse();
            hasFailed |= line.type().equals("FAILED")
                    && !line.step().isEmpty()
                    && !line.step().contains("/");
        }
    }

    /** The journal as far as it was looked at. */
    List<JournalEntry> lines() {
        return lines;
    }
}
