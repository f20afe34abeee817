package dev.hypergraph4j.cli;

import picocli.CommandLine.Command;

/** Runs workflows here. */
@Command(
        name = "work",
        description =
                "Runs the workflows that wait for a worker, as far as this program serves their graphs, until there is nothing left.")
final class WorkCommand extends StoreCommand {
    @Override
    Reply reply(WorkflowOperations operations) {
        int count = operations.work();
        return new Reply(Documents.object().put("run", count), "Ran " + count + " workflows.\n");
    }
}
