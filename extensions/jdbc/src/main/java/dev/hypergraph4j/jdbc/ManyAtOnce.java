package dev.hypergraph4j.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.hypergraph4j.jdbc.PlainTransition.Passage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transitions of different workflows, written by one statement of PostgreSQL as {@link AtOnce} writes one, with an array for each column of what they have
 * to write. If one of them is not as it should be, nothing is written.
 */
final class ManyAtOnce {
    /** Who has children that end has many of them: after a statement in vain, so many groups are written without a try. */
    private static final int WITHOUT_A_TRY = 16;

    private static final String COMPLETE =
            Steps.COMPLETE.replace("workflow = ?", "workflow = fence.n") + " AND fence.id = ?" + OneStatement.CHANGED;

    private int withoutATry; // Guarded by the writer's turn.

    /**
     * Writes transitions, and gives the time. Empty if they can't be written like this, and nothing is.
     *
     * @param row where the writer leaves its number
     * @param now the time; {@code null} if it is for the server to say
     */
    OptionalLong write(Session session, List<TransitionJob> jobs, WriterRow row, @Nullable Long now)
            throws SQLException {
        List<PlainTransition> transitions = plain(jobs);
        if (transitions.isEmpty() || withoutATry > 0) {
            withoutATry = Math.max(0, withoutATry - 1);
            return OptionalLong.empty();
        }
        OneStatement statement = new OneStatement(session, now);
        new Parts(transitions, statement).addAll();
        row.addNext(statement);
        boolean isSync = jobs.stream().anyMatch(Job::isSync);
        OptionalLong written = statement.commit(statement.time(), "", isSync);
        withoutATry = written.isPresent() ? 0 : WITHOUT_A_TRY;
        return written;
    }

    /** All of them; none if one of them needs more than a statement, or if two are of one workflow. */
    private static List<PlainTransition> plain(List<TransitionJob> jobs) {
        List<PlainTransition> all = new ArrayList<>();
        for (TransitionJob job : jobs) {
            PlainTransition transition = PlainTransition.of(job.rows());
            if (transition == null) {
                return List.of();
            }
            all.add(transition);
        }
        long workflows = all.stream().map(PlainTransition::workflow).distinct().count();
        return workflows == all.size() ? all : List.of();
    }

    /** What a group has to write, as the parts of a statement. */
    private record Parts(List<PlainTransition> transitions, OneStatement statement) {
        void addAll() throws SQLException {
            addFence();
            addBehindFence("ended_attempts", Attempts.END, rows(each -> each.rows(Statements.END_ATTEMPT)));
            addSteps();
            addBehindFence("named_values", NamedValues.INSERT, rows(PlainTransition::values));
            addBehindFence("lines", AtOnce.LINE, rows(PlainTransition::lines));
        }

        /** The rows of the workflows: those that pass. */
        private void addFence() throws SQLException {
            Map<Passage, List<PlainTransition>> byPassage = transitions.stream()
                    .collect(groupingBy(PlainTransition::passage, () -> new EnumMap<>(Passage.class), toList()));
            for (Map.Entry<Passage, List<PlainTransition>> each : byPassage.entrySet()) {
                List<@Nullable Object[]> rows =
                        each.getValue().stream().map(PlainTransition::fence).toList();
                statement.addMany(
                        name(each.getKey()), each.getKey().sql() + " RETURNING id, n, lines, updated_at", rows, "", "");
            }
            statement.add(
                    "fence",
                    byPassage.keySet().stream()
                            .map(passage -> "SELECT id, n, lines, updated_at FROM " + name(passage))
                            .collect(joining(" UNION ALL ")));
            statement.mustChange("fence", transitions.size());
        }

        private static String name(Passage passage) {
            return "fence_of_" + passage.name().toLowerCase(Locale.ROOT);
        }

        private void addSteps() throws SQLException {
            List<@Nullable Object[]> completed = new ArrayList<>();
            List<@Nullable Object[]> begun = new ArrayList<>();
            List<@Nullable Object[]> others = new ArrayList<>();
            for (@Nullable Object[] row : rows(each -> each.rows(Statements.PUT_STEP))) {
                if (Steps.completes(row)) {
                    completed.add(completedOf(row));
                } else {
                    (Steps.begins(row) ? begun : others).add(row);
                }
            }
            if (!completed.isEmpty()) {
                statement.addMany("completed", COMPLETE, completed, ", fence", "");
                statement.mustChange("completed", completed.size());
            }
            addChanging("begun", AtOnce.BEGIN, begun);
            addChanging("others", AtOnce.PUT, others);
        }

        private static @Nullable Object[] completedOf(@Nullable Object[] row) {
            List<@Nullable Object> completed = new ArrayList<>();
            Collections.addAll(completed, Steps.completed(row));
            completed.add(row[0]);
            return completed.toArray();
        }

        private void addChanging(String name, String sql, List<@Nullable Object[]> rows) throws SQLException {
            addBehindFence(name, sql, rows);
            if (!rows.isEmpty()) {
                statement.mustChange(name, rows.size());
            }
        }

        private void addBehindFence(String name, String sql, List<@Nullable Object[]> rows) throws SQLException {
            if (!rows.isEmpty()) {
                statement.addMany(name, sql, rows, " JOIN fence ON fence.id = c0", "fence.n");
            }
        }

        /** Rows of all transitions, with the ids of their workflows in the place of the numbers, which only the statement will know. */
        private List<@Nullable Object[]> rows(Function<PlainTransition, List<@Nullable Object[]>> kind) {
            List<@Nullable Object[]> all = new ArrayList<>();
            for (PlainTransition each : transitions) {
                for (@Nullable Object[] row : kind.apply(each)) {
                    row[0] = each.workflow();
                    all.add(row);
                }
            }
            return all;
        }
    }
}
