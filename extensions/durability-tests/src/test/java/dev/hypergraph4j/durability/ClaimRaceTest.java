package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.ChainInputs;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.Workflows.Resumption;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads of two processes want the same workflow at the same time: one gets it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ClaimRaceTest {
    private static final int RACES = 300;
    private static final int THREADS = 8;
    private static final Claimant DEAD = new Claimant("dead", Duration.ofSeconds(-1), 3);

    @TempDir
    private Path folder;

    private Place place(StoreKind kind) {
        return new Place(
                kind == StoreKind.SQLITE ? folder.resolve("race.db").toString() : PostgresServer.newDatabaseUrl());
    }

    @ParameterizedTest
    @EnumSource
    void oneOfManyClaimsAWorkflowAndNobodyElseCanCommitForIt(StoreKind kind) throws Exception {
        Place place = place(kind);
        try (Checkpointer one = place.open();
                Checkpointer other = place.open()) {
            for (int race = 0; race < RACES; race++) {
                one.create(workflow("w" + race));
                if (race % 2 == 0) {
                    one.claim("w" + race, DEAD, false);
                }
            }
            for (int race = 0; race < RACES; race++) {
                String id = "w" + race;
                List<Claim> claims = atOnce(
                        THREADS,
                        thread -> (thread % 2 == 0 ? one : other)
                                .claim(id, new Claimant("worker " + thread, Duration.ofHours(1), 3), false));
                assertThat(claims.stream().filter(Claim.Claimed.class::isInstance))
                        .hasSize(1);
                assertThat(claims.stream().filter(Claim.Taken.class::isInstance))
                        .hasSize(THREADS - 1);
                String winner = one.find(id).orElseThrow().owner();
                Lease lease = new Lease(id, 1 + (race + 1) % 2);
                assertThatThrownBy(() -> one.commit(nothing(new Lease(id, 0), winner)))
                        .isInstanceOf(LeaseLostException.class);
                assertThatThrownBy(() -> one.commit(nothing(lease, "somebody else")))
                        .isInstanceOf(LeaseLostException.class);
                other.commit(nothing(lease, winner));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfFiftyWhoResumeAWorkflowIsAcceptedAndTheOthersAreRefused(StoreKind kind) throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        ChainGraph graph = ChainGraph.create(new Chain((context, effect) -> await(ends)));
        Place place = place(kind);
        try (Checkpointer one = place.open();
                Checkpointer other = place.open();
                Workflows here = Workflows.on(one).serve(graph).build();
                Workflows there = Workflows.on(other).serve(graph).build()) {
            here.submit(graph, "w", ChainInputs.of(7));

            List<Resumption> all = atOnce(50, thread -> (thread % 2 == 0 ? here : there).resume("w"));
            ends.countDown();

            assertThat(Collections.frequency(all, Resumption.ACCEPTED)).isEqualTo(1);
            assertThat(Collections.frequency(all, Resumption.ALREADY_RUNNING)).isEqualTo(49);
            Until.so("the workflow is over", () -> there.result(graph, "w").isPresent());
            assertThat(Invariants.of(one, "w").claims()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }

    private static NewWorkflow workflow(String id) {
        return new NewWorkflow(
                id,
                new GraphVersion("race", "", "hash"),
                Map.of(),
                "digest",
                Durability.SYNC,
                false,
                ErrorHandling.RAISE,
                Lineage.STARTED);
    }

    private static Transition nothing(Lease lease, String worker) {
        return new Transition(
                lease, new Claimant(worker, Duration.ofHours(1), 3), Durability.SYNC, null, List.of(), null);
    }

    /** Has so many threads do the same at the same time. */
    private static <T> List<T> atOnce(int threads, IntFunction<T> what) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                futures.add(pool.submit(() -> {
                    start.await();
                    return what.apply(thread);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
