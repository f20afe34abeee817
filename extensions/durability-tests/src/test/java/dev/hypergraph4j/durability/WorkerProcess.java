package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A process that works on workflows until all are over. It tells on its output what it has done, a line each, so that whoever started it knows when to
 * kill it.
 */
final class WorkerProcess implements AutoCloseable {
    static final String READY = "ready";
    static final String SUBMITTED = "submitted ";
    static final String ANSWERED = "answered ";
    static final String COMPLETED = "completed ";
    static final String FENCED = "fenced";

    private static final WorkflowStatus[] OPEN = {
        WorkflowStatus.QUEUED,
        WorkflowStatus.RUNNING,
        WorkflowStatus.PAUSED,
        WorkflowStatus.WAITING_CHILD,
        WorkflowStatus.SLEEPING
    };

    private final WorldFile world;
    private final Checkpointer store;
    private final Workflows workflows;

    /**
     * What a process is told.
     *
     * @param ahead how far its clock is ahead, in milliseconds; {@link #STORES_CLOCK} for the store's own
     * @param leaseMillis how long its leases are
     * @param atOnce how many workflows it runs at once
     * @param first the number of the first workflow that it submits
     * @param count how many it submits, which were perhaps submitted before
     */
    record Orders(Place place, Path world, long ahead, long leaseMillis, int atOnce, int first, int count) {
        static final long STORES_CLOCK = Long.MIN_VALUE;

        Orders withClock(long millisAhead) {
            return new Orders(place, world, millisAhead, leaseMillis, atOnce, first, count);
        }

        Checkpointer open() {
            return ahead == STORES_CLOCK ? place.open() : place.open(ahead);
        }

        static Orders of(String... words) {
            return new Orders(
                    new Place(words[0]),
                    Path.of(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Integer.parseInt(words[4]),
                    Integer.parseInt(words[5]),
                    Integer.parseInt(words[6]));
        }

        List<String> words() {
            return List.of(
                    place.address(),
                    world.toString(),
                    String.valueOf(ahead),
                    String.valueOf(leaseMillis),
                    String.valueOf(atOnce),
                    String.valueOf(first),
                    String.valueOf(count));
        }
    }

    private final Orders orders;

    /** Of which workflows it has told that they have completed. */
    private final Set<String> told = new HashSet<>();

    private WorkerProcess(Orders orders) {
        this.orders = orders;
        this.world = new WorldFile(orders.world());
        this.store = orders.open();
        DurableOptions options = DurableOptions.defaults()
                .lease(Duration.ofMillis(orders.leaseMillis()))
                .recoveryCap(Integer.MAX_VALUE);
        Workflows.Builder builder =
                Workflows.on(store).options(options).poll(Duration.ofMillis(20)).atOnce(orders.atOnce());
        Reference.ALL.forEach(reference -> builder.serve(reference.graph().apply(world)));
        this.workflows = builder.build();
    }

    /** Works as ordered. */
    public static void main(String... words) {
        Logger.getLogger(Workflows.class.getName()).setUseParentHandlers(false);
        Logger.getLogger(Workflows.class.getName()).addHandler(new Telling());
        Orders orders = Orders.of(words);
        try (WorkerProcess process = new WorkerProcess(orders)) {
            System.out.println(READY);
            for (int i = orders.first(); i < orders.first() + orders.count(); i++) {
                process.submit(Numbered.of(i));
            }
            process.workflows.work();
            process.awaitEnds();
        }
    }

    private void submit(Numbered<?, ?> numbered) {
        if (isNew(numbered)) {
            System.out.println(SUBMITTED + numbered.id());
        }
    }

    private <I, O> boolean isNew(Numbered<I, O> numbered) {
        CompiledGraph<I, O> graph = numbered.reference().graph().apply(world);
        return workflows.submit(graph, numbered.id(), numbered.inputs());
    }

    private void awaitEnds() {
        while (!store.workflows(WorkflowQuery.ALL.at(OPEN).most(1)).isEmpty()
                || !store.outbox(1).isEmpty()) {
            answer();
            relay();
            tellCompleted();
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void answer() {
        for (PendingQuestion question : workflows.pending()) {
            int number = Numbered.of(question.workflow()).number();
            AnswerReceipt receipt = workflows.answer(question, Reference.answer(number), "test");
            long at = receipt.question().answeredAt();
            System.out.println(ANSWERED + question.workflow() + " " + question.step() + " " + at);
        }
    }

    private void tellCompleted() {
        WorkflowQuery latest = WorkflowQuery.ALL.at(WorkflowStatus.COMPLETED).most(orders.count());
        for (Workflow workflow : store.workflows(latest)) {
            if (told.add(workflow.id())) {
                System.out.println(COMPLETED + workflow.id() + " " + workflow.finishedAt());
            }
        }
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
