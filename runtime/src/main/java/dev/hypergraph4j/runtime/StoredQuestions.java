package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The questions in a store, as those see them who know the graphs that ask.
 *
 * @param graphs gives the graph of a workflow, or says that it is not served
 */
record StoredQuestions(Checkpointer store, Function<Workflow, CompiledGraph<?, ?>> graphs) {
    private static final int MOST_TOLD = 10;

    /** What a pending question asks. */
    Question<?> read(PendingQuestion pending) {
        return RecordedAnswers.question(plan(pending), pending, store.codec());
    }

    /** Answers what a step asks. */
    AnswerReceipt answer(PendingQuestion question, Object answer, String by) {
        return store.answer(question.workflow(), question.step(), encoded(question, answer), by)
                .orElseThrow(() -> noQuestion(question.workflow(), question.step()));
    }

    /** Schedules an answer to what a step asks. */
    void schedule(Instant when, PendingQuestion question, Object answer, String by) {
        boolean isOpen = store.schedule(
                question.workflow(), question.step(), encoded(question, answer), when.toEpochMilli(), by);
        if (!isOpen) {
            throw new IllegalArgumentException("Workflow '" + question.workflow() + "' asks no question '"
                    + question.step() + "' that waits for an answer.");
        }
    }

    private Payload encoded(PendingQuestion question, Object answer) {
        return RecordedAnswers.encode(plan(question), question, answer, store.codec());
    }

    private Plan plan(PendingQuestion question) {
        return graphs.apply(store.find(question.workflow()).orElseThrow()).plan();
    }

    /** What {@code seen}, which was read some time ago, is in the store now. Where its step has asked anew meanwhile, that is another question. */
    PendingQuestion now(PendingQuestion seen) {
        return of(seen.workflow()).stream()
                .filter(question -> isSame(question, seen))
                .findFirst()
                .orElseThrow(() -> noQuestion(seen.workflow(), seen.step()));
    }

    private static boolean isSame(PendingQuestion question, PendingQuestion seen) {
        return question.step().equals(seen.step())
                && question.askedAt() == seen.askedAt()
                && question.question().prompt().equals(seen.question().prompt());
    }

    /** The question with this key that has no answer; the latest one where all have. The key of the first turn's step is that of the node. */
    PendingQuestion find(String id, String key) {
        History history = store.history(id).orElseThrow(() -> noQuestion(id, key));
        List<PendingQuestion> asked = history.questions().stream()
                .filter(question ->
                        question.step().equals(key) || question.question().key().equals(key))
                .toList();
        List<PendingQuestion> open = asked.stream().filter(history::waitsFor).toList();
        if (open.size() > 1) {
            return open.stream()
                    .filter(question -> question.step().equals(key))
                    .findFirst()
                    .orElseThrow(() -> severalQuestions(id, key, open));
        }
        return open.stream()
                .findFirst()
                .or(() -> asked.stream().filter(PendingQuestion::isAnswered).reduce((earlier, later) -> later))
                .orElseThrow(() -> noQuestion(id, key));
    }

    /**
     * Sees to it that no question to which there is an answer in the store is answered with another one, which the next question under the key would take.
     *
     * @param seen the questions as a run has left them some time ago
     * @throws ConflictException if one has been answered since
     */
    static void refuseAnswered(History history, List<PauseInfo> seen, Answers answers) {
        for (PauseInfo pause : seen) {
            if (!answers.to(pause.key()).isEmpty()) {
                history.questions().stream()
                        .filter(question -> question.question().key().equals(pause.key()))
                        .filter(question -> question.iteration() == pause.iteration() && question.isAnswered())
                        .findFirst()
                        .ifPresent(answered -> {
                            throw ConflictException.answered(answered);
                        });
            }
        }
    }

    private List<PendingQuestion> of(String id) {
        return store.history(id).map(History::questions).orElse(List.of());
    }

    private static IllegalArgumentException severalQuestions(String id, String key, List<PendingQuestion> open) {
        String steps = open.stream()
                .limit(MOST_TOLD)
                .map(PendingQuestion::step)
                .collect(Collectors.joining(", ", "", open.size() > MOST_TOLD ? ", ..." : ""));
        return new IllegalArgumentException("Workflow '" + id + "' asks " + open.size() + " questions '" + key
                + "' at once: say the key of the step that is to be answered, one of " + steps + ".");
    }

    private static IllegalArgumentException noQuestion(String id, String key) {
        return new IllegalArgumentException("Workflow '" + id + "' asks no question '" + key + "'.");
    }
}
