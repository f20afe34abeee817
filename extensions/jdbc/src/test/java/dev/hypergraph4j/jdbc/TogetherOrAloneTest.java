package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Transition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How transitions are written, by themselves or with others, by one statement or by many, must not make a difference to what is in the tables. */
@ParameterizedClass
@EnumSource
class TogetherOrAloneTest extends StoreTest {
    private static final int WORKFLOWS = 10;
    private static final int ROUNDS = 12;

    /** What depends on who else is there, or on who comes first. */
    private static final Set<String> OF_NO_MATTER = Set.of("n", "workflow", "queued_order");

    private static final List<String> OF_WORKFLOWS =
            List.of("hg_step", "hg_attempt", "hg_value", "hg_journal", "hg_blob_use", "hg_question", "hg_inbox");

    TogetherOrAloneTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void tablesHoldTheSameHoweverTransitionsAreWritten() throws SQLException {
        Long only = Long.getLong("seed");
        for (long seed = only == null ? 0 : only; seed <= (only == null ? 7 : only); seed++) {
            store.close();
            reopen();
            long first = seed * WORKFLOWS;
            List<RandomTransitions> alone = workflows("alone-", first);
            List<RandomTransitions> together = workflows("group-", first);
            for (int round = 0; round < ROUNDS; round++) {
                List<Runnable> one = round(alone);
                int refused = 0;
                for (Runnable each : one) {
                    refused += isRefused(each) ? 1 : 0;
                }
                assertThat(together(round(together).toArray(Runnable[]::new)))
                        .as("seed %d: -Dseed=%d", seed, seed)
                        .hasSize(refused);
                if (round == 2) {
                    sendMessages(first);
                }
            }
            for (long number = first; number < first + WORKFLOWS; number++) {
                assertThat(contents("group-" + number))
                        .as("seed %d: -Dseed=%d", seed, seed)
                        .isEqualTo(contents("alone-" + number));
            }
        }
    }

    /** More than there are workflows that ask: most are answered when they ask, some have messages left. */
    private void sendMessages(long first) {
        for (long number = first; number < first + WORKFLOWS; number++) {
            for (String prefix : List.of("alone-", "group-")) {
                store.send(prefix + number, "node", "small", stories.value("yes"), "Ada");
                store.send(prefix + number, "node", "large", stories.value("y".repeat(100_000)), "Ada");
            }
        }
    }

    private List<RandomTransitions> workflows(String prefix, long first) {
        List<RandomTransitions> all = new ArrayList<>();
        for (long number = first; number < first + WORKFLOWS; number++) {
            all.add(new RandomTransitions(stories, prefix + number, store.now(), number));
        }
        return all;
    }

    /** What each of them wants recorded next. */
    private List<Runnable> round(List<RandomTransitions> workflows) {
        List<Runnable> wanted = new ArrayList<>();
        for (RandomTransitions each : workflows) {
            if (!each.isOver()) {
                Transition next = each.next();
                wanted.add(() -> store.commit(next));
            }
        }
        return wanted;
    }

    private static boolean isRefused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }

    /** All that is in the tables about a workflow, but for its name. */
    private List<String> contents(String workflow) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            read(statement, "SELECT * FROM hg_workflow WHERE id = '" + workflow + "'", all);
            for (String table : OF_WORKFLOWS) {
                all.add(table);
                List<String> rows = new ArrayList<>();
                String number = "(SELECT n FROM hg_workflow WHERE id = '" + workflow + "')";
                read(statement, "SELECT * FROM " + table + " WHERE workflow = " + number, rows);
                rows.stream().sorted().forEach(all::add);
            }
        }
        return all.stream().map(row -> row.replace(workflow, "it")).toList();
    }

    private static void read(Statement statement, String sql, List<String> rows) throws SQLException {
        try (ResultSet results = statement.executeQuery(sql)) {
            ResultSetMetaData columns = results.getMetaData();
            while (results.next()) {
                TreeMap<String, String> row = new TreeMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (!OF_NO_MATTER.contains(columns.getColumnName(i))) {
                        row.put(columns.getColumnName(i), String.valueOf(results.getString(i)));
                    }
                }
                rows.add(row.toString());
            }
        }
    }
}
