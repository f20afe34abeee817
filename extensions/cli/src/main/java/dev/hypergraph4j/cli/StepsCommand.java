package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the steps of a workflow. */
@Command(name = "steps", description = "Shows the steps of a workflow as a tree, with their attempts.")
final class StepsCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Option(names = "--values", description = "Shows what the steps gave, too.")
    private boolean withValues;

    @Override
    Reply reply(WorkflowOperations operations) {
        List<StepView> steps = operations.steps(id);
        ShownValues values = shown(operations);
        ObjectNode document = Documents.object().put("workflow", id);
        document.set("steps", Documents.array(steps, step -> document(step, values)));
        return new Reply(
                document, steps.isEmpty() ? "No steps.\n" : new StepTree(withValues ? values : null).text(steps));
    }

    private ObjectNode document(StepView step, ShownValues values) {
        ObjectNode document = Documents.step(step);
        if (withValues) {
            document.set(
                    "outputs",
                    step.step().outcome() == null
                            ? Values.MAPPER.nullNode()
                            : values.documents(step.step().outcome().values()));
        }
        return document;
    }
}
