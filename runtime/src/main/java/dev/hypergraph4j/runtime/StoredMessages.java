package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.ValueCodec;
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
        // A message that is sent again need not fit what is asked now.
        Optional<InboxMessage> before = store.inboxMessage(workflow, key, id);
        if (before.isPresent()) {
            return receipt(before.get(), store.codec().encode(answer, type), type);
        }
        Optional<PendingQuestion> asked = store.openQuestion(workflow, key);
        Payload payload = asked.isPresent()
                ? RecordedAnswers.encode(plan, asked.get(), answer, store.codec())
                : encoded(asking, type, answer);
        if (asked.isEmpty() && to.prefillOnly()) {
            throw isNotAsked(workflow);
        }
        MessageReceipt receipt = store.send(workflow, key, id, payload, by).orElseThrow(() -> takesNone(workflow));
        return receipt.accepted() ? receipt : receipt(receipt.message(), payload, type);
    }

    private Payload encoded(NodePath asking, Type type, Object answer) {
        NodeDefinition node = asking.plan().node(asking.node());
        @SuppressWarnings("unchecked") // Nothing is made of it.
        Class<Object> raw = (Class<Object>) GenericType.raw(type);
        Question<Object> any = new Question<>(node.name(), raw, List.of(), Map.of());
        AnswerCheck check = new AnswerCheck(asking.plan().name(), node, raw, any);
        return store.codec().encode(check.fitting(answer), type);
    }

    private MessageReceipt receipt(InboxMessage known, Payload sent, Type type) {
        if (!isSame(known.payload(), sent, type)) {
            throw ConflictException.otherMessage(known);
        }
        return new MessageReceipt(known, false);
    }

    /** Of one that the store has lost nobody can tell, but that it came. */
    private boolean isSame(Payload known, Payload sent, Type type) {
        return known instanceof Payload.Missing || digest(known, type).equals(digest(sent, type));
    }

    /** Of a value as this program would write it: who has sent the message may have written it by hand. */
    private String digest(Payload payload, Type type) {
        ValueCodec codec = store.codec();
        Payload written = codec.encode(codec.decode(payload, type), type);
        InputsDigest digest = new InputsDigest();
        digest.add("message", codec.canonical(written, type));
        return digest.text();
    }

    private static IllegalArgumentException isNotAsked(String id) {
        return new IllegalArgumentException(
                "Workflow '" + id + "' was begun with prefillOnly: it asks nobody, and takes no messages.");
    }

    private static IllegalArgumentException noWorkflow(String id) {
        return new IllegalArgumentException(
                "There is no workflow '" + id + "' to send a message to: submit it before.");
    }

    private static IllegalArgumentException takesNone(String id) {
        return new IllegalArgumentException(
                "Workflow '" + id + "' has ended, or is to be cancelled: it takes no messages any more.");
    }
}
