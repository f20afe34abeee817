package dev.hypergraph4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Strikes out a message. */
@Command(
        name = "strike-out",
        description = {
            "Strikes out a message: it is never delivered, and does not hold up any more what its workflow sent after it.",
            "The journal of its workflow tells who did so, and why."
        })
final class StrikeOutCommand extends StoreCommand {
    @Parameters(paramLabel = "MESSAGE", description = "The id of the message.")
    private String message = "";

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Why, for those who wonder later.")
    private String reason = "";

    @Mixin
    private final By by = new By();

    @Override
    Reply reply(WorkflowOperations operations) {
        operations.strikeOut(message, reason, by.name());
        return new Reply(
                Documents.object().put("message", message),
                Table.printable("Message '" + message + "' is struck out: it is never delivered.") + "\n");
    }
}
