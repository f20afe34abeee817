package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Workflow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Retries a failed workflow. */
@Command(
        name = "retry",
        description = {
            "Makes a new workflow that goes on where a failed one failed: it takes over all steps that completed.",
            "The failed one stays as it is."
        })
final class RetryCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow that has failed.")
    private String id = "";

    @Option(names = "--as", paramLabel = "NEW", description = "The id of the new one; ID-retry by default.")
    private @Nullable String newId;

    @Override
    Reply reply(WorkflowOperations operations) {
        Workflow made = operations.retry(id, newId == null ? id + "-retry" : newId);
        return Copied.reply(operations, made);
    }
}
