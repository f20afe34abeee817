package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Retention;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compacts and deletes finished workflows. */
@Command(
        name = "compact",
        description = {
            "Folds the steps of finished workflows into their results, and deletes finished workflows, after some time.",
            "What unfinished workflows need stays; what is not said to go stays, too. Times are ISO 8601: P30D, PT12H."
        })
final class CompactCommand extends StoreCommand {
    private static final Duration LONGEST = Retention.FOREVER.keepSteps();

    @Option(
            names = "--keep-steps",
            paramLabel = "TIME",
            description = "For how long after the end of a workflow its steps, attempts and journal are kept.")
    private @Nullable String steps;

    @Option(
            names = "--keep-workflows",
            paramLabel = "TIME",
            description = "For how long after its end a workflow is kept at all.")
    private @Nullable String workflows;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Override
    Reply reply(WorkflowOperations operations) {
        Retention.Report report = operations.compact(retention());
        return new Reply(
                Documents.object().put("compacted", report.compacted()).put("deleted", report.deleted()),
                "Compacted " + report.compacted() + " workflows, deleted " + report.deleted() + ".\n");
    }

    private Retention retention() {
        if (steps == null && workflows == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say what is kept: --keep-steps P30D, --keep-workflows P365D");
        }
        Retention retention = Retention.FOREVER;
        retention = steps == null ? retention : retention.keepSteps(time(steps));
        return workflows == null ? retention : retention.keepWorkflow(time(workflows));
    }

    private Duration time(String text) {
        try {
            Duration time = Duration.parse(text);
            if (!time.isNegative()) {
                return time.compareTo(LONGEST) > 0 ? LONGEST : time;
            }
        } catch (DateTimeParseException none) {
            // Told below.
        }
        throw new ParameterException(spec.commandLine(), "'" + text + "' is no length of time such as P30D or PT12H");
    }
}
