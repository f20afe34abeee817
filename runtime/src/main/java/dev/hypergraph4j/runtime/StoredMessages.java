package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.plan.GenericType;
import dev.hypergraph4j.runtime.plan.Plan;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The messages in a store, as those see them who know the graphs that they are for.
 *
 * @param graphs gives the graph of a workflow, or says that it is not served
 */
record StoredMessages(Checkpointer store, Function<Workflow, CompiledGraph<?, ?>> graphs) {

    /** Sends a message that answers a question under {@code key}. */
    MessageReceipt send(String workflow, String key, String id, Object value, String by) {
        ChosenIds.ofMessage(id);
        Workflow to = store.find(workflow).orElseThrow(() -> noWorkflow(workflow));
        Plan plan = graphs.apply(to).plan();
        PauseErrors.refuseUnknown(plan, Answers.of(key, value));
        NodePath asking = Objects.requireNonNull(NodePath.find(plan, key), key);
        Type type = RecordedAnswers.answerType(asking.plan(), asking.node());
        Object answer = value instanceof Payload written ? store.codec().decode(written, type) : value;
        Payload payload = encoded(asking, type, answer);
        refuseUnfit(plan, workflow, key, id, answer);
        MessageReceipt receipt = store.send(workflow, key, id, payload, by).orElseThrow(() -> takesNone(workflow));
        if (!receipt.accepted() && !isSame(receipt.message(), payload, type)) {
            throw ConflictException.otherMessage(receipt.message());
        }
        return receipt;
    }

    private Payload encoded(NodePath asking, Type type, Object answer) {
        NodeDefinition node = asking.plan().node(asking.node());
        @SuppressWarnings("unchecked") // Nothing is made of it.
        Class<Object> raw = (Class<Object>) GenericType.raw(type);
        Question<Object> any = new Question<>(node.name(), raw, List.of(), Map.of());
        AnswerCheck check = new AnswerCheck(asking.plan().name(), node, raw, any);
        return store.codec().encode(check.fitting(answer), type);
    }

    /** What is asked already says more of its answers than its node does. A message that is sent again need not fit what is asked now. */
    private void refuseUnfit(Plan plan, String workflow, String key, String id, Object answer) {
        try {
            firstOpen(workflow, key).ifPresent(asked -> RecordedAnswers.encode(plan, asked, answer, store.codec()));
        } catch (GraphConfigException unfit) {
            boolean isKnown = store.inbox(workflow).stream()
                    .anyMatch(sent -> sent.question().equals(key) && sent.id().equals(id));
            if (!isKnown) {
                throw unfit;
            }
        }
    }

    private Optional<PendingQuestion> firstOpen(String workflow, String key) {
        History history = store.lookAt(workflow).orElseThrow(() -> noWorkflow(workflow));
        return history.questions().stream()
                .filter(question -> question.question().key().equals(key))
                .filter(question -> !question.isAnswered() && history.waitsFor(question))
                .findFirst();
    }

    private boolean isSame(InboxMessage known, Payload sent, Type type) {
        return digest(known, known.payload(), type).equals(digest(known, sent, type));
    }

    private String digest(InboxMessage message, Payload payload, Type type) {
        InputsDigest digest = new InputsDigest();
        digest.add(
                message.question(),
                payload instanceof Payload.Missing ? payload : store.codec().canonical(payload, type));
        return digest.text();
    }

    private static IllegalArgumentException noWorkflow(String id) {
        return new IllegalArgumentException(
                "There is no workflow '" + id + "' to send a message to: submit it before.");
    }

    private static IllegalArgumentException takesNone(String id) {
        return new IllegalArgumentException("Workflow '" + id + "' has ended: it takes no messages any more.");
    }
}
