package dev.hypergraph4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a message delivered again. */
@Command(
        name = "redeliver",
        description = {
            "Has a message delivered again that failed or was left alone: at once, and as often as a new one.",
            "What its workflow sent before it, and was not delivered either, still comes first. See: outbox."
        })
final class RedeliverCommand extends StoreCommand {
    @Parameters(paramLabel = "MESSAGE", description = "The id of the message.")
    private String message = "";

    @Mixin
    private final By by = new By();

    @Override
    Reply reply(WorkflowOperations operations) {
        operations.redeliver(message, by.name());
        return new Reply(
                Documents.object().put("message", message),
                Table.printable("Message '" + message + "' is tried again.") + "\n");
    }
}
