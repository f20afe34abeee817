package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that was written when the schema had version 2 goes on with this one. */
@ParameterizedClass
@EnumSource
class UpgradeTest {
    private static final long LONG_AGO = 1_600_000_000_000L;

    @TempDir
    private Path folder;

    private final DatabaseKind kind;
    private DatabaseKind.Opened database;
    private JdbcCheckpointer store;

    UpgradeTest(DatabaseKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void openOldStore() throws Exception {
        database = kind.open(folder);
        try (Connection connection = database.connect()) {
            makeOldSchema(connection);
            tellOldStories(connection);
        }
        store = database.store(JdbcCheckpointer.builder());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void makeOldSchema(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE hg_schema_version (version INTEGER NOT NULL PRIMARY KEY, at BIGINT NOT NULL)");
            for (String script : List.of("0001." + kind.name().toLowerCase(Locale.ROOT) + ".sql", "0002.sql")) {
                for (String each : script(script).split(";\\s*(\n|$)", -1)) {
                    if (!each.isBlank()) {
                        statement.execute(each);
                    }
                }
            }
            statement.execute("INSERT INTO hg_schema_version VALUES (1, 0), (2, 0)");
        }
    }

    private static String script(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream("schema/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void tellOldStories(Connection connection) throws SQLException {
        insert(connection, "hg_workflow", workflow("order-1", "QUEUED", 3));
        insert(connection, "hg_step", step(1, "quote", "COMPLETED", text("12")));
        insert(connection, "hg_workflow", workflow("order-2", "PAUSED", 4));
        insert(connection, "hg_step", step(2, "approve", "PAUSED", null));
        insert(connection, "hg_question", question(2, "approve"));
        Map<String, Object> child = workflow("order-2/kid", "QUEUED", 1);
        child.putAll(Map.of("lineage", "CHILD", "origin", "order-2", "origin_step", "quote"));
        insert(connection, "hg_workflow", child);
    }

    private static Map<String, Object> workflow(String id, String status, int lines) {
        Map<String, Object> row = new TreeMap<>();
        row.putAll(Map.of("id", id, "graph", "ordering", "version", "1", "hash", "hash", "status", status));
        row.putAll(Map.of("reason", "", "durability", "SYNC", "inputs_digest", "digest", "error_handling", "RAISE"));
        row.putAll(Map.of("prefill_only", 0, "lineage", "STARTED", "created_at", LONG_AGO, "updated_at", LONG_AGO));
        row.putAll(Map.of("finished_at", 0L, "queued_at", LONG_AGO, "queued_order", 1L, "owner", ""));
        row.putAll(Map.of("lease_until", 0L, "epoch", 1L, "recoveries", 0, "news", 0, "cancel_requested", 0));
        row.putAll(Map.of("compacted", 0, "lines", (long) lines));
        return row;
    }

    private static Map<String, Object> step(long workflow, String key, String status, byte[] outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.putAll(
                Map.of("workflow", workflow, "step", key, "node", key, "iteration", 0, "hash", "", "status", status));
        row.putAll(Map.of("attempt", 1, "opened", "", "cached", 0, "started_at", LONG_AGO, "finished_at", LONG_AGO));
        row.putAll(Map.of("copied_from", "", "epoch", 1L, "worker", "worker", "effect_id", "effect", "place", 1L));
        if (outcome != null) {
            row.put("outcome", outcome);
        }
        return row;
    }

    private static Map<String, Object> question(long workflow, String key) {
        Map<String, Object> row = new TreeMap<>();
        row.putAll(Map.of("workflow", workflow, "step", key, "iteration", 0, "answer_key", key, "prompt", "Go on?"));
        row.putAll(Map.of("answer_name", "choice", "answer_type", "String", "answer_schema", "{}"));
        row.putAll(Map.of("options", frame("[]"), "evidence", frame("{}"), "asked_at", LONG_AGO, "due_at", 0L));
        row.putAll(Map.of("due_by", "", "answered_by", "", "answered_at", 0L));
        return row;
    }

    private static byte[] text(String value) {
        return frame("\"" + value + "\"");
    }

    /** One value: the version of the form, how many there are, that it is there, its length, and the version of its own form. */
    private static byte[] frame(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[11 + bytes.length];
        frame[0] = 1;
        frame[4] = 1;
        frame[5] = 1;
        frame[9] = (byte) (bytes.length + 1);
        frame[10] = 1;
        System.arraycopy(bytes, 0, frame, 11, bytes.length);
        return frame;
    }

    private static void insert(Connection connection, String table, Map<String, Object> row) throws SQLException {
        String columns = String.join(", ", row.keySet());
        String places = String.join(", ", Collections.nCopies(row.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (Object value : row.values()) {
                statement.setObject(++place, value);
            }
            statement.executeUpdate();
        }
    }

    @Test
    void workflowGoesOnWhereItWas() {
        Claim.Claimed claimed = (Claim.Claimed) store.claim("order-1", Stories.WORKER, false);

        Step quote = claimed.history().steps().get(0);
        assertThat(store.codec().decode(quote.outcome().values().get(0), String.class))
                .isEqualTo("12");
        Stories stories = new Stories(store);
        stories.end(claimed.lease(), Ending.completed(Map.of()), stories.completed("ship", "parcel"));
        assertThat(store.find("order-1").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(store.attempts("order-1")).hasSize(2);
    }

    @Test
    void questionIsAnsweredByAMessage() {
        assertThat(store.pending()).extracting(PendingQuestion::workflow).containsExactly("order-2");

        assertThat(store.send("order-2", "approve", "m1", new Stories(store).value("yes"), "Ada"))
                .hasValueSatisfying(
                        receipt -> assertThat(receipt.message().step()).isEqualTo("approve"));

        assertThat(store.pending()).isEmpty();
        assertThat(store.find("order-2").orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void childWasSpawnedToBeCancelledWithItsParent() {
        Workflow child = store.find("order-2/kid").orElseThrow();
        assertThat(child.lineage().policy()).isEqualTo(ChildPolicy.CANCEL);

        store.cancel("order-2", "not wanted");

        assertThat(store.find("order-2/kid").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void viewsTellWhatTheyTellOfANewStore() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String view : List.of("runs_v", "steps_v", "attempts_v", "waiting_v", "slow_v", "inbox_v")) {
                assertThat(columns(statement, view)).as(view).isNotEmpty();
            }
            assertThat(columns(statement, "runs_v")).contains("child_policy", "wake_at");
        }
    }

    private static List<String> columns(Statement statement, String view) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet results = statement.executeQuery("SELECT * FROM " + view)) {
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                names.add(results.getMetaData().getColumnName(i));
            }
        }
        return names;
    }
}
