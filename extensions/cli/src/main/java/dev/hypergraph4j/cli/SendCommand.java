package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a workflow a message. */
@Command(
        name = "send",
        description = {
            "Sends a workflow a message, which answers the question under its key that is open, else the next one.",
            "The first message with an id counts: to say it again does no harm.",
            "It is checked by a question that was asked under the key; where none was, by the code of the graph: that takes a command line of your own."
        })
final class SendCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            description = "The key of the question: the path of the node that asks.")
    private String key = "";

    @Parameters(index = "2", paramLabel = "MESSAGE", description = "The sender's id of the message.")
    private String message = "";

    @Parameters(index = "3", paramLabel = "JSON", description = "The answer: true, 42, '\"text\"', '{\"a\": 1}'.")
    private String json = "";

    @Mixin
    private final By by = new By();

    @Override
    Reply reply(WorkflowOperations operations) {
        MessageReceipt receipt = operations.send(id, key, message, json, by.name());
        Inspection then = operations.show(id);
        ObjectNode document = Documents.received(receipt.message(), shown(operations));
        document.put("accepted", receipt.accepted());
        document.set("workflow", Documents.workflow(then.workflow()));
        return new Reply(document, text(receipt, then) + Standing.text(then));
    }

    private static String text(MessageReceipt receipt, Inspection then) {
        InboxMessage sent = receipt.message();
        String what = receipt.accepted() ? "Sent: '" : "Sent before: '";
        String waits = then.workflow().status().isFinal() ? "' was never asked for. " : "' waits for its question. ";
        String taken = sent.isTaken() ? "' has answered '" + sent.step() + "'. " : waits;
        return Table.printable(what + sent.id() + taken);
    }
}
