package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the messages that a workflow was sent. */
@Command(
        name = "inbox",
        description = {
            "Lists the messages that a workflow was sent, in the order in which they came.",
            "STEP tells whose question one has answered; it is empty while the message waits for one."
        })
final class InboxCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Override
    Reply reply(WorkflowOperations operations) {
        List<InboxMessage> messages = operations.inbox(id);
        ShownValues values = shown(operations);
        ObjectNode document = Documents.object();
        document.set("messages", Documents.array(messages, message -> Documents.received(message, values)));
        return new Reply(document, messages.isEmpty() ? "No messages.\n" : text(messages, values));
    }

    private static String text(List<InboxMessage> messages, ShownValues values) {
        Table table = Table.of("MESSAGE", "KEY", "SENT", "BY", "STEP", "ANSWER");
        for (InboxMessage message : messages) {
            table.line(
                    message.id(),
                    message.question(),
                    Times.text(message.sentAt()),
                    message.by(),
                    message.step(),
                    values.text(message.payload()));
        }
        return table.text();
    }
}
