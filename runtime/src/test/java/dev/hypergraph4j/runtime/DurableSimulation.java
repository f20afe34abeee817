package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * One workflow, its store, and its processes, which die or stall at calls of the store; while one stalls, others live. All in one thread, on a fake
 * clock, as a seed decides.
 */
final class DurableSimulation {
    private static final String ID = "w";
    private static final int MOST_DEATHS = 6;
    private static final int MOST_STALLS = 4;
    private static final int LEASE_MILLIS = (int) SimulatedPlace.LEASE.toMillis();

    /** A workflow that sleeps needs no timer, unless its time has come. */
    private static final Timer NEVER = (nanos, task) -> {
        if (nanos == 0) {
            task.run();
        }
        return () -> {};
    };

    private final Random random;
    private final Sketch sketch;
    private final Interpreter expected;
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    private final MemoryCheckpointer store = MemoryCheckpointer.on(clock::get);
    private final DurableInvariants invariants;
    private final SimulatedEffects effects;
    private final boolean isRaising;
    private final long asking;
    private final boolean isFlawed;
    private int deathsLeft;
    private int stallsLeft;

    /** How many processes stall at this moment, each while the one before does. */
    private int stalled;

    /** Lives that ended in the middle of something: by death, or since others had taken the workflow over. */
    private int cutShort;

    private boolean isTold;

    DurableSimulation(long seed, Sketch sketch) {
        this.random = new Random(seed);
        this.sketch = sketch;
        this.expected = Interpreter.of(sketch);
        this.invariants = new DurableInvariants(store, ID, sketch);
        this.asking = random.nextLong();
        this.isFlawed = random.nextBoolean();
        this.effects = new SimulatedEffects(random, isFlawed, random.nextBoolean());
        this.isRaising = random.nextInt(3) == 0;
        this.deathsLeft = random.nextInt(MOST_DEATHS + 1);
        this.stallsLeft = random.nextInt(MOST_STALLS + 1);
    }

    /** Runs it to its end; gives the journal. */
    List<JournalEntry> run() {
        while (!isTold) {
            liveAlone();
            answerSome();
            effects.deliverSome(store);
        }
        checkEnd();
        return invariants.lines();
    }

    /** The only process of its time: whoever died before has no lease any more, so the workflow waits for it. */
    private void liveAlone() {
        if (store.find(ID).isPresent() && status() == WorkflowStatus.RUNNING) {
            clock.addAndGet(LEASE_MILLIS);
            assertThat(store.claimable(Set.of("random"), 1)).containsExactly(ID);
        }
        live(true);
    }

    /** While a process stalls, others have time to take over what it has, or have none, or find that it has its lease yet. */
    private void liveMeanwhile() {
        stallsLeft--;
        stalled++;
        for (int more = random.nextInt(3); more > 0; more--) {
            clock.addAndGet(random.nextInt(4) == 0 ? LEASE_MILLIS / 2 : LEASE_MILLIS);
            live(false);
            answerSome();
        }
        stalled--;
    }

    private void live(boolean isAlone) {
        Witness witness = new Witness(store, invariants);
        int stallsBefore = stallsLeft;
        try {
            RunResult<Map<String, Object>> result = process(mishaps(witness.seen()));
            assertThat(witness.wasRefused()).as("was refused, and told nobody").isFalse();
            check(result);
        } catch (Fragile.Death death) {
            deathsLeft--;
            cutShort++;
        } catch (LeaseLostException lost) {
            assertThat(witness.wasRefused())
                    .as("was refused, as it says: %s", lost)
                    .isTrue();
            cutShort++;
        } catch (StoreException broken) {
            throw new AssertionError("the store refuses what nobody else is in the way of", broken);
        } catch (ConflictException conflict) {
            check(conflict, isAlone && stallsLeft == stallsBefore);
        } catch (HypergraphException raised) {
            assertThat(witness.wasRefused()).as("was refused, and told nobody").isFalse();
            checkRaised(raised);
        }
        invariants.check();
    }

    private Checkpointer mishaps(Checkpointer seen) {
        Checkpointer mortal = Fragile.of(seen, deathsLeft > 0 ? someCall() : Integer.MAX_VALUE, random.nextBoolean());
        return stallsLeft <= 0 ? mortal : Slow.of(mortal, someCall(), random.nextBoolean(), this::liveMeanwhile);
    }

    private int someCall() {
        return random.nextInt(2 + random.nextInt(40));
    }

