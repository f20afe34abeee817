package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.Workflows.Resumption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a workflow go on. */
@Command(
        name = "resume",
        description = {
            "Has a workflow go on that is parked or paused: it is queued, and a worker that serves its graph goes on with it.",
            "One that goes on by itself is left alone: of several commands at the same time, one is accepted."
        })
final class ResumeCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Override
    Reply reply(WorkflowOperations operations) {
        operations.resume(id);
        Inspection then = operations.show(id);
        return new Reply(Standing.document(then).put("outcome", Resumption.ACCEPTED.name()), Standing.text(then));
    }
}
