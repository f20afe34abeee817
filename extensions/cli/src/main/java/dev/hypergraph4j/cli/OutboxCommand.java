package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists messages that wait to be delivered. */
@Command(name = "outbox", description = "Lists messages that wait to be delivered and are due, the oldest first.")
final class OutboxCommand extends StoreCommand {
    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100",
            description = "No more than so many; 100 by default.")
    private int most;

    @Override
    Reply reply(WorkflowOperations operations) {
        List<OutboxMessage> messages = operations.outbox(Math.max(0, most));
        ShownValues values = shown(operations);
        ObjectNode document = Documents.object();
        document.set("messages", Documents.array(messages, message -> Documents.message(message, values)));
        return new Reply(document, messages.isEmpty() ? "No messages.\n" : text(messages, values));
    }

    private static String text(List<OutboxMessage> messages, ShownValues values) {
        Table table = Table.of("MESSAGE", "WORKFLOW", "STEP", "TARGET", "FAILED", "PAYLOAD");
        for (OutboxMessage message : messages) {
            table.line(
                    message.id(),
                    message.workflow(),
                    message.step(),
                    message.target(),
                    String.valueOf(message.deliveries()),
                    values.text(message.payload()));
        }
        return table.text();
    }
}
