package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.CrashPoints.Case;
import dev.hypergraph4j.durability.Fragile.Dying;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A workflow ends as if nothing had happened, whichever call of its store its process dies before or after, and dies once more while it recovers: for each
 * first death as many second ones are chosen by seeds as {@code -Dseeds=} says.
 */
class CrashPointTest {
    private static final int SECOND_DEATHS = Integer.getInteger("seeds", 2);

    @TempDir
    private static Path folder;

    static Stream<Arguments> graphsOnStores() {
        return Stream.of(StoreKind.values())
                .flatMap(kind -> Reference.ALL.stream().map(reference -> Arguments.of(kind, reference)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("graphsOnStores")
    void workflowWhoseProcessDiesAtAnyCallOfTheStoreEndsAsIfItHadNot(StoreKind kind, Reference<?, ?> reference) {
        ManualClock clock = ManualClock.at(1_700_000_000_000L);
        try (Checkpointer store = kind.open(folder, clock)) {
            CrashPoints<?, ?> points = new CrashPoints<>(reference, store, clock);
            for (Way way : Way.values()) {
                int calls = points.calls(new Case(way, List.of()));
                for (Dying dying : upTo(calls)) {
                    points.check(new Case(way, List.of(dying)));
                }
            }
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("graphsOnStores")
    void workflowWhoseProcessesDieAgainWhileTheyRecoverEndsAsIfTheyHadNot(StoreKind kind, Reference<?, ?> reference) {
        ManualClock clock = ManualClock.at(1_700_000_000_000L);
        try (Checkpointer store = kind.open(folder, clock)) {
            CrashPoints<?, ?> points = new CrashPoints<>(reference, store, clock);
            for (Way way : Way.values()) {
                int calls = points.calls(new Case(way, List.of(new Dying(3, false))));
                Seeds.each(SECOND_DEATHS, seed -> {
                    Random random = new Random(seed);
                    for (Dying first : upTo(calls)) {
                        Dying second = new Dying(random.nextInt(calls), random.nextBoolean());
                        points.check(new Case(way, List.of(first, second)));
                    }
                });
            }
        }
    }

    private static List<Dying> upTo(int calls) {
        List<Dying> all = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            all.add(new Dying(call, true));
            all.add(new Dying(call, false));
        }
        return all;
    }
}
