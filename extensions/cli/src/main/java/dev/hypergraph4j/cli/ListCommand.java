package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists workflows. */
@Command(name = "list", description = "Lists workflows, the latest created first.")
final class ListCommand extends StoreCommand {
    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATUS",
            description = "Only those at one of these: ${COMPLETION-CANDIDATES}.")
    private List<WorkflowStatus> statuses = new ArrayList<>();

    @Option(names = "--graph", paramLabel = "NAME", description = "Only those of this graph.")
    private @Nullable String graph;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those created since: 2026-11-28, 2026-11-28T17:00:00Z, or so long ago: P7D, PT1H.")
    private @Nullable String since;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "50",
            converter = AtLeastOne.class,
            description = "No more than so many; 50 by default.")
    private int most;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Override
    Reply reply(WorkflowOperations operations) {
        List<Workflow> found = operations.list(query(operations.store().now()));
        boolean isCut = found.size() > most;
        List<Workflow> shown = isCut ? found.subList(0, most) : found;
        ObjectNode document = Documents.object();
        document.set("workflows", Documents.array(shown, Documents::workflow));
        return new Reply(document.put("more", isCut), text(shown, isCut));
    }

    /** One more than is shown, to know whether there are more. */
    private WorkflowQuery query(long now) {
        long from = since == null ? Long.MIN_VALUE : from(since, now);
        int limit = (int) Math.min(Integer.MAX_VALUE, most + 1L);
        return new WorkflowQuery(Set.copyOf(statuses), graph, from, Long.MAX_VALUE, limit);
    }

    private long from(String text, long now) {
        try {
            return Times.since(text, now);
        } catch (DateTimeParseException | ArithmeticException none) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is no time such as 2026-11-28, 2026-11-28T17:00:00Z or P7D");
        }
    }

    private static String text(List<Workflow> workflows, boolean isCut) {
        if (workflows.isEmpty()) {
            return "No workflows.\n";
        }
        Table table = Table.of("ID", "GRAPH", "STATUS", "CREATED", "CHANGED", "NOTE");
        for (Workflow each : workflows) {
            table.line(
                    each.id(),
                    each.graph().graph(),
                    each.status().name(),
                    Times.text(each.createdAt()),
                    Times.text(each.updatedAt()),
                    Table.brief(Notes.of(each)));
        }
        return table.text() + (isCut ? "There are more: --most N.\n" : "");
    }
}
