package dev.hypergraph4j.cli;

import java.util.List;
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
            "Says what is to be done about a step of a parked workflow whose outcome nobody knows: it is tried again, or it has completed.",
            "What it gave then is checked by the code of its graph: that takes a command line of your own."
        })
final class SettleCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "The key of the step.")
    private String step = "";

    @Option(
            names = "--try-again",
            description = "The step is tried again: its effect did not happen, or may happen twice.")
    private boolean isTriedAgain;

    @Option(
            names = "--gave",
            paramLabel = "JSON",
            description = "The step has completed, and gave this; once for each output of its node, in their order.")
    private List<String> outputs = List.of();

    @Option(names = "--gave-nothing", description = "The step has completed, and its node has no outputs.")
    private boolean isWithoutOutputs;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Mixin
    private final By by = new By();

    @Override
    Reply reply(WorkflowOperations operations) {
        boolean hasCompleted = isWithoutOutputs || !outputs.isEmpty();
        if (isTriedAgain == hasCompleted || (isWithoutOutputs && !outputs.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "Say one thing: --try-again, --gave JSON or --gave-nothing");
        }
        if (isTriedAgain) {
            operations.tryAgain(id, step, by.name());
        } else {
            operations.settle(id, step, outputs, by.name());
        }
        Inspection then = operations.show(id);
        return new Reply(Standing.document(then).put("step", step), Standing.text(then));
    }
}
