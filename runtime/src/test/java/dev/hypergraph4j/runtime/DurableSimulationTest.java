package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A workflow whose process dies again and again, before and after any call of the store, ends as the {@link Interpreter} says that it ends without: random
 * graphs with gates, cycles, nested and mapped graphs, failures and questions, in one thread, on a fake clock. A seed that fails is run again, alone, with
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
        private final Random random;
        private final Sketch sketch;
        private final Interpreter expected;
        private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
        private final MemoryCheckpointer store = MemoryCheckpointer.on(clock::get);
        private final long asking;
        private int deaths;

        Simulation(long seed, Sketch sketch) {
            this.random = new Random(seed);
            this.sketch = sketch;
            this.expected = Interpreter.of(sketch);
            this.asking = random.nextLong();
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
            TestGraph graph = sketch.build(false, node -> isOfOneValue(node) && asks.nextInt(4) == 0)
                    .with(SyncRunner.builder().checkpointer(fragile, options).build());
            clock.addAndGet(random.nextInt(1_000));
            return graph.run(
                    graph.given(sketch.givenInTurn()), RunOptions.workflow("w").onError(ErrorHandling.CONTINUE));
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
                    .as("a body runs once, and once more per death")
                    .allMatch(count -> count <= 1 + deaths);
        }
    }
}
