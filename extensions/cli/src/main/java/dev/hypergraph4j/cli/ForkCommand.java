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
            "Which steps depend on that one is known to the graph's code, and not to the store. But what began before it can't depend on it: of that, what has completed "
                    + "is taken over. All that began after it runs again, effects included, whether it depends on it or not. "
                    + "Workflows.fork(...), in a program that serves the graph, takes over whatever does not depend on it."
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
