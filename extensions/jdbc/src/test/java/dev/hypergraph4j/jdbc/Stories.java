package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepWork;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.plan.GenericType;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Words for what workers do with a store. */
final class Stories {
    static final Claimant WORKER = new Claimant("worker", Duration.ofHours(1), 3);

    private final Checkpointer store;

    Stories(Checkpointer store) {
        this.store = store;
    }

    Payload value(String text) {
        return store.codec().encode(text, String.class);
    }

    NewWorkflow workflow(String id) {
        return workflow(id, Lineage.STARTED);
    }

    NewWorkflow workflow(String id, Lineage lineage) {
        return new NewWorkflow(
                id,
                new GraphVersion("ordering", "1", "hash"),
                Map.of("customer", value("Ada")),
                "digest",
                Durability.SYNC,
                false,
                ErrorHandling.RAISE,
                lineage);
    }

    Lease runs(String id) {
        Lease lease = new Lease(id, 1);
        store.commit(new Transition(lease, WORKER, Durability.SYNC, workflow(id), List.of(), null));
        return lease;
    }

    void commit(Lease lease, StepEvent... events) {
        store.commit(transition(lease, Durability.SYNC, events));
    }

    static Transition transition(Lease lease, Durability durability, StepEvent... events) {
        return new Transition(lease, WORKER, durability, null, List.of(events), null);
    }

    void end(Lease lease, Ending ending, StepEvent... events) {
        store.commit(new Transition(lease, WORKER, Durability.SYNC, null, List.of(events), ending));
    }

    static StepId step(String key) {
        return new StepId(key, key, 0, null, "");
    }

    StepEvent started(String step) {
        return new StepEvent.Started(step(step), 1, "effect", store.now());
    }

    StepEvent completed(String step, String value) {
        return completed(step, value, StepEffects.NONE);
    }

    StepEvent completed(String step, String value, StepEffects effects) {
        StepOutcome outcome = new StepOutcome(List.of(value(value)), List.of(), false);
        return new StepEvent.Completed(step(step), 1, outcome, effects, store.now(), store.now());
    }

    StepEvent asked(String step, Class<?> answer) {
        return asked(step, answer, List.of());
    }

    StepEvent asked(String step, Class<?> answer, List<String> options) {
        return new StepEvent.Asked(step(step), 1, question(step, answer, options), store.now(), store.now());
    }

    NewQuestion question(String key, Class<?> answer, List<String> options) {
        return new NewQuestion(
                key,
                "Go on?",
                "choice",
                answer.getSimpleName(),
                store.codec().schema(answer),
                store.codec().encode(options, GenericType.of(List.class, String.class)),
                value(""));
    }

    OutboxMessage message(String id, String workflow, String step) {
        return new OutboxMessage(id, workflow, step, 0, "mail", value("hello"), 0);
    }

    static StepEffects work(StepWork.Work<Connection> work) {
        return new StepEffects(List.of(), List.of(), List.of(new StepWork<>(Connection.class, work)));
    }
}
