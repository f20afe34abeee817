package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;

/**
 * How a workflow leaves its worker, or the place where it waited for one.
 *
 * @param state of the workflow
 * @param ending how it really ends
 * @param isCancelled whether it is cancelled, though it may have to wait for children before it is CANCELLED
 */
record Exit(State state, Ending ending, boolean isCancelled) {

    /** In view of what the worker does not know. */
    static Exit of(State state, Ending wanted) {
        Ending ending = Endings.inView(state, wanted);
        return new Exit(state, ending, ending.status() == WorkflowStatus.CANCELLED);
    }

    /** The same in view of an answer that has come with it: it does not wait, but goes on. */
    Exit inViewOfNews() {
        return ending.status().isWaiting() ? new Exit(state, Ending.of(WorkflowStatus.QUEUED, ""), false) : this;
    }

    /**
     * The same in view of its children: whether one of them is to be waited for. Asked when all of them are there, as those are that the step has spawned
     * with which the workflow leaves; the workflow is locked, so that a child which ends meanwhile finds it wait.
     */
    Exit inViewOfChildren(Transaction transaction) throws SQLException {
        if (!isCancelled || !State.hasToWait(transaction, state.id())) {
            return this;
        }
        Endings.requestCancel(transaction, state.id(), ending.reason());
        return new Exit(state, Ending.of(WorkflowStatus.WAITING_CHILD, ending.reason()), true);
    }
}