    /** Somebody who wants the result, or a worker, which has the workflow sleep until its next attempt. */
    private RunResult<Map<String, Object>> process(Checkpointer seen) {
        SimulatedPlace place = SimulatedPlace.number(stalled);
        clock.addAndGet(random.nextInt(1_000));
        boolean isThere = store.find(ID).isPresent();
        if (isFlawed && isThere && random.nextBoolean()) {
            if (status() == WorkflowStatus.SLEEPING) {
                clock.addAndGet(random.nextInt((int) (2 * Flaw.HOUR_MILLIS)));
            }
            if (seen.claim(ID, place.claimant(), false) instanceof Claim.Claimed claim) {
                SyncRunner runner = place.runner(seen, NEVER);
                WorkerClaim has = new WorkerClaim(claim, Duration.ZERO, new WorkerRun());
                return runner.runClaimed(prepared(runner, random.nextBoolean()), has, new StopSignal());
            }
        }
        SyncRunner runner = place.runner(seen, this::pass);
        // How errors are handled is recorded with the workflow: what those want who go on with it does not count.
        return runner.run(prepared(runner, isThere ? random.nextBoolean() : isRaising));
    }

    private PreparedRun<Map<String, Object>> prepared(Runner runner, boolean raises) {
        Random asks = new Random(asking);
        TestGraph graph = sketch.build(
                        false, node -> ModelTest.isOfOneValue(node) && asks.nextInt(4) == 0, effects.orNone())
                .with(runner);
        RunOptions run = RunOptions.workflow(ID).onError(raises ? ErrorHandling.RAISE : ErrorHandling.CONTINUE);
        return graph.prepare(graph.given(sketch.givenInTurn()), run);
    }

    /** Whoever waits for a timer finds that its time has come. */
    private Timer.Alarm pass(long nanos, Runnable task) {
        clock.addAndGet(nanos / 1_000_000);
        task.run();
        return () -> {};
    }

    private void answerSome() {
        List<PendingQuestion> pending = store.pending();
        for (PendingQuestion question : pending) {
            if (pending.size() == 1 || random.nextBoolean()) {
                Map<?, ?> evidence =
                        (Map<?, ?>) store.codec().decode(question.question().evidence(), Map.class);
                Object answer = Integer.valueOf((String) evidence.get("answer"));
                answer(question, store.codec().encode(answer, Object.class), pending);
            }
        }
        invariants.check();
    }

    /** By a message, which may be sent again, where it is clear which question that will answer. */
    private void answer(PendingQuestion question, Payload answer, List<PendingQuestion> pending) {
        String key = question.question().key();
        long asked = pending.stream()
                .filter(each -> each.question().key().equals(key))
                .count();
        if (asked > 1 || random.nextBoolean()) {
            store.answer(ID, question.step(), answer, "sim");
            return;
        }
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            assertThat(store.send(ID, key, "for " + question.step(), answer, "sim"))
                    .hasValueSatisfying(
                            receipt -> assertThat(receipt.message().step()).isEqualTo(question.step()));
        }
    }

    private void check(RunResult<Map<String, Object>> result) {
        if (result.status() != RunStatus.PAUSED) {
            new Agreement(ID, expected).check(sketch.outputs(), result);
            isTold = true;
        }
    }

    /** @param isInTime whether nobody else can have had the workflow since the process began */
    private void check(ConflictException conflict, boolean isInTime) {
        if (conflict.kind() == ConflictException.Kind.ALREADY_FINISHED) {
            isTold = status() == WorkflowStatus.FAILED;
            // What has completed gives its result, unless that was while it was being started here.
            assertThat(isTold || (status() == WorkflowStatus.COMPLETED && !isInTime))
                    .isTrue();
        } else {
            assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.ALREADY_RUNNING);
            assertThat(isInTime).as("alone, and told: %s", conflict).isFalse();
        }
    }

    private void checkRaised(HypergraphException error) {
        assertThat(isRaising).as("raises %s", error).isTrue();
        new Agreement(ID, expected).checkRaised(error);
        assertThat(status()).isEqualTo(WorkflowStatus.FAILED);
        isTold = true;
    }

    private void checkEnd() {
        assertThat(status()).isEqualTo(expected.fails() ? WorkflowStatus.FAILED : WorkflowStatus.COMPLETED);
        if (expected.fails()) {
            new Agreement(ID, expected).checkReason(store.find(ID).orElseThrow().reason());
        }
        if (isRaising) {
            invariants.checkNothingBeginsAfterAFailure();
        }
        effects.check(store, ID);
        Map<String, Long> attempts =
                store.attempts(ID).stream().collect(Collectors.groupingBy(Attempt::step, Collectors.counting()));
        assertThat(attempts.values())
                .as("a body runs once, and once more per life cut short and failure that passes")
                .allMatch(count -> count <= 1 + cutShort + effects.flaws());
    }

    private WorkflowStatus status() {
        return store.find(ID).orElseThrow().status();
    }
}
