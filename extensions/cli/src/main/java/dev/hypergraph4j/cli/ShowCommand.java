package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a workflow. */
@Command(name = "show", description = "Shows a workflow: where it stands, what it waits for, and what it asks.")
final class ShowCommand extends StoreCommand {
    private static final int MOST_FAILED = 5;

    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Option(names = "--values", description = "Shows its inputs and outputs, too.")
    private boolean withValues;

    @Override
    Reply reply(WorkflowOperations operations) {
        Inspection inspection = operations.show(id);
        ShownValues values = shown(operations);
        return new Reply(document(inspection, values), text(inspection, values));
    }

    private ObjectNode document(Inspection inspection, ShownValues values) {
        ObjectNode document = Documents.object();
        document.set("workflow", Documents.workflow(inspection.workflow()));
        String waitsFor = inspection.waitsFor();
        document.put("waitsFor", waitsFor.isEmpty() ? null : waitsFor);
        document.set("failedSteps", Documents.array(inspection.failedSteps(), TextNode::valueOf));
        document.set(
                "questions", Documents.array(inspection.questions(), question -> Documents.question(question, values)));
        if (withValues) {
            document.set("inputs", values.documents(inspection.inputs()));
            document.set("outputs", values.documents(inspection.outputs()));
        }
        return document;
    }

    private String text(Inspection inspection, ShownValues values) {
        Workflow workflow = inspection.workflow();
        String version = workflow.graph().version();
        Table table = new Table()
                .line("id", workflow.id())
                .line("graph", workflow.graph().graph() + (version.isEmpty() ? "" : ", version " + version))
                .line("status", workflow.status().name())
                .unlessEmpty("note", workflow.parkReason() == null ? Notes.of(workflow) : "")
                .unlessEmpty("failed at", failedAt(inspection.failedSteps()))
                .unlessEmpty("waits for", inspection.waitsFor())
                .unlessEmpty("comes from", Notes.origin(workflow))
                .line("created", Times.text(workflow.createdAt()))
                .line("changed", Times.text(workflow.updatedAt()))
                .unlessEmpty("finished", Times.text(workflow.finishedAt()))
                .unlessEmpty("worker", workflow.owner())
                .line("durability", workflow.durability().name() + (workflow.compacted() ? ", compacted" : ""))
                .line("on error", workflow.errorHandling().name());
        inspection.questions().forEach(question -> addQuestion(table, question, values));
        if (withValues) {
            inspection.inputs().forEach((name, value) -> table.line("input " + name, values.text(value)));
            inspection.outputs().forEach((name, value) -> table.line("output " + name, values.text(value)));
        }
        return table.text();
    }

    /** Of many, such as the items of a map, a few: the others are told by the steps. */
    private static String failedAt(List<String> steps) {
        int more = steps.size() - MOST_FAILED;
        String some = steps.stream().limit(MOST_FAILED).collect(Collectors.joining(", "));
        return more > 0 ? some + " and " + more + " more" : some;
    }

    private static void addQuestion(Table table, PendingQuestion question, ShownValues values) {
        table.line(
                "asks", question.question().key() + ": " + question.question().prompt());
        table.line(
                "  answer",
                question.question().answerType() + " " + question.question().answerName());
        String options = values.text(question.question().options());
        table.unlessEmpty("  options", options.equals("[]") ? "" : options);
        String evidence = values.text(question.question().evidence());
        table.unlessEmpty("  evidence", evidence.equals("{}") ? "" : evidence);
        table.unlessEmpty("  due", Times.text(question.dueAt()));
    }
}
