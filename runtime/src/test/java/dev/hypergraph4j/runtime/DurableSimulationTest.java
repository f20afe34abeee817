package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A workflow whose process dies again and again, before and after any call of the store, ends as the {@link Interpreter} says that it ends without: random
 * graphs with gates, cycles, nested and mapped graphs, failures, questions and attempts that fail for an hour, in one thread, on a fake clock. A seed that fails is run again, alone, with
 * {@code -Dseed=}<i>its number</i>; more of them with {@code -Dseeds=}<i>how many</i>.
 */
class DurableSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 10_000);
    private static final int MOST_DEATHS = 6;
    private static final int LEASE_MILLIS = 30_000;

    private static LongStream seeds() {
        Long only = Long.getLong("seed");
        return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    }

    @Test
    void workflowWhoseProcessesDieEndsAsOneWithoutDeaths() {
        seeds().forEach(seed -> {
            Sketch sketch = seed % 2 == 0 ? RandomSketch.of(seed) : RandomSketch.nesting(seed);
            try {
                new Simulation(seed, sketch).run();
            } catch (RuntimeException | Error failure) {
                throw new AssertionError(
                        "seed " + seed + ": run it again with -Dseed=" + seed + "\n" + sketch, failure);
            }
        });
    }

    /** One workflow, its store and its processes. */
    private static final class Simulation {
        /** A workflow that sleeps needs no timer. */
        private static final Timer NEVER = (nanos, task) -> () -> {};

        private final Random random;
        private final Sketch sketch;
        private final Interpreter expected;
        private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
        private final MemoryCheckpointer store = MemoryCheckpointer.on(clock::get);
        private final long asking;
        private final boolean isFlawed;
        private int deaths;
        private int flaws;

        Simulation(long seed, Sketch sketch) {
            this.random = new Random(seed);
            this.sketch = sketch;
            this.expected = Interpreter.of(sketch);
            this.asking = random.nextLong();
            this.isFlawed = random.nextBoolean();
        }

        void run() {
            int mostDeaths = random.nextInt(MOST_DEATHS + 1);
            RunResult<Map<String, Object>> result = null;
            while (result == null) {
                int lastCall = deaths < mostDeaths ? random.nextInt(2 + random.nextInt(40)) : Integer.MAX_VALUE;
                Checkpointer fragile = Fragile.of(store, lastCall, random.nextBoolean());
                try {
                    RunResult<Map<String, Object>> ended = process(fragile);
                    result = ended.status() == RunStatus.PAUSED ? null : ended;
                    answerSome();
                } catch (Fragile.Death death) {
                    deaths++;
                    clock.addAndGet(LEASE_MILLIS + 1);
                } catch (ConflictException over) {
                    // The last process died when it had recorded the end, and before it could tell.
                    assertThat(over.kind()).isEqualTo(ConflictException.Kind.ALREADY_FINISHED);
                    checkStore();
                    return;
                }
            }
            check(result);
        }

        private RunResult<Map<String, Object>> process(Checkpointer fragile) {
            DurableOptions options =
                    DurableOptions.defaults().worker("worker " + deaths).recoveryCap(Integer.MAX_VALUE);
            Random asks = new Random(asking);
            boolean isWorker = isFlawed && store.find("w").isPresent() && random.nextBoolean();
            SyncRunner runner = SyncRunner.builder()
                    .checkpointer(fragile, options)
                    .timer(isWorker ? NEVER : this::pass)
                    .build();
            TestGraph graph = sketch.build(
                            false, node -> isOfOneValue(node) && asks.nextInt(4) == 0, isFlawed ? this::isStruck : null)
                    .with(runner);
            clock.addAndGet(random.nextInt(1_000));
            RunOptions run = RunOptions.workflow("w").onError(ErrorHandling.CONTINUE);
            return isWorker
                    ? work(fragile, options, runner, graph.prepare(graph.given(sketch.givenInTurn()), run))
                    : graph.run(graph.given(sketch.givenInTurn()), run);
        }

        /** As a worker does, which has the workflow sleep until its next attempt. */
        private RunResult<Map<String, Object>> work(
                Checkpointer fragile, DurableOptions options, SyncRunner runner, PreparedRun<Map<String, Object>> run) {
            if (store.find("w").orElseThrow().status() == WorkflowStatus.SLEEPING) {
                clock.addAndGet(random.nextInt((int) (2 * Flaw.HOUR_MILLIS)));
            }
            Claim claim = fragile.claim("w", options.claimant(), false);
            return claim instanceof Claim.Claimed claimed
                    ? runner.runClaimed(run, new WorkerClaim(claimed, Duration.ZERO, new WorkerRun()), new StopSignal())
                    : runner.run(run);
        }

        private boolean isStruck() {
            boolean strikes = random.nextInt(5) == 0;
            flaws += strikes ? 1 : 0;
            return strikes;
        }

        /** Whoever waits for a timer finds that its time has come. */
        private Timer.Alarm pass(long nanos, Runnable task) {
            clock.addAndGet(nanos / 1_000_000);
            task.run();
            return () -> {};
        }

        /** Whether a node can give its value by asking for it. */
        private static boolean isOfOneValue(Sketch.Node node) {
            return ModelTest.isOfOneValue(node);
        }

        private void answerSome() {
            List<PendingQuestion> pending = store.pending();
            for (PendingQuestion question : pending) {
                if (pending.size() == 1 || random.nextBoolean()) {
                    Map<?, ?> evidence =
                            (Map<?, ?>) store.codec().decode(question.question().evidence(), Map.class);
                    Object answer = Integer.valueOf((String) evidence.get("answer"));
                    store.answer("w", question.step(), store.codec().encode(answer, Object.class), "sim");
                }
            }
        }

        private void check(RunResult<Map<String, Object>> result) {
            new Agreement("w", expected).check(sketch.outputs(), result);
            checkStore();
        }

        private void checkStore() {
            WorkflowStatus wanted = expected.fails() ? WorkflowStatus.FAILED : WorkflowStatus.COMPLETED;
            assertThat(store.find("w").orElseThrow().status()).isEqualTo(wanted);
            assertThat(store.pending()).isEmpty();
            Map<String, Long> attempts =
                    store.attempts("w").stream().collect(Collectors.groupingBy(Attempt::step, Collectors.counting()));
            assertThat(attempts.values())
                    .as("a body runs once, and once more per death and failure that passes")
                    .allMatch(count -> count <= 1 + deaths + flaws);
        }
    }
}
