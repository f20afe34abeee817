package dev.hypergraph4j.cli;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.testing.ManualClock;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A store in which much has happened, on a clock that stands still, and the command line on it. */
final class Story implements AutoCloseable {
    static final String BOOLEAN = "{\"type\":\"boolean\"}";

    private static final Claimant ALICE = new Claimant("alice", Duration.ofMinutes(10), 3);

    /** Alice, whose leases are over before they begin. */
    private static final Claimant LATE = new Claimant("alice", Duration.ofSeconds(-1), 3);

    /** Where a story may be told. */
    enum Place {
        MEMORY,
        SQLITE;

        Story open(Path folder) {
            ManualClock clock =
                    ManualClock.at(Instant.parse("2026-11-28T17:00:00Z").toEpochMilli());
            Checkpointer store = this == MEMORY
                    ? MemoryCheckpointer.on(clock)
                    : JdbcCheckpointer.builder().clock(clock).sqlite(folder.resolve("runs.db"));
            return new Story(clock, store);
        }
    }

    private record Generic(Class<?> raw, List<Class<?>> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return null;
        }
    }

    final ManualClock clock;
    final Checkpointer store;

    private Story(ManualClock clock, Checkpointer store) {
        this.clock = clock;
        this.store = store;
    }

    /** Tells it all. */
    Story told() {
        completed("order-16");
        paused("order-17");
        failed("order-18");
        parked("order-19");
        nested("order-20");
        pass(Duration.ofSeconds(1));
        store.create(workflow("order-21", Lineage.STARTED));
        return this;
    }

    /** One that has its outputs, after it was answered. */
    void completed(String id) {
        completed(id, 1);
    }

    /** The same, with so many messages that it has sent. */
    void completed(String id, int messages) {
        Lease lease = begun(id);
        step(lease, "price", "19.90");
        ask(lease, question("approve", BOOLEAN));
        pass(Duration.ofMinutes(1));
        store.answer(id, "approve", value(true), "ada");
        Lease again = claimed(id);
        commit(again, completed("approve", 1, true, StepEffects.NONE), started("ship", 1));
        pass(Duration.ofMillis(2_345));
        List<OutboxMessage> mails = IntStream.range(0, messages)
                .mapToObj(ordinal -> mail(id, ordinal))
                .toList();
        end(
                again,
                Ending.completed(Map.of("parcel", value("parcel 4711"))),
                completed("ship", 1, "parcel 4711", new StepEffects(mails, List.of(), List.of())));
    }

    private OutboxMessage mail(String id, int ordinal) {
        return new OutboxMessage(
                id + "/ship/" + ordinal, id, "ship", ordinal, "mail", value("Your order is on its way."), 0);
    }

    /** One that waits for an answer. */
    void paused(String id) {
        Lease lease = begun(id);
        step(lease, "price", "8400.00");
        ask(lease, question("approve", BOOLEAN));
    }

    /** One that has failed at its second try. */
    void failed(String id) {
        Lease lease = begun(id);
        step(lease, "price", "5.00");
        commit(lease, started("charge", 1));
        pass(Duration.ofMillis(300));
        commit(lease, failed("charge", 1, Verdict.RETRY));
        pass(Duration.ofSeconds(5));
        commit(lease, started("charge", 2));
        pass(Duration.ofMillis(300));
        end(lease, Ending.failed(noRoute()), failed("charge", 2, Verdict.FAIL));
    }

    /** One in which a node that must not be run twice was begun by a worker that died. */
    void parked(String id) {
        Lease lease = begun(workflow(id, Lineage.STARTED), LATE);
        commit(lease, started("charge", 1));
        pass(Duration.ofSeconds(30));
        Lease recovered = claimed(id);
        end(recovered, Ending.parked(ParkReason.UNKNOWN_EFFECT, "nobody knows what became of step 'charge'"));
    }

    /** One whose graph has another one for a node; a worker has it. */
    void nested(String id) {
        Lease lease = begun(id);
        step(lease, "rag/retrieve", "docs");
        step(lease, "price", "1.00");
        commit(lease, started("rag/rank", 1));
    }

    // What is to be

    NewWorkflow workflow(String id, Lineage lineage) {
        Map<String, Payload> inputs = new LinkedHashMap<>();
        inputs.put("customer", value("Ada"));
        inputs.put("pieces", value(3));
        return new NewWorkflow(
                id,
                new GraphVersion("order", "1", "hash"),
                inputs,
                "digest",
                Durability.SYNC,
                false,
                ErrorHandling.RAISE,
                lineage);
    }

    Payload value(Object value) {
        return store.codec().encode(value, value.getClass());
    }

    NewQuestion question(String key, String schema) {
        return new NewQuestion(
                key,
                "Sell for that price?",
                "approved",
                "Boolean",
                schema,
                list(Boolean.class, List.of()),
                evidence(Map.of("price", "8400.00")));
    }

    /** A question that has options. */
    NewQuestion choice(String key, String... options) {
        return new NewQuestion(
                key,
                "Which carrier?",
                "carrier",
                "String",
                "{\"type\":\"string\"}",
                list(String.class, List.of(options)),
                evidence(Map.of()));
    }

    private Payload list(Class<?> of, List<?> elements) {
        return store.codec().encode(elements, new Generic(List.class, List.of(of)));
    }

    private Payload evidence(Map<String, String> evidence) {
        return store.codec().encode(evidence, new Generic(Map.class, List.of(String.class, String.class)));
    }

    private static StepId step(String key) {
        return new StepId(key, key, 0, null, "");
    }

    StepEvent started(String step, int attempt) {
        return new StepEvent.Started(step(step), attempt, "effect-of-" + step, store.now());
    }

    /** A step that has begun when its latest attempt did. */
    StepEvent completed(String step, int attempt, Object value, StepEffects effects) {
        return new StepEvent.Completed(
                step(step),
                attempt,
                new StepOutcome(List.of(value(value)), List.of(), false),
                effects,
                store.now() - 125,
                store.now());
    }

    private StepEvent failed(String step, int attempt, Verdict verdict) {
        long notBefore = verdict == Verdict.RETRY ? store.now() + 5_000 : 0;
        return new StepEvent.Failed(step(step), attempt, noRoute(), verdict, notBefore, store.now() - 300, store.now());
    }

    private static StepError noRoute() {
        return new StepError("java.net.NoRouteToHostException", "no route to the bank");
    }

    // What is done

    void pass(Duration time) {
        clock.advance(time);
    }

    Lease begun(String id) {
        return begun(workflow(id, Lineage.STARTED), ALICE);
    }

    Lease begun(NewWorkflow workflow, Claimant claimant) {
        pass(Duration.ofSeconds(1));
        Lease lease = new Lease(workflow.id(), 1);
        store.commit(new Transition(lease, claimant, Durability.SYNC, workflow, List.of(), null));
        return lease;
    }

    Lease claimed(String id) {
        return ((Claim.Claimed) store.claim(id, ALICE, false)).lease();
    }

    /** A step that takes an eighth of a second. */
    void step(Lease lease, String key, Object value) {
        commit(lease, started(key, 1));
        pass(Duration.ofMillis(125));
        commit(lease, completed(key, 1, value, StepEffects.NONE));
    }

    /** A step that fails for good. */
    void fail(Lease lease, String key) {
        commit(lease, started(key, 1));
        commit(lease, failed(key, 1, Verdict.FAIL));
    }

    /** A step fails, and its workflow sleeps until it is tried again. */
    void triesAgain(Lease lease, String key, Duration delay) {
        long until = store.now() + delay.toMillis();
        end(
                lease,
                Ending.sleeping(until),
                started(key, 1),
                new StepEvent.Failed(step(key), 1, noRoute(), Verdict.RETRY, until, store.now(), store.now()));
    }

    /** A step asks, with the workflow going on. */
    StepEvent asks(String step, NewQuestion question) {
        return new StepEvent.Asked(step(step), 0, question, store.now(), store.now());
    }

    void ask(Lease lease, NewQuestion question) {
        String key = question.key();
        end(
                lease,
                Ending.of(WorkflowStatus.PAUSED, ""),
                started(key, 1),
                new StepEvent.Asked(step(key), 1, question, store.now(), store.now()));
    }

    void commit(Lease lease, StepEvent... events) {
        store.commit(new Transition(lease, ALICE, Durability.SYNC, null, List.of(events), null));
    }

    void end(Lease lease, Ending ending, StepEvent... events) {
        store.commit(new Transition(lease, ALICE, Durability.SYNC, null, List.of(events), ending));
    }

    WorkflowStatus status(String id) {
        return store.find(id).orElseThrow().status();
    }

    // What is said

    /** What a command line gives. */
    Said say(String... args) {
        return Said.by(WorkflowsCommand.on(store).commandLine(), args);
    }

    @Override
    public void close() {
        store.close();
    }
}
