package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypergraph4j.jdbc.json.AnswerSchema;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.GraphConfigException;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a workflow a message.
 *
 * @param to the workflow, as it was seen
 * @param key the key of the question that it is for
 * @param id the sender's
 */
record Sending(Checkpointer store, Values values, History to, String key, String id) {

    /**
     * Sends it. What was sent before need not fit what is asked now.
     *
     * @param graph the code of the workflow's graph; {@code null} if it is not at hand: then a question that was asked says what an answer is
     */
    MessageReceipt send(@Nullable CompiledGraph<?, ?> graph, String json, String by) {
        requireId();
        Optional<InboxMessage> known = store.inboxMessage(workflow(), key, id);
        if (known.isEmpty()) {
            requireFitting(graph != null, json);
        }
        return graph == null ? byQuestion(known, json, by) : byCode(graph, json, by);
    }

    private String workflow() {
        return to.workflow().id();
    }

    /** As of a workflow: what can't be seen on a command line is a slip. */
    private void requireId() {
        if (id.isBlank()
                || id.length() > WorkflowOperations.LONGEST_ID
                || id.codePoints().anyMatch(Character::isISOControl)) {
            throw RefusedException.badMessageId(id);
        }
    }

    private void requireFitting(boolean hasCode, String json) {
        if (to.workflow().status().isFinal()) {
            throw RefusedException.finished(to.workflow());
        }
        Optional<PendingQuestion> open = store.openQuestion(workflow(), key);
        if (open.isEmpty() && to.workflow().prefillOnly()) {
            throw RefusedException.asksNobody(to.workflow(), key);
        }
        PendingQuestion asked = open.or(this::lastAsked).orElse(null);
        if (asked == null && !hasCode) {
            throw RefusedException.notAsked(to.workflow(), key);
        }
        if (asked != null) {
            // The options of one that was answered need not be those of the next.
            requireFitting(
                    asked,
                    open.isEmpty()
                            ? "[]"
                            : values.read(asked.question().options()).toString(),
                    json);
        }
    }

    private Optional<PendingQuestion> lastAsked() {
        return to.questions().stream()
                .filter(question -> question.question().key().equals(key))
                .reduce((earlier, later) -> later);
    }

    private static void requireFitting(PendingQuestion asked, String options, String json) {
        AnswerSchema.of(asked.question().schema(), options).check(json).ifPresent(misfit -> {
            throw RefusedException.badAnswer(asked, misfit, options);
        });
    }

    private MessageReceipt byCode(CompiledGraph<?, ?> code, String json, String by) {
        try {
            return Workflows.on(store).serve(code).build().send(workflow(), key, id, values.write(json), by);
        } catch (ConflictException other) {
            throw RefusedException.otherMessage(workflow(), key, id);
        } catch (GraphConfigException | UnpersistableValueException unfit) {
            throw RefusedException.badMessage(workflow(), key, unfit);
        } catch (IllegalArgumentException refused) {
            throw isOver(now()) ? takesNone(now()) : RefusedException.badMessage(workflow(), key, refused);
        }
    }

    private MessageReceipt byQuestion(Optional<InboxMessage> known, String json, String by) {
        Payload payload = payload(json);
        MessageReceipt receipt = known.map(message -> new MessageReceipt(message, false))
                .or(() -> store.send(workflow(), key, id, payload, by))
                .orElseThrow(() -> takesNone(now()));
        if (!receipt.accepted() && !isSame(receipt.message().payload(), payload)) {
            throw RefusedException.otherMessage(workflow(), key, id);
        }
        return receipt;
    }

    private Workflow now() {
        return store.find(workflow()).orElseThrow(() -> RefusedException.notFound(workflow()));
    }

    private static boolean isOver(Workflow workflow) {
        return workflow.status().isFinal() || workflow.cancelRequested();
    }

    private static RefusedException takesNone(Workflow workflow) {
        return workflow.status().isFinal()
                ? RefusedException.finished(workflow)
                : RefusedException.toBeCancelled(workflow);
    }

    private Payload payload(String json) {
        try {
            return values.write(json);
        } catch (IllegalArgumentException | UnpersistableValueException broken) {
            throw RefusedException.badMessage(workflow(), key, broken);
        }
    }

    /** Of one that the store has lost nobody can tell, but that it came. */
    private boolean isSame(Payload known, Payload sent) {
        return known instanceof Payload.Missing || values.read(known).equals(Sending::compare, values.read(sent));
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
