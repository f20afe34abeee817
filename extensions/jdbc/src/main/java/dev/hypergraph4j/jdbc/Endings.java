package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How workflows leave their workers, and how they are woken. */
final class Endings {
    static final String LEAVE = """
            UPDATE hg_workflow SET status = ?, park_reason = ?, reason = ?, error_type = ?, error_message = ?,
              lease_until = 0, recoveries = 0, finished_at = ?, queued_at = ?, queued_order = ?, updated_at = ?
            WHERE id = ?""";

    private static final String REQUEST_CANCEL =
            "UPDATE hg_workflow SET cancel_requested = 1, reason = ?, updated_at = ? WHERE id = ?";

    private static final String QUEUE = """
            UPDATE hg_workflow SET status = 'QUEUED', park_reason = NULL, reason = '', queued_at = ?, queued_order = ?
            WHERE id = ?""";

    private static final String WAKE = QUEUE + " AND status IN ('PAUSED', 'WAITING_CHILD', 'SLEEPING')";
    private static final String NEWS = "UPDATE hg_workflow SET news = 1 WHERE id = ? AND " + Workflows.RUNS;
    private static final String FORGET_RECOVERIES = "UPDATE hg_workflow SET recoveries = 0 WHERE id = ?";

    private Endings() {}

    /** What becomes of a wish to leave, in view of what the worker does not know: nobody would wake or cancel the workflow afterwards. */
    static Ending inView(State state, Ending wanted) {
        if (wanted.status().isFinal()) {
            return wanted;
        }
        if (state.cancelRequested()) {
            return Ending.of(WorkflowStatus.CANCELLED, state.reason());
        }
        return wanted.status().isWaiting() && state.news() ? Ending.of(WorkflowStatus.QUEUED, "") : wanted;
    }

    /** The parameters of {@link #LEAVE}. */
    static @Nullable Object[] row(Transaction transaction, String workflow, Ending ending) {
        StepError error = ending.error();
        boolean isQueued = ending.status() == WorkflowStatus.QUEUED;
        boolean sleeps = ending.status() == WorkflowStatus.SLEEPING;
        return new @Nullable Object[] {
            ending.status(),
            ending.parkReason(),
            Texts.readable(ending.reason()),
            Errors.type(error),
            Errors.message(error),
            ending.status().isFinal() ? transaction.now() : 0L,
            isQueued ? transaction.now() : ending.wakeAt(),
            isQueued || sleeps ? Transaction.tick() : 0L,
            transaction.now(),
            workflow
        };
    }

    static Journal.Line line(Ending ending) {
        return Journal.Line.of(ending.status().name(), ending.detail());
    }

    /** Ends a workflow outside of a transition, and tells how. */
    static Ending end(Transaction transaction, State state, Ending wanted) throws SQLException {
        Ending ending = inView(state, wanted);
        transaction.session().update(LEAVE, row(transaction, state.id(), ending));
        Journal.append(transaction, state.id(), line(ending));
        tellOthers(transaction, state, ending);
        return ending;
    }

    /** Wakes the parent of what has come to its end, and cancels the children of what was cancelled. */
    static void tellOthers(Transaction transaction, State state, Ending ending) throws SQLException {
        if (!ending.status().isFinal()) {
            return;
        }
        wakeParent(transaction, state);
        if (ending.status() == WorkflowStatus.CANCELLED) {
            for (State child : openChildren(transaction, state.id())) {
                cancelOne(transaction, child, ending.reason());
            }
        }
    }

    /** Cancels a workflow and what it spawned, as far as that has not ended. */
    static void cancel(Transaction transaction, State state, String reason) throws SQLException {
        List<State> children = openChildren(transaction, state.id());
        cancelOne(transaction, state, reason); // Before its children, which would wake it.
        for (State child : children) {
            cancelOne(transaction, child, reason);
        }
    }

    /** Wakes the parent of a child, and what was made of that: it took over the step that spawned the child, and waits for it as well. */
    private static void wakeParent(Transaction transaction, State child) throws SQLException {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>();
        if (child.parent() != null) {
            left.add(child.parent());
        }
        while (!left.isEmpty()) {
            String id = left.remove();
            // Locked before anything is asked of it: else its worker could have it wait between the two statements of
            // wake, the first of which finds it run and the second of which finds it wait.
            if (seen.add(id) && State.of(transaction, id) != null) {
                wake(transaction, id);
                left.addAll(State.copies(transaction, id));
            }
        }
    }

    /** Has a workflow, which is locked, go on because of an answer or a child's end: at once if it waits, else when its worker lets it wait. */
    static void wake(Transaction transaction, String workflow) throws SQLException {
        if (transaction.session().update(WAKE, transaction.now(), Transaction.tick(), workflow) == 1) {
            Journal.append(transaction, workflow, Journal.Line.of("QUEUED", ""));
        } else {
            transaction.session().update(NEWS, workflow);
        }
    }

    /** Has it wait for a worker; how often it was recovered is forgotten. */
    static void queue(Transaction transaction, String workflow) throws SQLException {
        transaction.session().update(QUEUE, transaction.now(), Transaction.tick(), workflow);
        transaction.session().update(FORGET_RECOVERIES, workflow);
        Journal.append(transaction, workflow, Journal.Line.of("QUEUED", ""));
    }

    private static void cancelOne(Transaction transaction, State state, String reason) throws SQLException {
        transaction.session().update(REQUEST_CANCEL, Texts.readable(reason), transaction.now(), state.id());
        if (!state.isRun(transaction.now())) {
            Ending ending = Ending.of(WorkflowStatus.CANCELLED, reason);
            transaction.session().update(LEAVE, row(transaction, state.id(), ending));
            Journal.append(transaction, state.id(), line(ending));
            wakeParent(transaction, state);
        }
    }

    /** The unfinished workflows that it spawned, and those that these spawned, and so on: parents before their children. */
    private static List<State> openChildren(Transaction transaction, String workflow) throws SQLException {
        Map<String, State> found = new LinkedHashMap<>();
        Set<String> parents = Set.of(workflow);
        while (!parents.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (State child : State.openChildren(transaction, parents)) {
                // A lineage that somebody made a circle comes to an end.
                if (!child.id().equals(workflow) && found.putIfAbsent(child.id(), child) == null) {
                    next.add(child.id());
                }
            }
            parents = next;
        }
        return new ArrayList<>(found.values());
    }
}
