package dev.hypergraph4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow of which the store has lost a value can be looked at, and whoever needs the value is told which one it is. */
class LostValueTest {
    private static final Claimant ALICE = new Claimant("alice", Duration.ofMinutes(10), 3);

    private Story story;
    private String hash;

    @BeforeEach
    void loseAValue(@TempDir Path folder) throws SQLException {
        story = Story.Place.SQLITE.open(folder);
        Lease lease = story.begun("m");
        story.step(lease, "fetch", "x".repeat(100_000));
        story.step(lease, "price", "5.00");
        story.ask(lease, story.question("approve", Story.BOOLEAN));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT hash FROM hg_blob")) {
            hash = row.getString(1);
            statement.execute("DELETE FROM hg_blob");
        }
    }

    @AfterEach
    void closeStore() {
        story.close();
    }

    /** A worker that would go on with it. */
    private void park() {
        assertThat(story.store.claim("m", ALICE, false)).isInstanceOf(Claim.Parked.class);
        assertThat(story.store.find("m").orElseThrow().parkReason()).isEqualTo(ParkReason.VALUE_MISSING);
    }

    // Looking

    @Test
    void workflowIsShownWithoutTheValue() {
        Said shown = story.say("show", "m");

        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("status      PAUSED").contains("asks        approve: Sell for that price?");
    }

    @Test
    void whyItIsParkedTellsTheWholeHash() {
        park();
        String why = "value " + hash + " of step 'fetch' is not there";

        assertThat(story.say("show", "m").out()).contains("an operator: VALUE_MISSING (" + why + ")");
        assertThat(story.say("list").out()).contains("VALUE_MISSING: value " + hash);
        assertThat(story.say("journal", "m").out()).contains("VALUE_MISSING value " + hash);
    }

    @Test
    void stepsAreShownWithWhatIsThereOfThem() {
        Said steps = story.say("steps", "m");
        Said values = story.say("steps", "m", "--values");
        Said document = story.say("steps", "m", "--values", "--json");

        assertThat(steps.code()).isZero();
        assertThat(steps.out().lines()).hasSize(4).anyMatch(line -> line.startsWith("fetch    COMPLETED"));
        assertThat(values.out()).contains("(value " + hash + " is not there)").contains("\"5.00\"");
        assertThat(document.out()).contains("\"missing\": \"" + hash + "\"").contains("\"value\": \"5.00\"");
    }

    // Doing

    @Test
    void resumptionTellsWhatItDid() {
        park();

        assertThat(story.say("resume", "m"))
                .isEqualTo(
                        new Said(0, "Workflow 'm' is QUEUED: it waits for a worker that serves graph 'order'.\n", ""));
        assertThat(story.status("m")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void pausedWorkflowWaitsForItsAnswerAllTheSame() {
        Said said = story.say("resume", "m");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("ANSWER_REQUIRED: ");
    }

    @Test
    void cancellationTellsWhatItDid() {
        assertThat(story.say("cancel", "m", "--reason", "lost"))
                .isEqualTo(new Said(0, "Workflow 'm' is CANCELLED.\n", ""));
    }

    @Test
    void whoNeedsTheValueIsToldWhichOneItIs() {
        String problem = "ValueMissing: A recorded value is not there: workflow m, step fetch, hash " + hash
                + ", table hg_blob. Restore the row from a backup, then resume the workflow; or start it from scratch,"
                + " as a new workflow under another id" + System.lineSeparator();

        assertThat(story.say("fork", "m", "--at", "price")).isEqualTo(new Said(3, "", problem));
        assertThat(story.say("answer", "m", "approve", "true")).isEqualTo(new Said(3, "", problem));
        assertThat(story.status("m")).isEqualTo(WorkflowStatus.PAUSED);
    }

    @Test
    void programsAreToldByFields() {
        assertThat(story.say("fork", "m", "--at", "price", "--json")).isEqualTo(new Said(3, """
                        {
                          "error": "STORE_FAILED",
                          "reason": "ValueMissing",
                          "message": "A recorded value is not there.",
                          "facts": {
                            "workflow": "m",
                            "step": "fetch",
                            "hash": "%s",
                            "table": "hg_blob"
                          },
                          "mend": "restore the row from a backup, then resume the workflow; or start it from scratch, as a new workflow under another id"
                        }
                        """.formatted(hash), ""));
    }
}
