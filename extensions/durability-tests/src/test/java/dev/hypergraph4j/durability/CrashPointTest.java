package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.CrashPoints.Case;
import dev.hypergraph4j.durability.Fragile.Dying;
import dev.hypergraph4j.durability.Life.Way;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A workflow ends as if nothing had happened, whichever call of its store its process dies before or after, and dies once more while it recovers: for each
 * first death as many second ones are chosen by seeds as {@code -Dseeds=} says, and fewer where nodes run on several threads.
 */
class CrashPointTest {
    private static final int SECOND_DEATHS = Integer.getInteger("seeds", 2);

    /** By about so many calls a process finds out how far the one before it had come. */
    private static final int CATCHING_UP = 5;

    @TempDir
    private static Path folder;

    static Stream<Arguments> graphsOnStores() {
        return Stream.of(StoreKind.values())
                .flatMap(kind -> Stream.of(Reference.ALL, Reference.MORE)
                        .flatMap(List::stream)
                        .map(reference -> Arguments.of(kind, reference)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("graphsOnStores")
    void workflowWhoseProcessDiesAtAnyCallOfTheStoreEndsAsIfItHadNot(StoreKind kind, Reference<?, ?> reference) {
        try (CrashPoints<?, ?> points = new CrashPoints<>(reference, kind, folder)) {
            for (Way way : reference.ways()) {
                int calls = 0;
                while (diesAt(calls, points, way)) {
                    calls++;
                }
                assertThat(calls).as("calls that a process has died at").isGreaterThan(4);
            }
            assertThat(points.met()).containsAll(reference.waits());
        }
    }

    /** On several threads the number of calls varies: there are no more where a process outlives that call whether it is to die before or after it. */
    private static boolean diesAt(int call, CrashPoints<?, ?> points, Way way) {
        boolean before = points.check(new Case(way, List.of(new Dying(call, true))));
        boolean after = points.check(new Case(way, List.of(new Dying(call, false))));
        return before || after;
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("graphsOnStores")
    void workflowWhoseProcessesDieAgainWhileTheyRecoverEndsAsIfTheyHadNot(StoreKind kind, Reference<?, ?> reference) {
        try (CrashPoints<?, ?> points = new CrashPoints<>(reference, kind, folder)) {
            for (Way way : reference.ways()) {
                int calls = points.calls(new Case(way, List.of()));
                // On threads chance has its share anyway: fewer do.
                Seeds.each(way.isOnThreads() ? (SECOND_DEATHS + 1) / 2 : SECOND_DEATHS, seed -> {
                    Random random = new Random(seed);
                    for (Dying first : way.isOnThreads() ? eachOf(calls, random) : upTo(calls)) {
                        int left = Math.min(calls, calls - first.call() + CATCHING_UP);
                        boolean bothDied = diesAgain(points, new Case(way, List.of(first)), left, random);
                        assertThat(bothDied || way.isOnThreads())
                                .as("a second process has died, too, after one " + first)
                                .isTrue();
                    }
                });
            }
        }
    }

    /** Has the process that recovers die at one of so many calls. Where it makes no such call, another workflow's dies at an earlier one. */
    private static boolean diesAgain(CrashPoints<?, ?> points, Case first, int most, Random random) {
        boolean bothDied = false;
        for (int calls = most; calls > 0 && !bothDied; ) {
            Dying second = new Dying(random.nextInt(calls), random.nextBoolean());
            bothDied = points.check(first.andThen(second));
            calls = second.call();
        }
        return bothDied;
    }

    private static List<Dying> upTo(int calls) {
        return IntStream.range(0, calls)
                .boxed()
                .flatMap(call -> Stream.of(new Dying(call, true), new Dying(call, false)))
                .toList();
    }

    /** Before or after each of them. */
    private static List<Dying> eachOf(int calls, Random random) {
        return IntStream.range(0, calls)
                .mapToObj(call -> new Dying(call, random.nextBoolean()))
                .toList();
    }
}
