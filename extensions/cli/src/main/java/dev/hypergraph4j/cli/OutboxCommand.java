package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists messages that were not delivered yet. */
@Command(
        name = "outbox",
        description = {
            "Lists messages that were not delivered yet, the oldest first.",
            "NEXT tells when they are tried next: what fails waits, and holds up what its workflow sent after it.",
            "What is never tried again waits for: redeliver, or strike-out."
        })
final class OutboxCommand extends StoreCommand {
    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100",
            converter = AtLeastOne.class,
            description = "No more than so many; 100 by default.")
    private int most;

    @Override
    Reply reply(WorkflowOperations operations) {
        List<WaitingMessage> messages = operations.outbox(most);
        ShownValues values = shown(operations);
        ObjectNode document = Documents.object();
        document.set("messages", Documents.array(messages, message -> Documents.message(message, values)));
        long now = operations.store().now();
        return new Reply(document, messages.isEmpty() ? "No messages.\n" : text(messages, now, values));
    }

    private static String text(List<WaitingMessage> messages, long now, ShownValues values) {
        Table table = Table.of("MESSAGE", "WORKFLOW", "STEP", "TARGET", "FAILED", "NEXT", "PAYLOAD");
        Map<String, String> holdingUp = new HashMap<>(); // By the workflow that sent them.
        for (WaitingMessage waiting : messages) {
            OutboxMessage message = waiting.message();
            table.line(
                    message.id(),
                    message.workflow(),
                    message.step(),
                    message.target(),
                    String.valueOf(message.deliveries()),
                    next(waiting, now, holdingUp),
                    values.text(message.payload()));
        }
        return table.text();
    }

    private static String next(WaitingMessage waiting, long now, Map<String, String> holdingUp) {
        OutboxMessage message = waiting.message();
        if (waiting.dueAt() <= now) {
            String before = holdingUp.get(message.workflow());
            return before == null ? "now" : "after " + before;
        }
        holdingUp.putIfAbsent(message.workflow(), message.id());
        return waiting.isLeftAlone() ? "never" : Times.text(waiting.dueAt());
    }
}
