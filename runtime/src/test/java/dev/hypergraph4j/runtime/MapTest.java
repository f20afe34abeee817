package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.ItemError;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What {@code map} and {@code mapIter} give, whatever runs them. */
@EndsInTime
class MapTest {
    private static final RunOptions CONTINUE = RunOptions.defaults().onError(ErrorHandling.CONTINUE);

    private final AtomicInteger started = new AtomicInteger();
    private final Gate gate = new Gate();

    private final TestGraph doubling = graph("doubling")
            .input("x")
            .node("note", takes("x"), gives("noted"), in -> started.incrementAndGet())
            .node("double", takes("x", "noted"), gives("y"), in -> 2 * in.integer("x"))
            .outputs("y");

    /** Fails for odd numbers. */
    private final TestGraph even = graph("even")
            .input("x")
            .node("note", takes("x"), gives("noted"), in -> started.incrementAndGet())
            .node("halve", takes("x", "noted"), gives("y"), in -> {
                if (in.integer("x") % 2 == 1) {
                    throw new IllegalArgumentException("odd: " + in.integer("x"));
                }
                return in.integer("x") / 2;
            })
            .outputs("y");

    @Way.Every
    void resultsAreInTheOrderOfTheItems(Way way) throws InterruptedException {
        MapResult<Map<String, Object>> result = map(way, doubling, RunOptions.defaults(), 0, 1_000);

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.isCompleted()).isTrue();
        assertThat(result.size()).isEqualTo(1_000);
        assertThat(result.outputs())
                .isEqualTo(IntStream.range(0, 1_000)
                        .mapToObj(x -> Optional.of(Map.of("y", (Object) (2 * x))))
                        .toList());
        assertThat(result).containsExactlyElementsOf(result.results());
        assertThat(result.graph()).isEqualTo("doubling");
        assertThat(result.errors()).isEmpty();
        assertThat(result.unstarted()).isEmpty();
        assertThat(result.stopReason()).isEmpty();
        assertThat(result.log().items()).isEqualTo(1_000);
        assertThat(result.log().stats("double").count()).isEqualTo(1_000);
    }

    @Way.Every
    void nothingToMapIsCompleted(Way way) throws InterruptedException {
        MapResult<Map<String, Object>> result = map(way, doubling, RunOptions.defaults(), 0, 0);

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.results()).isEmpty();
        assertThat(result.log().summary()).startsWith("0 items, ");
    }

    @Way.Every
    void underContinueAFailedItemIsAnEmptyPlace(Way way) throws InterruptedException {
        MapResult<Map<String, Object>> result = map(way, even, CONTINUE, 0, 5);

        assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(result.outputs())
                .containsExactly(
                        Optional.of(Map.of("y", 0)),
                        Optional.empty(),
                        Optional.of(Map.of("y", 1)),
                        Optional.empty(),
                        Optional.of(Map.of("y", 2)));
        assertThat(result.results().get(1).status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.errors()).containsOnlyKeys(1, 3);
        assertThat(result.errors().get(3))
                .hasMessageStartingWith("[Hypergraph/NodeFailed] Node 'halve' of 'even' threw, for item 3, "
                        + "IllegalArgumentException: odd: 3");
        assertThat(((NodeExecutionException) result.errors().get(1)).item()).hasValue(1);
        assertThat(result.log().errorCount()).isEqualTo(2);
        assertThat(result.log().errors())
                .extracting(ItemError::item, ItemError::node)
                .containsExactly(tuple(1L, "halve"), tuple(3L, "halve"));
        assertThat(result.log().stats("halve").errors()).isEqualTo(2);
    }

    @Way.Every
    void mapWhoseItemsAllFailHasFailed(Way way) throws InterruptedException {
        MapResult<Map<String, Object>> result = runAll(way, even, CONTINUE, List.of(1, 3, 5));

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.isCompleted()).isFalse();
        assertThat(result.outputs()).containsOnly(Optional.empty()).hasSize(3);
    }

    @Way.Every
    void underRaiseTheFirstFailureInTheOrderOfTheItemsIsThrown(Way way) {
        for (int repetition = 0; repetition < 20; repetition++) {
            List<Integer> numbers = List.of(0, 2, 4, 6, 8, 9, 10, 11, 13, 12, 15);

            NodeExecutionException thrown = catchThrowableOfType(
                    NodeExecutionException.class, () -> runAll(way, even, RunOptions.defaults(), numbers));

            assertThat(thrown.item()).hasValue(5);
            assertThat(thrown.nodePath()).isEqualTo("halve");
            assertThat(thrown).hasRootCauseMessage("odd: 9");
        }
    }

    @Way.Every
    void underRaiseNoFurtherItemStartsAfterAFailure(Way way) {
        assertThatThrownBy(() -> map(way, even, RunOptions.defaults(), 1, 100_000))
                .isInstanceOf(NodeExecutionException.class);

        assertThat(started.get()).isLessThan(5_000);
        int startedThen = started.get();
        assertThat(started).hasValue(startedThen);
    }

    @Way.Every
    void itemsHaveTheIdOfTheMapAndTheirPlace(Way way) throws InterruptedException {
        MapResult<Map<String, Object>> named = map(way, doubling, RunOptions.workflow("batch"), 0, 2);
        MapResult<Map<String, Object>> unnamed = map(way, doubling, RunOptions.defaults(), 0, 2);

        assertThat(named.runId()).isEqualTo("batch");
        assertThat(named.results()).extracting(RunResult::runId).containsExactly("batch/0", "batch/1");
        assertThat(unnamed.runId()).isEqualTo(unnamed.runId()).hasSize(36);
        assertThat(unnamed.results()).extracting(RunResult::runId).doesNotHaveDuplicates();
    }

    @Way.EveryStart
    void itemsOfAStoppedMapThatDidNotStartAreTold(Way way) throws InterruptedException {
        TestGraph graph = graph().input("x")
                .node("pass", takes("x"), gives("v"), in -> {
                    started.incrementAndGet();
                    gate.pass();
                    return in.integer("x");
                })
                .node("never", takes("v"), gives("y"), in -> 1)
                .outputs("y");
        MapHandle<Map<String, Object>> handle = way.runner()
                .startMap(graph, inputs(graph, IntStream.range(0, 2_000).boxed().toList()), RunOptions.defaults());

        gate.awaitReached();
        handle.stop("enough");
        handle.stop("again");
        assertThat(handle.isDone()).isFalse();
        gate.open();

        MapResult<Map<String, Object>> result = handle.await();
        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).hasValue("enough");
        assertThat(result.size()).isEqualTo(2_000);
        assertThat(result.results()).allSatisfy(item -> {
            assertThat(item.status()).isEqualTo(RunStatus.STOPPED);
            assertThat(item.stopReason()).hasValue("enough");
        });
        assertThat(result.unstarted())
                .isEqualTo(IntStream.range(2_000 - result.unstarted().size(), 2_000)
                        .boxed()
                        .toList());
        assertThat(result.unstarted().size()).isBetween(2_000 - 256, 1_999);
        assertThat(result.results().get(1_999).log().steps()).isEmpty();
        assertThat(result.log().items()).isEqualTo(2_000 - result.unstarted().size());
        assertThat(started.get()).isLessThanOrEqualTo(256);
    }

    @Way.EveryStart
    void stopThatComesTooLateChangesNothing(Way way) throws InterruptedException {
        MapHandle<Map<String, Object>> handle =
                way.runner().startMap(doubling, inputs(doubling, List.of(1, 2)), RunOptions.defaults());
        MapResult<Map<String, Object>> result = handle.await();

        handle.stop("too late");

        assertThat(handle.await()).isSameAs(result);
        assertThat(result.isCompleted()).isTrue();
    }

    @Way.Every
    void interruptedNodeStopsTheMapUnderContinue(Way way) throws InterruptedException {
        TestGraph graph = graph().input("x")
                .node("interrupted", takes("x"), gives("y"), in -> {
                    if (in.integer("x") == 3) {
                        throw new InterruptedException("for all");
                    }
                    return 1;
                })
                .outputs("y");

        Caller<MapResult<Map<String, Object>>> caller = Caller.calling(() -> map(way, graph, CONTINUE, 0, 10_000));

        MapResult<Map<String, Object>> result = caller.result();
        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).hasValue("interrupted");
        assertThat(result.results().get(3).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.unstarted()).isNotEmpty();
    }

    @Way.Every
    void iteratorGivesTheSameResultsOneByOne(Way way) {
        List<Object> given = new ArrayList<>();

        try (MapIterator<Map<String, Object>> results = way.runner()
                .mapIter(doubling, inputs(doubling, numbers(0, 1_000)).iterator(), RunOptions.defaults())) {
            while (results.hasNext()) {
                given.add(results.next().outputs().get("y"));
            }
            assertThat(results.log().items()).isEqualTo(1_000);
            assertThat(results.log().stats("double").count()).isEqualTo(1_000);
            assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
        }

        assertThat(given)
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(x -> 2 * x).toList());
    }

    @Way.Every
    void iteratorAsksForNoMoreItemsThanItHasPlacesFor(Way way) {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Map<String, Object>> endless = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map<String, Object> next() {
                return doubling.given("x", asked.getAndIncrement());
            }
        };

        try (MapIterator<Map<String, Object>> results =
                way.runner().mapIter(doubling, endless, RunOptions.defaults())) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(results.next().outputs()).containsEntry("y", 2 * i);
                assertThat(asked.get()).isBetween(i + 1, i + 1 + 4 * 256);
            }
        }
        int askedThen = asked.get();
        assertThat(asked).hasValue(askedThen);
    }

    @Way.Every
    void iteratorGivesTheResultsBeforeTheFirstFailureAndThenThrows(Way way) {
        try (MapIterator<Map<String, Object>> results = way.runner()
                .mapIter(even, inputs(even, List.of(0, 2, 4, 5, 6, 7)).iterator(), RunOptions.defaults())) {
            for (int i = 0; i < 3; i++) {
                assertThat(results.next().outputs()).containsEntry("y", i);
            }

            assertThat(results.hasNext()).isTrue();
            assertThatThrownBy(results::next)
                    .isInstanceOfSatisfying(
                            NodeExecutionException.class,
                            failed -> assertThat(failed.item()).hasValue(3));
            assertThat(results.hasNext()).isFalse();
        }
    }

    @Way.Every
    void closedIteratorGivesNoMoreResultsAndRunsNothing(Way way) {
        MapIterator<Map<String, Object>> results = way.runner()
                .mapIter(doubling, inputs(doubling, numbers(0, 100_000)).iterator(), RunOptions.defaults());
        results.next();

        results.close();
        int startedThen = started.get();
        results.close();

        assertThat(startedThen).isLessThan(5_000);
        assertThat(started).hasValue(startedThen);
    }

    @Way.Every
    void whatTheSourceThrowsIsThrownInThePlaceOfItsItem(Way way) {
        Iterator<Map<String, Object>> source = numbers(0, 10).stream()
                .map(x -> {
                    if (x == 7) {
                        throw new IllegalStateException("no seven");
                    }
                    return doubling.given("x", x);
                })
                .iterator();

        try (MapIterator<Map<String, Object>> results = way.runner().mapIter(doubling, source, RunOptions.defaults())) {
            for (int i = 0; i < 7; i++) {
                assertThat(results.next().outputs()).containsEntry("y", 2 * i);
            }
            assertThatThrownBy(results::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no seven");
        }
    }

    private static MapResult<Map<String, Object>> map(Way way, TestGraph graph, RunOptions options, int from, int to)
            throws InterruptedException {
        return runAll(way, graph, options, numbers(from, to));
    }

    private static MapResult<Map<String, Object>> runAll(
            Way way, TestGraph graph, RunOptions options, List<Integer> numbers) throws InterruptedException {
        List<Map<String, Object>> inputs = inputs(graph, numbers);
        return way.started()
                ? way.runner().startMap(graph, inputs, options).await()
                : way.runner().map(graph, inputs, options);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static List<Map<String, Object>> inputs(TestGraph graph, List<Integer> numbers) {
        return numbers.stream().map(x -> graph.given("x", x)).toList();
    }
}
