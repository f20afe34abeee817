package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.event.SpanKind;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@EndsInTime
class EventsTest {
    /** Kept, or else it would forget its level. */
    private static final Logger WARNINGS = Logger.getLogger("dev.hypergraph4j.runtime.event");

    private final Transcript transcript = new Transcript();
    private final RunOptions options = RunOptions.defaults().processor(transcript);

    @Way.Every
    void runOfAChainIsToldInItsOrder(Way way) {
        TestGraph chain = chain();

        RunResult<Map<String, Object>> result = way.run(chain.prepare(chain.given("x", 1), options));

        assertThat(transcript.text()).isEqualTo("""
                g: run of g starts, 2 nodes
                  a: starts
                  a: ends COMPLETED
                  b: starts
                  b: ends COMPLETED
                g: run of g ends COMPLETED
                """);
        assertThat(transcript.events())
                .allSatisfy(event -> assertThat(event.runId()).isEqualTo(result.runId()));
    }

    @Way.Every
    void gatesLoopsAndSkipsAreTold(Way way) {
        way.run(DraftGraph.prepared(1, options));

        assertThat(transcript.lines())
                .filteredOn(line -> !line.contains("reject"))
                .containsExactly(
                        "draft: run of draft starts, 5 nodes",
                        "  improve: starts",
                        "  improve: ends COMPLETED",
                        "  check: starts",
                        "  check: opens [improve]",
                        "  check: ends COMPLETED",
                        "  improve, turn 1: starts",
                        "  improve, turn 1: ends COMPLETED",
                        "  check, turn 1: starts",
                        "  check, turn 1: opens [publish]",
                        "  check, turn 1: ends COMPLETED",
                        "  publish: starts",
                        "  publish: ends COMPLETED",
                        "  archive: starts",
                        "  archive: ends COMPLETED",
                        "draft: run of draft ends COMPLETED");
        assertThat(transcript.lines())
                .containsSubsequence(
                        "  check, turn 1: ends COMPLETED",
                        "  reject: is skipped",
                        "draft: run of draft ends COMPLETED");
    }

    @Way.Every
    void whatIsSkippedInConsequenceIsToldBeforeTheEnd(Way way) {
        way.run(DraftGraph.prepared(7, options));

        assertThat(transcript.lines())
                .contains("  publish: is skipped", "  archive: is skipped", "  reject: ends COMPLETED")
                .endsWith("draft: run of draft ends COMPLETED");
    }

    @Way.Every
    void failureIsToldAndWhatNeedsTheNodeIsNot(Way way) {
        TestGraph graph = failing();
        RunOptions goOn = options.onError(ErrorHandling.CONTINUE);

        way.run(graph.prepare(graph.given("x", 1), goOn));

        assertThat(transcript.text()).isEqualTo("""
                g: run of g starts, 2 nodes
                  a: starts
                  a: ends FAILED, IllegalStateException
                g: run of g ends FAILED, NodeExecutionException
                """);
    }

    @Way.Every
    void runThatThrowsIsToldToItsEndFirst(Way way) {
        TestGraph graph = failing();

        assertThatThrownBy(() -> way.run(graph.prepare(graph.given("x", 1), options)))
                .isInstanceOf(NodeExecutionException.class);

        assertThat(transcript.text()).isEqualTo("""
                g: run of g starts, 2 nodes
                  a: starts
                  a: ends FAILED, IllegalStateException
                g: run of g ends FAILED, NodeExecutionException
                """);
    }

