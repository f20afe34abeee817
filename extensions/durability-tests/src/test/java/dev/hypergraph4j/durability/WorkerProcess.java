package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.Attendant.Answering;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A process that works on workflows until all are over, or, where there will be another one, all that are not are to go on later. It tells on its output
 * what it has done, a line each, so that whoever started it knows when to kill it.
 */
final class WorkerProcess implements AutoCloseable {
    static final String READY = "ready";
    static final String SUBMITTED = "submitted ";
    static final String ANSWERED = "answered ";
    static final String SCHEDULED = "scheduled ";
    static final String SENT = "sent ";
    static final String SETTLED = "settled ";
    static final String COMPLETED = "completed ";
    static final String FENCED = "fenced";
    static final String OVER = "over";

    private static final WorkflowQuery OPEN = WorkflowQuery.ALL.at(
            WorkflowStatus.QUEUED,
            WorkflowStatus.RUNNING,
            WorkflowStatus.PAUSED,
            WorkflowStatus.WAITING_CHILD,
            WorkflowStatus.SLEEPING,
            WorkflowStatus.PARKED);
    private static final WorkflowQuery WITH_WORK = WorkflowQuery.ALL.at(
            WorkflowStatus.QUEUED, WorkflowStatus.RUNNING, WorkflowStatus.WAITING_CHILD, WorkflowStatus.PARKED);

    private final Orders orders;
    private final WorldFile world;
    private final Checkpointer store;
    private final Workflows workflows;
    private final Operator operator;

    /** Which workflows had completed before, or it has told of. */
    private final Set<String> told = new HashSet<>();

    private WorkerProcess(Orders orders) {
        this.orders = orders;
        this.world = new WorldFile(orders.world(), orders::now);
        this.store = orders.open();
        DurableOptions options = DurableOptions.defaults()
                .lease(Duration.ofMillis(orders.leaseMillis()))
                .recoveryCap(Integer.MAX_VALUE);
        Workflows.Builder builder =
                Workflows.on(store).options(options).poll(Duration.ofMillis(20)).atOnce(orders.atOnce());
        orders.mix().graphs(world).forEach(builder::serve);
        this.workflows = builder.build();
        this.operator = new Operator(
                workflows, id -> new World(orders.world()).effect(id).stream().findFirst());
    }

    /** Works as ordered. */
    public static void main(String... words) {
        Logger.getLogger(Workflows.class.getName()).setUseParentHandlers(false);
        Logger.getLogger(Workflows.class.getName()).addHandler(new Telling());
        Orders orders = Orders.of(words);
        try (WorkerProcess process = new WorkerProcess(orders)) {
            process.inspect();
            process.completed().forEach(workflow -> process.told.add(workflow.id()));
            System.out.println(READY);
            orders.workflows().forEach(process::submit);
            process.workflows.work();
            process.awaitEnds();
            if (process.store.workflows(OPEN.most(1)).isEmpty()) {
                System.out.println(OVER);
            }
        }
    }

    /** What the process before has left behind is whole: nobody works on it yet. */
    private void inspect() {
        if (orders.isAlone()) {
            try (Ledger ledger = new Ledger(orders.place())) {
                orders.workflows()
                        .filter(numbered -> numbered.reference().name().equals("transaction"))
                        .forEach(numbered -> ledger.check(store, numbered.id()));
            }
        }
    }

    private void submit(Numbered<?, ?> numbered) {
        if (isNew(numbered)) {
            System.out.println(SUBMITTED + numbered.id());
        }
        // The others are sent theirs when they ask.
        if (numbered.reference().answering() == Answering.SENT && numbered.number() % 2 == 0) {
            send(numbered);
        }
    }

    private <I, O> boolean isNew(Numbered<I, O> numbered) {
        CompiledGraph<I, O> graph = numbered.reference().graph().apply(world);
        return workflows.submit(graph, numbered.id(), numbered.inputs());
    }

    private void awaitEnds() {
        while (hasWork() || !store.outbox(1).isEmpty()) {
            answer();
            if (orders.isAlone()) {
                settle();
            }
            relay();
            tellCompleted();
            LockSupport.parkNanos(2_000_000);
        }
    }

    private boolean hasWork() {
        if (!orders.isAlone() || !store.workflows(WITH_WORK.most(1)).isEmpty()) {
            return !store.workflows(OPEN.most(1)).isEmpty();
        }
        long now = store.now();
        return workflows.pending().stream().anyMatch(question -> question.dueAt() <= now)
                || store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.SLEEPING)).stream()
                        .anyMatch(workflow -> workflow.wakeAt() <= now);
    }

    private void answer() {
        for (PendingQuestion question : workflows.pending()) {
            Numbered<?, ?> numbered = orders.mix().of(question.workflow());
            boolean answer = Reference.answer(numbered.number());
            if (numbered.reference().answering() == Answering.AT_ONCE) {
                AnswerReceipt receipt = workflows.answer(question, answer, Operator.NAME);
                tell(ANSWERED, question, receipt.question().answeredAt());
            } else if (numbered.reference().answering() == Answering.SENT) {
                send(numbered);
            } else if (question.dueAt() == 0) {
                schedule(question, answer);
            }
        }
    }

    private void send(Numbered<?, ?> numbered) {
        Parts.send(workflows, numbered.id(), numbered.number()).stream()
                .map(MessageReceipt::message)
                .forEach(message ->
                        System.out.println(SENT + numbered.id() + " " + message.id() + " " + message.sentAt()));
    }

    private void schedule(PendingQuestion question, boolean answer) {
        Instant then = Instant.ofEpochMilli(store.now()).plus(orders.mix().later());
        try {
            workflows.answerAt(then, question, answer, Operator.NAME);
            tell(SCHEDULED, question, then.toEpochMilli());
        } catch (IllegalArgumentException answered) {
            // What another process has scheduled was due.
        }
    }

    private static void tell(String what, PendingQuestion question, long at) {
        System.out.println(what + question.workflow() + " " + question.step() + " " + at);
    }

    private void settle() {
        for (Workflow parked : store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.PARKED))) {
            String step = operator.settle(parked.id());
            System.out.println(SETTLED + parked.id() + " " + step + " " + store.now());
        }
    }

    private void tellCompleted() {
        for (Workflow workflow : completed()) {
            if (told.add(workflow.id())) {
                System.out.println(COMPLETED + workflow.id() + " " + workflow.finishedAt());
            }
        }
    }

    private List<Workflow> completed() {
        return store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.COMPLETED).most(2 * orders.count()));
    }

    private void relay() {
        for (OutboxMessage message : new ArrayList<>(store.outbox(10))) {
            world.append(World.MESSAGE, message.id(), message.target());
            store.delivered(message.id());
            world.append(World.KNOWN, message.id(), message.target());
            System.out.println("delivered " + message.id());
        }
    }

    @Override
    public void close() {
        workflows.close();
        store.close();
        world.close();
    }

    /** Tells of runs that were fenced; what else a worker complains of goes to its error output. */
    private static final class Telling extends Handler {
        @Override
        public void publish(LogRecord line) {
            if (line.getThrown() instanceof LeaseLostException) {
                System.out.println(FENCED);
            } else {
                System.err.println(line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
