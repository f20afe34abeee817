package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.JournalEntry;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A workflow whose processes die again and again, or stall while others take it over, before and after any call of the store, ends as the
 * {@link Interpreter} says that it ends without, and its {@link DurableInvariants} hold all the time: random graphs with gates, cycles, nested and mapped
 * graphs, failures, questions, messages, checkpoints and attempts that fail for an hour, in one thread, on a fake clock. A seed that fails is run again, alone,
 * with {@code -Dseed=}<i>its number</i>; more of them with {@code -Dseeds=}<i>how many</i>.
 */
class DurableSimulationTest {
    private static final int SEEDS = Integer.getInteger("seeds", 10_000);

    private static LongStream seeds() {
        Long only = Long.getLong("seed");
        return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    }

    @Test
    void workflowWhoseProcessesDieAndStallEndsAsOneWithout() {
        seeds().forEach(DurableSimulationTest::run);
    }

    @Test
    void seedPlaysTheSameAgain() {
        seeds().limit(200).forEach(seed -> assertThat(run(seed)).isEqualTo(run(seed)));
    }

    private static List<JournalEntry> run(long seed) {
        Sketch sketch = seed % 2 == 0 ? RandomSketch.of(seed) : RandomSketch.nesting(seed);
        try {
            return new DurableSimulation(seed, sketch).run();
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("seed " + seed + ": run it again with -Dseed=" + seed + "\n" + sketch, failure);
        }
    }
}
