package dev.hypergraph4j.cli;

import dev.hypergraph4j.jdbc.json.AnswerSchema;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.GraphConfigException;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a workflow a message.
 *
 * @param graph the code of its graph; {@code null} if it is not at hand: then a question that was asked says what an answer is
 */
record Sending(
        Checkpointer store,
        Values values,
        History to,
        @Nullable CompiledGraph<?, ?> graph) {

    MessageReceipt send(String key, String id, String json, String by) {
        PendingQuestion asked = latest(key);
        if (asked != null) {
            requireFitting(asked, json);
        }
        return graph != null ? byCode(graph, key, id, json, by) : byQuestion(asked, key, id, json, by);
    }

    private @Nullable PendingQuestion latest(String key) {
        return to.questions().stream()
                .filter(question -> question.question().key().equals(key))
                .reduce((earlier, later) -> earlier.isAnswered() ? later : earlier)
                .orElse(null);
    }

    /** The options of one that was answered need not be those of the next. */
    private void requireFitting(PendingQuestion asked, String json) {
        String options =
                to.waitsFor(asked) ? values.read(asked.question().options()).toString() : "[]";
        AnswerSchema.of(asked.question().schema(), options).check(json).ifPresent(misfit -> {
            throw RefusedException.badAnswer(asked, misfit, options);
        });
    }

    private MessageReceipt byCode(CompiledGraph<?, ?> code, String key, String id, String json, String by) {
        String workflow = to.workflow().id();
        try {
            return Workflows.on(store).serve(code).build().send(workflow, key, id, values.write(json), by);
        } catch (ConflictException other) {
            throw RefusedException.otherMessage(workflow, key, id);
        } catch (GraphConfigException | UnpersistableValueException unfit) {
            throw RefusedException.badMessage(workflow, key, unfit);
        } catch (IllegalArgumentException ended) {
            throw RefusedException.finished(to.workflow());
        }
    }

    private MessageReceipt byQuestion(@Nullable PendingQuestion asked, String key, String id, String json, String by) {
        if (asked == null) {
            throw RefusedException.notAsked(to.workflow(), key);
        }
        String workflow = to.workflow().id();
        Payload payload = values.write(json);
        MessageReceipt receipt =
                store.send(workflow, key, id, payload, by).orElseThrow(() -> RefusedException.finished(to.workflow()));
        if (!receipt.accepted() && !values.read(receipt.message().payload()).equals(values.read(payload))) {
            throw RefusedException.otherMessage(workflow, key, id);
        }
        return receipt;
    }
}
