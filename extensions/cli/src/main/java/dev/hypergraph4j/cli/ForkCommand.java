package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Workflow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forks a workflow. */
@Command(
        name = "fork",
        description = {
            "Makes a new workflow that shares the history of another one up to a step, which runs again. The other one stays as it is.",
            "Without the graph's code nobody knows which steps depend on that one. So only completed steps are taken over that were recorded before "
                    + "it began; what ran beside it or later runs again, effects included. Workflows.fork(...), in a program that serves the graph, takes over more."
        })
final class ForkCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Option(names = "--at", required = true, paramLabel = "STEP", description = "The key of the step to run again.")
    private String step = "";

    @Option(names = "--as", paramLabel = "NEW", description = "The id of the new one; ID-fork by default.")
    private @Nullable String newId;

    @Override
    Reply reply(WorkflowOperations operations) {
        Workflow made = operations.fork(id, newId == null ? id + "-fork" : newId, step);
        return Copied.reply(operations, made);
    }
}
