package dev.hypergraph4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles a step by hand. */
@Command(
        name = "settle",
        description = {
            "Says what is to be done about a step of a parked workflow whose outcome nobody knows: it is tried again, and the workflow goes on.",
            "To say what it gave instead takes the graph's code: Workflows.settle(...)."
        })
final class SettleCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "The key of the step.")
    private String step = "";

    @Option(
            names = "--try-again",
            required = true,
            description = "The step is tried again: its effect did not happen, or may happen twice.")
    private boolean isTriedAgain;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Mixin
    private final By by = new By();

    @Override
    Reply reply(WorkflowOperations operations) {
        if (!isTriedAgain) {
            throw new ParameterException(spec.commandLine(), "There is nothing else to be said than --try-again");
        }
        operations.tryAgain(id, step, by.name());
        Inspection then = operations.show(id);
        return new Reply(Standing.document(then).put("step", step), Standing.text(then));
    }
}
