package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the journal of a workflow. */
@Command(name = "journal", description = "Shows what happened to a workflow, line by line.")
final class JournalCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The workflow.")
    private String id = "";

    @Option(names = "--after", paramLabel = "N", defaultValue = "0", description = "Only lines behind this one.")
    private long after;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000",
            converter = AtLeastOne.class,
            description = "No more than so many; 1000 by default.")
    private int most;

    @Override
    Reply reply(WorkflowOperations operations) {
        List<JournalEntry> entries = operations.journal(id, after, most);
        ObjectNode document = Documents.object().put("workflow", id);
        document.set("entries", Documents.array(entries, Documents::journalEntry));
        return new Reply(document, entries.isEmpty() ? "No lines.\n" : text(entries));
    }

    private static String text(List<JournalEntry> entries) {
        Table table = Table.of("LINE", "AT", "TYPE", "STEP", "ATTEMPT", "DETAIL");
        for (JournalEntry entry : entries) {
            table.line(
                    String.valueOf(entry.number()),
                    Times.text(entry.at()),
                    entry.type(),
                    entry.step(),
                    entry.attempt() == 0 ? "" : String.valueOf(entry.attempt()),
                    Table.brief(entry.detail()));
        }
        return table.text();
    }
}
