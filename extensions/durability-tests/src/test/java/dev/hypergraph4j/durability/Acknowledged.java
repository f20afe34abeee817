package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;

/**
 * Whether what the store has acknowledged to a process is there, now that the process is dead. What was lost and done again would be there, too, but at a
 * later time: each process lives many minutes later than the one before.
 */
final class Acknowledged {
    private final Checkpointer store;

    Acknowledged(Checkpointer store) {
        this.store = store;
    }

    /** Checks what a {@link WorkerProcess} has said, if that was that something was acknowledged. */
    void check(String line) {
        if (line.startsWith(WorkerProcess.SUBMITTED)) {
            String id = line.substring(WorkerProcess.SUBMITTED.length());
            assertThat(store.find(id)).as(line).isPresent();
        } else if (line.startsWith(WorkerProcess.ANSWERED)) {
            checkAnswer(line, words(line));
        } else if (line.startsWith(WorkerProcess.SCHEDULED)) {
            checkSchedule(line, words(line));
        } else if (line.startsWith(WorkerProcess.SENT)) {
            checkMessage(line, words(line));
        } else if (line.startsWith(WorkerProcess.SETTLED)) {
            checkSettlement(line, words(line));
        } else if (line.startsWith(WorkerProcess.COMPLETED)) {
            checkEnd(line, words(line));
        }
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private void checkAnswer(String line, List<String> words) {
        assertThat(question(line, words).answeredAt()).as(line).isEqualTo(Long.parseLong(words.get(3)));
    }

    private void checkSchedule(String line, List<String> words) {
        assertThat(question(line, words).dueAt()).as(line).isEqualTo(Long.parseLong(words.get(3)));
    }

    private void checkMessage(String line, List<String> words) {
        assertThat(store.inbox(words.get(1)))
                .as(line)
                .filteredOn(message -> message.id().equals(words.get(2) + " " + words.get(3)))
                .singleElement()
                .satisfies(message -> assertThat(message.sentAt()).isEqualTo(Long.parseLong(words.get(4))));
    }

    private PendingQuestion question(String line, List<String> words) {
        List<PendingQuestion> questions = store.history(words.get(1)).orElseThrow().questions().stream()
                .filter(question -> question.step().equals(words.get(2)))
                .toList();
        assertThat(questions).as(line).hasSize(1);
        return questions.get(0);
    }

    private void checkSettlement(String line, List<String> words) {
        assertThat(store.journal(words.get(1), 0, Integer.MAX_VALUE))
                .as(line)
                .anyMatch(entry -> entry.step().equals(words.get(2))
                        && entry.detail().equals("by " + Operator.NAME)
                        && entry.at() <= Long.parseLong(words.get(3)));
    }

    private void checkEnd(String line, List<String> words) {
        assertThat(store.find(words.get(1))).as(line).hasValueSatisfying(workflow -> {
            assertThat(workflow.status()).isEqualTo(WorkflowStatus.COMPLETED);
            assertThat(workflow.finishedAt()).isEqualTo(Long.parseLong(words.get(2)));
        });
    }
}
