package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows where a workflow comes from, and what came of it. */
@Command(name = "lineage", description = "Shows where a workflow comes from, and what came of it, as a tree.")
final class LineageCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Override
    Reply reply(WorkflowOperations operations) {
        List<LineageEntry> tree = operations.lineage(id);
        ObjectNode document = Documents.object().put("workflow", id);
        document.set("tree", Documents.array(tree, Documents::lineage));
        return new Reply(document, text(tree));
    }

    private String text(List<LineageEntry> tree) {
        Table table = Table.of("ID", "STATUS", "COMES FROM", "CREATED");
        for (LineageEntry entry : tree) {
            String name = "  ".repeat(entry.depth()) + entry.id() + (entry.id().equals(id) ? " *" : "");
            Workflow workflow = entry.workflow();
            if (workflow == null) {
                table.line(name, "(deleted)");
            } else {
                table.line(name, workflow.status().name(), Notes.origin(workflow), Times.text(workflow.createdAt()));
            }
        }
        return table.text();
    }
}
