package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists the questions that wait for an answer. */
@Command(name = "pending", description = "Lists the questions that wait for an answer, those that wait longest first.")
final class PendingCommand extends StoreCommand {
    @Override
    Reply reply(WorkflowOperations operations) {
        List<PendingQuestion> pending = operations.pending();
        ShownValues values = shown(operations);
        ObjectNode document = Documents.object();
        document.set("questions", Documents.array(pending, question -> Documents.question(question, values)));
        return new Reply(document, pending.isEmpty() ? "No questions.\n" : text(pending));
    }

    private static String text(List<PendingQuestion> pending) {
        Table table = Table.of("WORKFLOW", "KEY", "ANSWER", "ASKED", "DUE", "QUESTION");
        Map<String, Long> times =
                pending.stream().collect(Collectors.groupingBy(PendingCommand::node, Collectors.counting()));
        for (PendingQuestion each : pending) {
            boolean isOneOfSeveral = times.getOrDefault(node(each), 0L) > 1;
            table.line(
                    each.workflow(),
                    isOneOfSeveral ? each.step() : each.question().key(),
                    each.question().answerType(),
                    Times.text(each.askedAt()),
                    Times.text(each.dueAt()),
                    Table.brief(each.question().prompt()));
        }
        return table.text();
    }

    private static String node(PendingQuestion question) {
        return question.workflow() + "\n" + question.question().key();
    }
}
