package dev.hypergraph4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores as the command line opens them. */
class StoresTest {
    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void tellStory() {
        file = folder.resolve("runs.db").toString();
        try (Story story = Story.Place.SQLITE.open(folder).told()) {
            story.end(
                    story.begun("long"),
                    Ending.completed(
                            Map.of("text", story.value("é".repeat(2_000)), "short", story.value("\u001b[2J"))));
        }
    }

    @Test
    void fileIsLookedAtAndChanged() {
        Said shown = say("--store", file, "show", "order-17");
        Said answered = say("answer", "order-17", "approve", "true", "--by", "ada", "--store", file);
        Said refused = say("answer", "order-17", "approve", "true", "--store", "jdbc:sqlite:" + file);

        assertThat(shown.out()).contains("waits for   an answer to 'approve'");
        assertThat(answered.out())
                .isEqualTo(
                        "Answered 'approve'. Workflow 'order-17' is QUEUED: it waits for a worker that serves graph 'order'.\n");
        assertThat(refused.code()).isEqualTo(1);
        try (Story later = Story.Place.SQLITE.open(folder)) {
            assertThat(later.status("order-17")).isEqualTo(WorkflowStatus.QUEUED);
            assertThat(later.store
                            .history("order-17")
                            .orElseThrow()
                            .questions()
                            .get(0)
                            .answer())
                    .isEqualTo(later.value(true));
        }
    }

    @Test
    void typingMistakeCreatesNoStore() {
        Path typo = folder.resolve("rnus.db");

        Said said = say("--store", typo.toString(), "list");

        assertThat(said)
                .isEqualTo(new Said(
                        3,
                        "",
                        "StoreFailed: There is no store '" + typo + "'. Name the file that the workers use"
                                + System.lineSeparator()));
        assertThat(typo).doesNotExist();
    }

    @Test
    void fileOfAnotherKindIsNoStore() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "notes ".repeat(1_000));

        Said said = say("--store", text.toString(), "list");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .startsWith("StoreFailed: Store '" + text + "' can't be opened: ")
                .containsOnlyOnce("\n");
        assertThat(text).hasContent("notes ".repeat(1_000));
    }

    @Test
    void databaseOfSomebodyElseIsLeftAsItIs() throws IOException, SQLException {
        Path alien = folder.resolve("alien.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + alien);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INTEGER)");
        }
        byte[] before = Files.readAllBytes(alien);

        assertThat(say("--store", alien.toString(), "list")).isEqualTo(noStoreIn(alien.toString()));
        assertThat(say("cancel", "order-17", "--reason", "x", "--store", "jdbc:sqlite:" + alien))
                .isEqualTo(noStoreIn("jdbc:sqlite:" + alien));

        assertThat(alien).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**alien.db-*");
    }

    @Test
    void emptyFileIsNoStoreAndStaysEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));

        assertThat(say("--store", empty.toString(), "list")).isEqualTo(noStoreIn(empty.toString()));

        assertThat(empty).isEmptyFile();
    }

    private static Said noStoreIn(String place) {
        return new Said(
                3,
                "",
                "StoreFailed: There is no store in '" + place
                        + "': it has no table hg_schema_version. Name the file that the workers use; a new store is made by the first worker that opens it"
                        + System.lineSeparator());
    }

    @Test
    void otherDatabasesAreNotKnown() {
        Said said = say("--store", "jdbc:h2:mem:", "list", "--json");

        assertThat(said).isEqualTo(new Said(3, """
                                {
                                  "error": "STORE_FAILED",
                                  "reason": "StoreFailed",
                                  "message": "Store 'jdbc:h2:mem:' is of no kind that is known here.",
                                  "facts": {},
                                  "mend": "name a file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE"
                                }
                                """, ""));
    }

    @Test
    void storeHasToBeNamed() {
        assertThat(say("list"))
                .isEqualTo(new Said(
                        2,
                        "",
                        "Not understood: The store is missing: --store FILE. See hypergraph4j --help"
                                + System.lineSeparator()));
    }

    @Test
    void longValuesAreCutUnlessTheyAreWantedWhole() {
        Said cut = say("--store", file, "show", "long", "--values");
        Said full = say("--store", file, "show", "long", "--values", "--full");
        Said document = say("--store", file, "show", "long", "--values", "--json");

        assertThat(cut.out()).contains("\"" + "é".repeat(1_023) + "… (4002 bytes; all of it: --full)\n");
        assertThat(full.out()).contains("\"" + "é".repeat(2_000) + "\"\n");
        assertThat(document.out())
                .contains("\"text\": {\n      \"cut\": \"\\\"ééé")
                .contains("\"bytes\": 4002");
    }

    @Test
    void valuesCanNotMoveTheCursor() {
        assertThat(say("--store", file, "show", "long", "--values").out())
                .contains("\"\\u001B[2J\"")
                .doesNotContain("\u001b");
    }

    private static Said say(String... args) {
        return Said.by(WorkflowsCommand.create().commandLine(), args);
    }
}
