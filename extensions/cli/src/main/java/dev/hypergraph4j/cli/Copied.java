package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.List;

/** Tells of a workflow that was made of another one. */
final class Copied {
    private Copied() {}

    static Reply reply(WorkflowOperations operations, Workflow made) {
        String source = String.valueOf(made.lineage().workflow());
        // A worker may be at it already: what it does is not what was taken over.
        List<String> taken = operations.steps(made.id()).stream()
                .filter(view -> view.step().copiedFrom().equals(source))
                .map(view -> view.step().id().key())
                .toList();
        List<String> left = operations.steps(source).stream()
                .filter(view -> view.step().status() == StepStatus.COMPLETED)
                .map(view -> view.step().id().key())
                .filter(key -> !taken.contains(key))
                .toList();
        Inspection then = operations.show(made.id());
        ObjectNode document = Standing.document(then);
        document.set("takenOver", Documents.array(taken, TextNode::valueOf));
        document.set("notTakenOver", Documents.array(left, TextNode::valueOf));
        String what = taken.isEmpty() ? "no steps" : "steps " + String.join(", ", taken);
        String others = left.isEmpty() ? "" : "; not " + String.join(", ", left);
        return new Reply(document, Table.printable("Took over " + what + others + ". ") + Standing.text(then));
    }
}
