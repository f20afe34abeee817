package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * A question as it stands in the store.
 *
 * @param workflow the workflow that asks
 * @param step the key of the step that asks; with the workflow it names the question
 * @param iteration which turn of its cycle the step is of
 * @param question what it asks
 * @param askedAt when it asked, in milliseconds since 1970
 * @param dueAt when the scheduled answer settles it; 0 where none is scheduled
 * @param answer its answer; {@code null} where there is none yet
 * @param answeredBy who answered; empty where nobody has
 * @param answeredAt when it was answered; 0 where it was not
 */
public record PendingQuestion(
        String workflow,
        String step,
        int iteration,
        NewQuestion question,
        long askedAt,
        long dueAt,
        @Nullable Payload answer,
        String answeredBy,
        long answeredAt) {

    /** Whether it has an answer. */
    public boolean isAnswered() {
        return answer != null;
    }
}
