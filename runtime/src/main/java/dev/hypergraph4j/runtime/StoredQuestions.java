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

/**
 * The questions in a store, as those see them who know the graphs that ask.
 *
 * @param graphs gives the graph of a workflow, or says that it is not served
 */
record StoredQuestions(Checkpointer store, Function<Workflow, CompiledGraph<?, ?>> graphs) {

    /** What a pending question asks. */
    Question<?> read(PendingQuestion pending) {
        return RecordedAnswers.question(plan(pending), pending, store.codec());
    }

    AnswerReceipt answer(String id, String key, Object answer, String by) {
        PendingQuestion question = find(id, key);
        return store.answer(id, question.step(), encoded(question, answer), by).orElseThrow(() -> noQuestion(id, key));
    }

    void schedule(Instant when, String id, String key, Object answer, String by) {
        PendingQuestion question = find(id, key);
        if (!store.schedule(id, question.step(), encoded(question, answer), when.toEpochMilli(), by)) {
            throw noQuestion(id, key);
        }
    }

    private Payload encoded(PendingQuestion question, Object answer) {
        return RecordedAnswers.encode(plan(question), question, answer, store.codec());
    }

    private Plan plan(PendingQuestion question) {
        return graphs.apply(store.find(question.workflow()).orElseThrow()).plan();
    }

    /** The latest question with this key that has no answer; the latest one where all have. */
    private PendingQuestion find(String id, String key) {
        return store.history(id).map(History::questions).orElse(List.of()).stream()
                .filter(question ->
                        question.step().equals(key) || question.question().key().equals(key))
                .reduce((earlier, later) -> earlier.isAnswered() ? later : earlier)
                .orElseThrow(() -> noQuestion(id, key));
    }

    private static IllegalArgumentException noQuestion(String id, String key) {
        return new IllegalArgumentException("Workflow '" + id + "' asks no question '" + key + "'.");
    }
}
