package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels a workflow. */
@Command(
        name = "cancel",
        description =
                "Cancels a workflow and what it spawned: at once where nobody runs it, else before its next node.")
final class CancelCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "Why, for those who wonder later.")
    private String reason = "";

    @Override
    Reply reply(WorkflowOperations operations) {
        operations.cancel(id, reason);
        Inspection then = operations.show(id);
        String asked = then.workflow().status() == WorkflowStatus.RUNNING ? "Its worker is told. " : "";
        return new Reply(Standing.document(then), asked + Standing.text(then));
    }
}
