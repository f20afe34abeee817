package dev.hypergraph4j.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store, and words for what is done with it. Each concept of the contract is a subclass. */
abstract class ContractTest {
    static final String GRAPH = "ordering";
    static final String STEP = "quote";

    /** A worker that lives: its leases outlast the test. */
    static final Claimant ALICE = new Claimant("alice", Duration.ofHours(1), 3);

    static final Claimant BOB = new Claimant("bob", Duration.ofHours(1), 3);

    /** A worker that has died: its leases are over before they begin. So no test has to wait for the end of one. */
    static final Claimant DEAD = new Claimant("dead", Duration.ofSeconds(-1), 3);

    /** Alice, whose leases were over before they began. */
    static final Claimant LATE = new Claimant("alice", Duration.ofSeconds(-1), 3);

    private final CheckpointerContract contract;
    private final Map<Lease, Claimant> holders = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init") // Each test opens its own.
    Checkpointer store;

    ContractTest(CheckpointerContract contract) {
        this.contract = contract;
    }

    @BeforeEach
    void openStore() throws Exception {
        store = contract.open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    // Time

    /** Sets the clock forward, or skips the test. */
    void advance(Duration by) {
        assumeTrue(contract.advance(by), "the store's clock can't be set");
    }

    /** Has what comes be later than what was. */
    void tick() {
        if (!contract.advance(Duration.ofMillis(1))) {
            long before = store.now();
            while (store.now() <= before) {
                Thread.onSpinWait();
            }
        }
    }

    // Values

    Payload value(Object value) {
        return store.codec().encode(value, value.getClass());
    }

    String text(@Nullable Payload payload) {
        return (String) store.codec().decode(requireNonNull(payload), String.class);
    }

    /** The first of what the step gave. */
    String firstValue(Step step) {
        return text(requireNonNull(step.outcome()).values().get(0));
    }

    StepOutcome outcome(String value) {
        return new StepOutcome(List.of(value(value)), List.of(), false);
    }

    // What is to be

    NewWorkflow workflow(String id) {
        return workflow(id, "digest");
    }

    NewWorkflow workflow(String id, String digest) {
        return workflow(id, GRAPH, digest, Lineage.STARTED);
    }

    NewWorkflow workflow(String id, String graph, String digest, Lineage lineage) {
        return new NewWorkflow(
                id,
                new GraphVersion(graph, "1", "hash"),
                Map.of("customer", value("Ada")),
                digest,
                Durability.SYNC,
                false,
                ErrorHandling.RAISE,
                lineage);
    }

    NewWorkflow child(String id, String parent) {
        return workflow(id, GRAPH, "digest", new Lineage(Lineage.Kind.CHILD, parent, STEP));
    }

    NewWorkflow child(String id, String parent, ChildPolicy policy) {
        return workflow(id, GRAPH, "digest", new Lineage(Lineage.Kind.CHILD, parent, STEP, policy));
    }

    static StepId step(String key) {
        return new StepId(key, key, 0, null, "");
    }

    StepEvent started(String step, int attempt) {
        return new StepEvent.Started(step(step), attempt, "effect of " + step, store.now());
    }

    StepEvent completed(String step, int attempt, String value) {
        return completed(step, attempt, value, StepEffects.NONE);
    }

    StepEvent completed(String step, int attempt, String value, StepEffects effects) {
        return new StepEvent.Completed(step(step), attempt, outcome(value), effects, store.now(), store.now());
    }

    StepEvent failed(String step, int attempt, Verdict verdict) {
        long notBefore = verdict == Verdict.RETRY ? store.now() + 5_000 : 0;
        return new StepEvent.Failed(
                step(step),
                attempt,
                new StepError("java.io.IOException", "no route"),
                verdict,
                notBefore,
                store.now(),
                store.now());
    }

    StepEvent asked(String step, int attempt) {
        return new StepEvent.Asked(step(step), attempt, question(step), store.now(), store.now());
    }

    StepEvent saved(String step, int attempt, String checkpoint) {
        return new StepEvent.Saved(step(step), attempt, value(checkpoint), store.now());
    }

    NewQuestion question(String key) {
        return new NewQuestion(
                key,
                "Go on with " + key + "?",
                "choice",
                "String",
                store.codec().schema(String.class),
                store.codec().encode(List.of("yes", "no"), ValueTypes.STRINGS),
                store.codec().encode(Map.of("why", "it is dear"), ValueTypes.STRING_BY_NAME));
    }

    // What is done

    Lease runs(String id) {
        return runs(id, ALICE);
    }

    Lease runs(String id, Claimant claimant) {
        return runs(workflow(id), claimant);
    }

    /** Creates a workflow in its first transition: {@code claimant} has it. */
    Lease runs(NewWorkflow workflow, Claimant claimant) {
        Lease lease = new Lease(workflow.id(), 1);
        store.commit(new Transition(lease, claimant, Durability.SYNC, workflow, List.of(), null));
        holders.put(lease, claimant);
        return lease;
    }

    void commit(Lease lease, StepEvent... events) {
        store.commit(new Transition(lease, holder(lease), Durability.SYNC, null, List.of(events), null));
    }

    void end(Lease lease, Ending ending, StepEvent... events) {
        store.commit(new Transition(lease, holder(lease), Durability.SYNC, null, List.of(events), ending));
    }

    /** Who got a lease here; nobody did who pretends to have one. */
    private Claimant holder(Lease lease) {
        return holders.getOrDefault(lease, ALICE);
    }

    void completes(Lease lease) {
        end(lease, Ending.completed(Map.of()));
    }

    /** A workflow that waits for an answer at {@link #STEP}. */
    void pauses(String id) {
        Lease lease = runs(id);
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 1), asked(STEP, 1));
    }

    /** The same of one that was to have all answers beforehand, as when somebody took it up who can be asked. */
    void pausesThoughPrefilled(String id) {
        NewWorkflow plain = workflow(id);
        NewWorkflow prefilled = new NewWorkflow(
                id,
                plain.graph(),
                plain.inputs(),
                plain.inputsDigest(),
                plain.durability(),
                true,
                plain.errorHandling(),
                plain.lineage());
        end(runs(prefilled, ALICE), Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 1), asked(STEP, 1));
    }

    void finished(String id) {
        completes(runs(id));
    }

    Claim.Claimed claimed(String id, Claimant claimant) {
        Claim claim = store.claim(id, claimant, false);
        assertThat(claim).isInstanceOf(Claim.Claimed.class);
        Claim.Claimed claimed = (Claim.Claimed) claim;
        holders.put(claimed.lease(), claimant);
        return claimed;
    }

    // What is

    Workflow found(String id) {
        return store.find(id).orElseThrow();
    }

    WorkflowStatus status(String id) {
        return found(id).status();
    }

    History history(String id) {
        return store.history(id).orElseThrow();
    }

    Step recorded(String id, String step) {
        return history(id).steps().stream()
                .filter(each -> each.id().key().equals(step))
                .findFirst()
                .orElseThrow();
    }

    Attempt attempt(String id, String step, int number) {
        return store.attempts(id).stream()
                .filter(each -> each.step().equals(step) && each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    List<String> claimable() {
        return store.claimable(Set.of(GRAPH), 100);
    }

    List<JournalEntry> journal(String id) {
        return store.journal(id, 0, Integer.MAX_VALUE);
    }
}
