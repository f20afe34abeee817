package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transition that a single statement can write: it consists of rows, of which no two are of one step, so that it does not matter that none of the
 * statement's parts sees what the others do; and it tells no other workflow.
 */
final class PlainTransition {
    private static final Set<Statements> KINDS = EnumSet.of(Statements.END_ATTEMPT, Statements.PUT_STEP);

    /** What becomes of the row of the workflow, which has to be as the lease says. */
    enum Passage {
        CREATED(Workflows.CREATE),
        GOES_ON(Fence.ONE),
        ENDED(Fence.LAST);

        private final String sql;

        Passage(String sql) {
            this.sql = sql;
        }

        /** The statement that changes it or makes it. */
        String sql() {
            return sql;
        }
    }

    private final TransitionRows rows;
    private final Transition transition;
    private final List<Journal.Line> lines;

    private PlainTransition(TransitionRows rows) {
        this.rows = rows;
        this.transition = rows.transition();
        this.lines = lines(rows);
    }

    /** A transition as such a one; {@code null} if it is none. */
    static @Nullable PlainTransition of(TransitionRows rows) {
        Batches batches = rows.batches();
        boolean isPlain = (rows.transition().ending() == null || isEnd(rows.transition()))
                && rows.canBeBatched()
                && batches.blobs().isEmpty()
                && KINDS.containsAll(batches.rows().keySet())
                && batches.rows().values().stream().allMatch(PlainTransition::areOfDifferentSteps);
        return isPlain ? new PlainTransition(rows) : null;
    }

    /** Whether a workflow that was there before ends, and nobody has a say in how but who wants it. */
    private static boolean isEnd(Transition transition) {
        Ending ending = transition.ending();
        return ending != null
                && transition.creation() == null
                && (ending.status() == WorkflowStatus.COMPLETED || ending.status() == WorkflowStatus.FAILED);
    }

    private static boolean areOfDifferentSteps(Collection<@Nullable Object[]> rows) {
        return rows.stream().map(row -> row[1]).distinct().count() == rows.size();
    }

    private static List<Journal.Line> lines(TransitionRows rows) {
        Ending ending = rows.transition().ending();
        if (ending == null) {
            return rows.lines();
        }
        List<Journal.Line> lines = new ArrayList<>(rows.lines());
        lines.add(Endings.line(ending));
        return lines;
    }

    String workflow() {
        return rows.workflow();
    }

    Passage passage() {
        return transition.creation() != null
                ? Passage.CREATED
                : transition.ending() != null ? Passage.ENDED : Passage.GOES_ON;
    }

    /** The parameters for the row of the workflow, which counts the lines that come. */
    @Nullable
    Object[] fence() {
        NewWorkflow creation = transition.creation();
        Ending ending = transition.ending();
        return creation != null ? created(creation) : ending != null ? ended(ending) : goesOn();
    }

    private @Nullable Object[] created(NewWorkflow creation) {
        @Nullable Object[] row = Workflows.running(creation, transition);
        FromNow until = new FromNow(Times.in(0, transition.claimant().lease()));
        Workflows.begin(row, FromNow.NOW, until, lines.size());
        return row;
    }

    private @Nullable Object[] goesOn() {
        Lease lease = transition.lease();
        int kept = rows.isProgress() ? 0 : 1;
        return new Object[] {lines.size(), FromNow.NOW, kept, lease.workflow(), lease.epoch(), worker()};
    }

    private @Nullable Object[] ended(Ending ending) {
        return new @Nullable Object[] {
            lines.size(),
            FromNow.NOW,
            ending.status(),
            Texts.readable(ending.reason()),
            Errors.type(ending.error()),
            Errors.message(ending.error()),
            FromNow.NOW,
            transition.lease().workflow(),
            transition.lease().epoch(),
            worker()
        };
    }

    private String worker() {
        return transition.claimant().worker();
    }

    /** The rows of one kind, but for the first parameter, the workflow's number. Steps are placed from the last line of their workflow. */
    List<@Nullable Object[]> rows(Statements kind) {
        List<@Nullable Object[]> found = rows.batches().rows().getOrDefault(kind, List.of());
        if (kind.putsStep()) {
            found.forEach(row -> Steps.place(row, -lines.size())); // The fence has counted them.
        }
        return found;
    }

    /** The inputs of a workflow that is created, or the outputs of one that ends; but for the number, as above. */
    List<@Nullable Object[]> values() {
        List<@Nullable Object[]> values = new ArrayList<>(rows.inputs());
        values.addAll(rows.outputs());
        return values;
    }

    /** The lines that the journal gets; but for the number, as above. They are counted from the last line of their workflow. */
    List<@Nullable Object[]> lines() {
        List<@Nullable Object[]> added = new ArrayList<>();
        for (Journal.Line line : lines) {
            added.add(new @Nullable Object[] {
                null,
                lines.size() - added.size() - 1,
                line.type(),
                line.step(),
                line.attempt(),
                line.epoch(transition.lease()),
                Texts.readable(line.detail())
            });
        }
        return added;
    }
}
