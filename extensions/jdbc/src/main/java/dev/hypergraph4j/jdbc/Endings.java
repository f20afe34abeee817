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
        if (wanted.status() == WorkflowStatus.COMPLETED || wanted.status() == WorkflowStatus.FAILED) {
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
        Exit exit = Exit.of(state, wanted).inViewOfChildren(transaction);
        leave(transaction, state, exit.ending());
        tellOthers(transaction, exit);
        return exit.ending();
    }

    /** Tells the parent of what has come to its end, and cancels the children of what was cancelled. */
    static void tellOthers(Transaction transaction, Exit exit) throws SQLException {
        if (exit.ending().status().isFinal()) {
            tellParent(transaction, exit.state());
        }
        if (exit.isCancelled()) {
            for (State child : childrenToCancel(transaction, exit.state().id())) {
                cancelOne(transaction, child, exit.ending().reason());
            }
        }
    }

    /** Cancels a workflow and what it spawned, as far as that has not ended. */
    static void cancel(Transaction transaction, State state, String reason) throws SQLException {
        List<State> children = childrenToCancel(transaction, state.id());
        cancelOne(transaction, state, reason); // Before its children, which would wake it.
        for (State child : children) {
            cancelOne(transaction, child, reason);
        }
    }

    /**
     * Wakes the parent of a child that has ended, and what was made of that: it took over the step that spawned the child, and waits for it as well. A
     * parent that is to be cancelled ends with the last child that it has to wait for, and may have a parent itself.
     */
    private static void tellParent(Transaction transaction, State child) throws SQLException {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>();
        if (child.parent() != null) {
            left.add(child.parent());
        }
        while (!left.isEmpty()) {
            String id = left.remove();
            // Locked before anything is asked of it: else its worker could have it wait between the two statements of
            // wake, the first of which finds it run and the second of which finds it wait.
            State parent = seen.add(id) ? State.of(transaction, id) : null;
            if (parent != null) {
                if (endsWithChild(transaction, parent) && parent.parent() != null) {
                    left.add(parent.parent());
                }
                left.addAll(State.copies(transaction, id));
            }
        }
    }

    /** Tells a parent, which is locked, that a child has ended, and gives whether that is its own end. */
    private static boolean endsWithChild(Transaction transaction, State parent) throws SQLException {
        if (!parent.isCancelling()) {
            wake(transaction, parent.id());
            return false;
        }
        boolean ends = !State.hasToWait(transaction, parent.id());
        if (ends) {
            leave(transaction, parent, Ending.of(WorkflowStatus.CANCELLED, parent.reason()));
        }
        return ends;
    }

    /** Has a workflow, which is locked, go on because of an answer or a child's end: at once if it waits, else when its worker lets it wait. */
    static void wake(Transaction transaction, String workflow) throws SQLException {
        if (transaction.session().update(WAKE, transaction.now(), Transaction.tick(), workflow) == 1) {
            Journal.append(transaction, workflow, Journal.Line.of("QUEUED", ""));
        } else {
            notice(transaction, workflow);
        }
    }

    /** Notes that a workflow has news that its worker may not know of. */
    static void notice(Transaction transaction, String workflow) throws SQLException {
        transaction.session().update(NEWS, workflow);
    }

    /** Has it wait for a worker; how often it was recovered is forgotten. */
    static void queue(Transaction transaction, String workflow) throws SQLException {
        transaction.session().update(QUEUE, transaction.now(), Transaction.tick(), workflow);
        transaction.session().update(FORGET_RECOVERIES, workflow);
        Journal.append(transaction, workflow, Journal.Line.of("QUEUED", ""));
    }

    private static void cancelOne(Transaction transaction, State state, String reason) throws SQLException {
        if (state.isCancelling()) {
            return;
        }
        requestCancel(transaction, state.id(), reason);
        if (!state.isRun(transaction.now())) {
            Ending cancelled = Ending.of(WorkflowStatus.CANCELLED, reason);
            Exit exit = new Exit(state, cancelled, true).inViewOfChildren(transaction);
            leave(transaction, state, exit.ending());
            if (exit.ending().status().isFinal()) {
                tellParent(transaction, state);
            }
        }
    }

    static void requestCancel(Transaction transaction, String workflow, String reason) throws SQLException {
        transaction.session().update(REQUEST_CANCEL, Texts.readable(reason), transaction.now(), workflow);
    }

    private static void leave(Transaction transaction, State state, Ending ending) throws SQLException {
        transaction.session().update(LEAVE, row(transaction, state.id(), ending));
        Journal.append(transaction, state.id(), line(ending));
    }

    /** The unfinished workflows that it spawned to be cancelled with it, and those that these spawned, and so on: parents before their children. */
    private static List<State> childrenToCancel(Transaction transaction, String workflow) throws SQLException {
        Map<String, State> found = new LinkedHashMap<>();
        Set<String> parents = Set.of(workflow);
        while (!parents.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (State child : State.childrenToCancel(transaction, parents)) {
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
