package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers a question. */
@Command(
        name = "answer",
        description = {
            "Answers a question of a workflow, which goes on then. The first answer counts.",
            "The answer has to fit the schema and the options of the question."
        })
final class AnswerCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "KEY",
            description = "The key of the question, or of the step where a node asks several times.")
    private String key = "";

    @Parameters(index = "2", paramLabel = "JSON", description = "The answer: true, 42, '\"text\"', '{\"a\": 1}'.")
    private String json = "";

    @Mixin
    private final By by = new By();

    @Override
    Reply reply(WorkflowOperations operations) {
        AnswerReceipt receipt = operations.answer(id, key, json, by.name());
        PendingQuestion question = receipt.question();
        Inspection then = operations.show(id);
        ObjectNode document = Documents.object()
                .put("step", question.step())
                .put("key", question.question().key())
                .put("answeredBy", question.answeredBy())
                .put("answeredAt", Documents.time(question.answeredAt()));
        document.set("workflow", Documents.workflow(then.workflow()));
        return new Reply(document, "Answered '" + question.question().key() + "'. " + Standing.text(then));
    }
}
