package dev.hypergraph4j.runtime.durable;

import java.util.Map;
import java.util.function.Consumer;

/** A workflow in memory, with all that belongs to it. */
final class MemoryWorkflow {
    private final MemoryTransactions transactions;
    private final MemoryClock clock;
    private final Map<String, Payload> inputs;
    private final long order;
    private Workflow row;
    private Map<String, Payload> outputs = Map.of();
    private MemoryHistory history;
    private Queueing queueing;
    private boolean hasNews;

    /** Since when it waits for a worker, or from when on if it sleeps, and behind which others of the same millisecond. */
    private record Queueing(long since, long order) {}

    MemoryWorkflow(MemoryTransactions transactions, MemoryClock clock, NewWorkflow workflow) {
        this.transactions = transactions;
        this.clock = clock;
        this.inputs = workflow.inputs();
        this.order = clock.tick();
        this.row = WorkflowChange.created(workflow, clock.now());
        this.history = new MemoryHistory(transactions);
        this.queueing = new Queueing(row.createdAt(), order);
    }

    String id() {
        return row.id();
    }

    Workflow row() {
        return row;
    }

    /** Whether none of its steps runs any more: it has ended, or only waits for its children before it is CANCELLED. */
    boolean isOver() {
        return row.status().isFinal() || row.isCancelling();
    }

    /** Which of all workflows of the store: a later one has a greater number. */
    long order() {
        return order;
    }

    MemoryHistory history() {
        return history;
    }

    /** All of it, for a worker. */
    History snapshot() {
        return new History(row, inputs, outputs, history.steps(), history.attemptsAtOpenSteps(), history.questions());
    }

    // Waiting

    long waitsSince() {
        return row.status() == WorkflowStatus.RUNNING ? row.leaseUntil() : queueing.since;
    }

    long waitsBehind() {
        return queueing.order;
    }

    /** Whether an answer has come or a child has ended that its worker may not know of. */
    boolean hasNews() {
        return hasNews;
    }

    void hasNews(boolean is) {
        transactions.set(value -> hasNews = value, hasNews, is);
    }

    // Changes

    void change(Consumer<WorkflowChange> how) {
        WorkflowChange change = new WorkflowChange(row);
        how.accept(change);
        boolean sleeps = change.status == WorkflowStatus.SLEEPING;
        if (change.status != row.status() && (sleeps || change.status == WorkflowStatus.QUEUED)) {
            long since = sleeps ? change.wakeAt : clock.now();
            transactions.set(value -> queueing = value, queueing, new Queueing(since, clock.tick()));
        }
        transactions.set(value -> row = value, row, change.at(clock.now()));
    }

    void give(Map<String, Payload> given) {
        transactions.set(value -> outputs = value, outputs, given);
    }

    /** Forgets what it did. */
    void compact() {
        transactions.set(value -> history = value, history, new MemoryHistory(transactions));
        change(change -> change.compacted = true);
    }

    // Journal

    void journal(String type, String detail) {
        journal(type, "", 0, detail);
    }

    /** A line about what was done by hand, without any other change of it. */
    void note(String type, String step, String detail) {
        change(unchanged -> {});
        journal(type, step, 0, detail);
    }

    void journal(String type, String step, int attempt, String detail) {
        history.add(
                new JournalEntry(id(), history.lines() + 1L, clock.now(), type, step, attempt, row.epoch(), detail));
    }
}