    @Way.EveryStart
    void stopIsToldBeforeTheEnd(Way way) throws InterruptedException {
        Gate gate = new Gate();
        TestGraph graph = graph().input("x")
                .node("a", takes("x"), gives("y"), in -> {
                    gate.pass();
                    return 1;
                })
                .node("b", takes("y"), gives("z"), in -> 2)
                .outputs("z");

        RunHandle<Map<String, Object>> handle = way.runner().start(graph, graph.given("x", 1), options);
        gate.awaitReached();
        handle.stop("enough");
        gate.open();

        assertThat(handle.await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(transcript.lines())
                .contains("  a: ends COMPLETED", "g: is to stop: enough")
                .doesNotContain("  b: starts")
                .endsWith("g: run of g ends STOPPED");
    }

    @Way.EveryAsync
    void asynchronousNodeEndsWithItsStage(Way way) {
        TestGraph graph = graph().input("x")
                .async("a", takes("x"), gives("y"), in -> CompletableFuture.supplyAsync(() -> 1))
                .outputs("y");

        way.run(graph.prepare(graph.given("x", 1), options));

        assertThat(transcript.text()).isEqualTo("""
                g: run of g starts, 1 nodes
                  a: starts
                  a: ends COMPLETED
                g: run of g ends COMPLETED
                """);
    }

    @Test
    void mapTellsOfItsItemsInSpansOfTheirOwn() {
        TestGraph graph = failing();

        SyncRunner.create()
                .map(graph, List.of(graph.given("x", 1), graph.given("x", 2)), options.onError(ErrorHandling.CONTINUE));

        assertThat(transcript.text()).isEqualTo("""
                g: map of g starts, 2 items
                  g, item 0: run of g starts, 2 nodes
                    a, item 0: starts
                    a, item 0: ends FAILED, IllegalStateException
                  g, item 0: run of g ends FAILED, NodeExecutionException
                  g, item 1: run of g starts, 2 nodes
                    a, item 1: starts
                    a, item 1: ends FAILED, IllegalStateException
                  g, item 1: run of g ends FAILED, NodeExecutionException
                g: map of g ends, 0 completed, 2 failed
                """);
    }

    @Test
    void concurrentMapTellsTheSameOfEachItemAndEndsLast() {
        TestGraph chain = chain();

        AsyncRunner.create()
                .map(chain, List.of(chain.given("x", 1), chain.given("x", 2), chain.given("x", 3)), options);

        assertThat(transcript.lines())
                .startsWith("g: map of g starts, 3 items")
                .hasSize(2 + 3 * 6)
                .containsSubsequence(
                        "  g, item 1: run of g starts, 2 nodes",
                        "    a, item 1: starts",
                        "    a, item 1: ends COMPLETED",
                        "    b, item 1: starts",
                        "    b, item 1: ends COMPLETED",
                        "  g, item 1: run of g ends COMPLETED")
                .endsWith("g: map of g ends, 3 completed, 0 failed");
    }

    @Test
    void iteratedMapEndsWhenItIsClosed() {
        TestGraph chain = chain();
        List<Map<String, Object>> inputs = List.of(chain.given("x", 1), chain.given("x", 2));

        try (MapIterator<Map<String, Object>> results =
                SyncRunner.create().mapIter(chain, inputs.iterator(), options)) {
            results.next();
        }

        assertThat(transcript.lines())
                .startsWith("g: map of g starts, -1 items")
                .hasSize(2 + 6)
                .endsWith("g: map of g ends, 1 completed, 0 failed");
    }

    @Test
    void eventsKnowTheirTimesKindsAndSource() {
        TestGraph chain = chain();

        SyncRunner.create().run(chain, chain.given("x", 1), options);

        List<Event> events = transcript.events();
        Event.NodeStarted start = (Event.NodeStarted) events.get(1);
        Event.NodeEnded end = (Event.NodeEnded) events.get(2);
        assertThat(events).extracting(Event::nanos).isSorted();
        assertThat(start.spanId()).isEqualTo(end.spanId());
        assertThat(end.duration().toNanos()).isEqualTo(end.nanos() - start.nanos());
        assertThat(events.get(0).kind()).isEqualTo(SpanKind.FLOW_ROOT);
        assertThat(start.kind()).isEqualTo(SpanKind.STEP);
        assertThat(start.source()).hasToString("G.java:1");
    }

    @Way.Every
    void processorsOfRunnerGraphAndRunAreAllToldAndEachOnce(Way way) {
        Transcript ofRunner = new Transcript();
        Transcript ofGraph = new Transcript();
        TestGraph chain = chain();
        CompiledGraph<Map<String, Object>, Map<String, Object>> observed = chain.with(ofGraph);
        Runner runner = way.takesAsynchronousNodes()
                ? AsyncRunner.builder().processor(ofRunner).processor(ofGraph).build()
                : SyncRunner.builder().processor(ofRunner).processor(ofGraph).build();

        observed.with(runner).run(chain.given("x", 1), options);

        assertThat(transcript.lines()).hasSize(6).isEqualTo(ofRunner.lines()).isEqualTo(ofGraph.lines());
    }

    @Way.Every
    void brokenProcessorHasNoEffectButIsCounted(Way way) {
        WARNINGS.setLevel(Level.OFF);
        TestGraph chain = chain();
        EventProcessor broken = event -> {
            throw new IllegalStateException("broken");
        };

        RunResult<Map<String, Object>> result = way.run(
                chain.prepare(chain.given("x", 1), options.processor(broken).processor(EventProcessor.inline(broken))));

        assertThat(result.isCompleted()).isTrue();
        assertThat(result.processorFailures()).isEqualTo(12);
        assertThat(transcript.lines()).hasSize(6);
    }

    @Test
    void inlineProcessorOfASequentialRunIsCalledByItsThread() {
        List<Thread> threads = new ArrayList<>();
        TestGraph chain = chain();

        SyncRunner.create()
                .run(
                        chain,
                        chain.given("x", 1),
                        RunOptions.defaults()
                                .processor(EventProcessor.inline(event -> threads.add(Thread.currentThread()))));

        assertThat(threads).hasSize(6).containsOnly(Thread.currentThread());
    }

    @Way.Every
    void withoutProcessorsNothingIsCounted(Way way) {
        assertThat(way.run(chain(), "x", 1).processorFailures()).isZero();
    }

    private static TestGraph chain() {
        return graph().input("x")
                .node("a", takes("x"), gives("y"), in -> 1)
                .node("b", takes("y"), gives("z"), in -> 2)
                .outputs("z");
    }

    private static TestGraph failing() {
        return graph().input("x")
                .node("a", takes("x"), gives("y"), in -> {
                    throw new IllegalStateException("no");
                })
                .node("b", takes("y"), gives("z"), in -> 2)
                .outputs("z");
    }
}
