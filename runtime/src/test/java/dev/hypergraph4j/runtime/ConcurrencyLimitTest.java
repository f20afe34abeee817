package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that share a limit: never more nodes are under way than it allows, and no run waits for ever. */
@EndsInTime
class ConcurrencyLimitTest {
    private final ExecutorService pool = Executors.newCachedThreadPool(Way::daemon);
    private final List<String> woken = new ArrayList<>();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void permitsAreTakenAndGivenBack() {
        ConcurrencyLimit limit = new ConcurrencyLimit(2);

        assertThat(limit.acquire(waiter("a", true))).isTrue();
        assertThat(limit.acquire(waiter("b", true))).isTrue();
        assertThat(limit.acquire(waiter("c", true))).isFalse();
        limit.release(1);

        assertThat(limit.acquire(waiter("d", true))).isTrue();
        assertThat(limit.most()).isEqualTo(2);
    }

    @Test
    void whoHasWaitedLongestIsWokenFirst() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1);
        limit.acquire(waiter("holder", true));
        limit.acquire(waiter("first", true));
        limit.acquire(waiter("second", true));

        limit.release(1);
        limit.wake();
        assertThat(woken).containsExactly("first");
        limit.wake();
        assertThat(woken).containsExactly("first", "second");
    }

    @Test
    void nobodyIsWokenWhileNoPermitIsFree() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1);
        limit.acquire(waiter("holder", true));
        limit.acquire(waiter("first", true));

        limit.wake();

        assertThat(woken).isEmpty();
    }

    @Test
    void whoHasNothingToRunIsPassedOver() {
        ConcurrencyLimit limit = new ConcurrencyLimit(1);
        limit.acquire(waiter("holder", true));
        limit.acquire(waiter("idle", false));
        limit.acquire(waiter("busy", true));
        limit.acquire(waiter("later", true));

        limit.release(1);
        limit.wake();

        assertThat(woken).containsExactly("idle", "busy");
    }

    @Test
    void whoAsksForMorePermitsThanAreFreeWaitsOnce() {
        ConcurrencyLimit limit = new ConcurrencyLimit(3);
        ConcurrencyLimit.Waiter wide = waiter("wide", true);

        assertThat(limit.free(2, wide)).isEqualTo(2);
        limit.wake();
        assertThat(woken).isEmpty();

        assertThat(limit.free(5, wide)).isEqualTo(3);
        assertThat(limit.free(4, wide)).isEqualTo(3);
        limit.wake();
        limit.wake();
        assertThat(woken).containsExactly("wide");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverMoreNodesAreUnderWayThanTheLimitAllows(int most) {
        Random random = new Random(most);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger maximum = new AtomicInteger();
        for (int round = 0; round < 20; round++) {
            ConcurrencyLimit limit = new ConcurrencyLimit(most);
            List<DataflowRun<Map<String, Object>>> runs = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(i -> DataflowRun.sharing(
                            limit,
                            counting(random, underWay, maximum).prepared(),
                            ExecutionSettings.DEFAULTS,
                            pool,
                            null))
                    .toList();

            runs.forEach(run -> pool.execute(run::workHere));

            assertThat(runs)
                    .allSatisfy(run ->
                            assertThat(run.handle().await().isCompleted()).isTrue());
            assertThat(limit.free(most + 1, waiter("test", true))).isEqualTo(most);
        }
        assertThat(maximum.get()).isBetween(1, most);
        assertThat(underWay).hasValue(0);
    }

    @Test
    void runsOverlapAsFarAsTheLimitAllows() throws InterruptedException {
        ConcurrencyLimit limit = new ConcurrencyLimit(2);
        CyclicBarrier together = new CyclicBarrier(2);
        TestGraph meeting = graph().node("meet", takes(), gives("v"), in -> together.await())
                .outputs("v");
        List<DataflowRun<Map<String, Object>>> runs = IntStream.range(0, 2)
                .mapToObj(i -> DataflowRun.sharing(limit, meeting.prepared(), ExecutionSettings.DEFAULTS, pool, null))
                .toList();

        runs.forEach(run -> pool.execute(run::workHere));

        for (DataflowRun<?> run : runs) {
            assertThat(run.handle().await().isCompleted()).isTrue();
        }
    }

    @Test
    void runGoesOnWhenTheStageOfAnotherOneCompletes() throws InterruptedException {
        ConcurrencyLimit limit = new ConcurrencyLimit(1);
        CompletableFuture<Object> stage = new CompletableFuture<>();
        TestGraph first = graph().async("a", takes(), gives("v"), in -> stage).outputs("v");
        TestGraph second = graph().node("b", takes(), gives("v"), in -> 2).outputs("v");
        DataflowRun<Map<String, Object>> holder =
                DataflowRun.sharing(limit, first.prepared(), ExecutionSettings.DEFAULTS, pool, null);
        DataflowRun<Map<String, Object>> waiting =
                DataflowRun.sharing(limit, second.prepared(), ExecutionSettings.DEFAULTS, pool, null);

        holder.workHere();
        waiting.workHere();
        assertThat(waiting.handle().isDone()).isFalse();
        stage.complete(1);

        assertThat(waiting.handle().await().outputs()).containsEntry("v", 2);
        assertThat(holder.handle().await().outputs()).containsEntry("v", 1);
    }

    @Test
    void stoppedRunThatWaitsForAPermitKeepsNobodyElseWaiting() throws InterruptedException {
        ConcurrencyLimit limit = new ConcurrencyLimit(1);
        CompletableFuture<Object> stage = new CompletableFuture<>();
        TestGraph first = graph().async("a", takes(), gives("v"), in -> stage).outputs("v");
        TestGraph second = graph().node("b", takes(), gives("v"), in -> 2).outputs("v");
        DataflowRun<Map<String, Object>> holder =
                DataflowRun.sharing(limit, first.prepared(), ExecutionSettings.DEFAULTS, pool, null);
        DataflowRun<Map<String, Object>> stopped =
                DataflowRun.sharing(limit, second.prepared(), ExecutionSettings.DEFAULTS, pool, null);
        DataflowRun<Map<String, Object>> waiting =
                DataflowRun.sharing(limit, second.prepared(), ExecutionSettings.DEFAULTS, pool, null);

        holder.workHere();
        stopped.workHere();
        waiting.workHere();
        stopped.handle().stop("enough");
        stage.complete(1);

        assertThat(stopped.handle().await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(waiting.handle().await().isCompleted()).isTrue();
    }

    private ConcurrencyLimit.Waiter waiter(String name, boolean hasWork) {
        return () -> {
            woken.add(name);
            return hasWork;
        };
    }

    /** A few nodes, each after some of those before it, some asynchronous, which count how many are under way. */
    private static TestGraph counting(Random random, AtomicInteger underWay, AtomicInteger maximum) {
        TestGraph.Builder builder = graph();
        int nodes = 1 + random.nextInt(10);
        for (int i = 0; i < nodes; i++) {
            int behind = random.nextInt(4);
            Takes takes = i - behind < 0 || behind == 0 ? takes() : takes("v" + (i - behind));
            if (random.nextBoolean()) {
                builder.node("n" + i, takes, gives("v" + i), in -> {
                    begin(underWay, maximum);
                    return underWay.getAndDecrement();
                });
            } else {
                boolean completesAtOnce = random.nextBoolean();
                builder.async("n" + i, takes, gives("v" + i), in -> {
                    begin(underWay, maximum);
                    CompletionStage<Integer> stage = completesAtOnce
                            ? CompletableFuture.completedFuture(underWay.getAndDecrement())
                            : Stages.later(underWay::getAndDecrement);
                    return stage;
                });
            }
        }
        return builder.outputs("v" + (nodes - 1));
    }

    private static void begin(AtomicInteger underWay, AtomicInteger maximum) {
        maximum.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        Thread.onSpinWait();
    }
}
