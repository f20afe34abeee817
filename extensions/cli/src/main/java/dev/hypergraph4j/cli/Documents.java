package dev.hypergraph4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded, for programs. The names of the fields are public (docs/command-line.md): they may become more, and never change. What there is
 * nothing of is {@code null}; times are ISO 8601, in UTC, with milliseconds.
 */
final class Documents {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);

    private Documents() {}

    static ObjectNode object() {
        return Values.MAPPER.createObjectNode();
    }

    static <T> ArrayNode array(Collection<T> elements, Function<T, JsonNode> document) {
        ArrayNode array = Values.MAPPER.createArrayNode();
        elements.forEach(element -> array.add(document.apply(element)));
        return array;
    }

    static ObjectNode workflow(Workflow workflow) {
        ObjectNode lineage = object();
        lineage.put("kind", workflow.lineage().kind().name())
                .put("workflow", workflow.lineage().workflow())
                .put("step", workflow.lineage().step());
        ObjectNode document = object();
        document.put("id", workflow.id())
                .put("graph", workflow.graph().graph())
                .put("version", some(workflow.graph().version()))
                .put("hash", some(workflow.graph().hash()))
                .put("status", workflow.status().name())
                .put("parkReason", name(workflow.parkReason()))
                .put("reason", some(workflow.reason()))
                .set("error", error(workflow.error()));
        document.put("durability", workflow.durability().name())
                .put("errorHandling", workflow.errorHandling().name())
                .set("lineage", lineage);
        return document.put("createdAt", time(workflow.createdAt()))
                .put("updatedAt", time(workflow.updatedAt()))
                .put("finishedAt", time(workflow.finishedAt()))
                .put("owner", some(workflow.owner()))
                .put("leaseUntil", time(workflow.leaseUntil()))
                .put("wakeAt", time(workflow.wakeAt()))
                .put("epoch", workflow.epoch())
                .put("recoveries", workflow.recoveries())
                .put("cancelRequested", workflow.cancelRequested())
                .put("compacted", workflow.compacted());
    }

    static ObjectNode step(StepView view) {
        Step step = view.step();
        StepOutcome outcome = step.outcome();
        ObjectNode document = object();
        document.put("key", step.id().key())
                .put("node", step.id().node())
                .put("iteration", step.id().iteration())
                .put("item", step.id().item())
                .put("status", step.status().name())
                .put("origin", view.origin().name())
                .put("copiedFrom", some(step.copiedFrom()))
                .put("attempt", step.attempt())
                .put("startedAt", time(step.startedAt()))
                .put("finishedAt", time(step.finishedAt()))
                .set("error", error(step.error()));
        ArrayNode opened = document.putArray("opened");
        if (outcome != null) {
            outcome.opened().forEach(opened::add);
        }
        document.set("attempts", array(view.attempts(), Documents::attempt));
        return document;
    }

    private static ObjectNode attempt(Attempt attempt) {
        ObjectNode document = object();
        document.put("number", attempt.number())
                .put("status", attempt.status().name())
                .put("worker", attempt.worker())
                .put("epoch", attempt.epoch())
                .put("startedAt", time(attempt.startedAt()))
                .put("finishedAt", time(attempt.finishedAt()))
                .set("error", error(attempt.error()));
        return document.put("verdict", name(attempt.verdict()))
                .put("notBefore", time(attempt.notBefore()))
                .put("effectId", some(attempt.effectId()));
    }

    static ObjectNode question(PendingQuestion question, ShownValues values) {
        ObjectNode document = object();
        document.put("workflow", question.workflow())
                .put("step", question.step())
                .put("key", question.question().key())
                .put("prompt", question.question().prompt())
                .put("answerName", question.question().answerName())
                .put("answerType", question.question().answerType())
                .set("schema", parsed(question.question().schema()));
        document.set("options", values.document(question.question().options()));
        document.set("evidence", values.document(question.question().evidence()));
        return document.put("askedAt", time(question.askedAt())).put("dueAt", time(question.dueAt()));
    }

    static ObjectNode journalEntry(JournalEntry entry) {
        return object().put("number", entry.number())
                .put("at", time(entry.at()))
                .put("type", entry.type())
                .put("step", some(entry.step()))
                .put("attempt", entry.attempt())
                .put("epoch", entry.epoch())
                .put("detail", some(entry.detail()));
    }

    static ObjectNode message(WaitingMessage waiting, ShownValues values) {
        OutboxMessage message = waiting.message();
        ObjectNode document = object();
        document.put("id", message.id())
                .put("workflow", message.workflow())
                .put("step", message.step())
                .put("ordinal", message.ordinal())
                .put("target", message.target())
                .set("payload", values.document(message.payload()));
        return document.put("deliveries", message.deliveries())
                .put("dueAt", waiting.isLeftAlone() ? null : time(waiting.dueAt()))
                .put("leftAlone", waiting.isLeftAlone());
    }

    static ObjectNode received(InboxMessage message, ShownValues values) {
        ObjectNode document = object();
        document.put("id", message.id())
                .put("key", message.question())
                .put("step", some(message.step()))
                .put("sentAt", time(message.sentAt()))
                .put("sentBy", some(message.by()))
                .set("answer", values.document(message.payload()));
        return document;
    }

    static ObjectNode lineage(LineageEntry entry) {
        Workflow workflow = entry.workflow();
        ObjectNode document = object();
        document.put("depth", entry.depth())
                .put("id", entry.id())
                .set("workflow", workflow == null ? Values.MAPPER.nullNode() : workflow(workflow));
        return document;
    }

    /** A document as it is printed. */
    static String text(JsonNode document) {
        try {
            return Values.MAPPER.writer(PRINTER).writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode parsed(String schema) {
        try {
            return Values.MAPPER.readTree(schema);
        } catch (JsonProcessingException damaged) {
            return Values.MAPPER.nullNode();
        }
    }

    private static JsonNode error(@Nullable StepError error) {
        return error == null
                ? Values.MAPPER.nullNode()
                : object().put("type", error.type()).put("message", some(error.message()));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    static @Nullable String time(long millis) {
        return millis == 0 ? null : Times.exact(millis);
    }
}
