package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@EndsInTime
class EventIteratorTest {
    /** More nodes than events fit into the buffer. */
    private static final int MANY = 400;

    @Way.EveryStart
    void eventsComeToTheLastAndTheResultBehindThem(Way way) {
        TestGraph chain = chain(MANY);
        List<String> kinds = new ArrayList<>();

        try (EventIterator<Map<String, Object>> events = way.runner().iter(chain, chain.given("v0", 0))) {
            while (events.hasNext()) {
                kinds.add(events.next().getClass().getSimpleName());
            }
            assertThat(events.result().outputs()).containsEntry("v" + MANY, MANY);
        }

        assertThat(kinds)
                .hasSize(2 + 2 * MANY)
                .startsWith("RunStarted", "NodeStarted", "NodeEnded", "NodeStarted")
                .endsWith("NodeEnded", "RunEnded");
    }

    @Way.EveryStart
    void closingStopsARunThatWaitsForItsReader(Way way) {
        TestGraph chain = chain(MANY);
        EventIterator<Map<String, Object>> events = way.runner().iter(chain, chain.given("v0", 0));

        assertThat(events.next()).isInstanceOf(Event.RunStarted.class);
        events.close();

        assertThat(events.hasNext()).isFalse();
        assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
        assertThat(events.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(events.result().stopReason()).hasValue("closed");
    }

    @Way.EveryStart
    void resultCanBeHadWithoutTheEvents(Way way) {
        TestGraph chain = chain(MANY);

        try (EventIterator<Map<String, Object>> events = way.runner().iter(chain, chain.given("v0", 0))) {
            assertThat(events.result().isCompleted()).isTrue();
            assertThat(events.hasNext()).isFalse();
        }
    }

    @Way.EveryStart
    void failureIsTheLastEventAndThrownByTheResult(Way way) {
        TestGraph graph = graph().input("x")
                .node("a", takes("x"), gives("y"), in -> {
                    throw new IllegalStateException("no");
                })
                .outputs("y");
        Event last = null;

        try (EventIterator<Map<String, Object>> events = way.runner().iter(graph, graph.given("x", 1))) {
            while (events.hasNext()) {
                last = events.next();
            }
            assertThatThrownBy(events::result).isInstanceOf(NodeExecutionException.class);
        }

        assertThat(last)
                .isInstanceOfSatisfying(
                        Event.RunEnded.class,
                        ended -> assertThat(ended.error()).isInstanceOf(NodeExecutionException.class));
    }

    @Test
    void interruptedReaderStopsTheRunAndStaysInterrupted() {
        CompletableFuture<Object> never = new CompletableFuture<>();
        TestGraph graph = graph().input("x")
                .async("a", takes("x"), gives("y"), in -> never)
                .outputs("y");
        EventIterator<Map<String, Object>> events = AsyncRunner.create().iter(graph, graph.given("x", 1));

        events.next();
        events.next();
        Thread.currentThread().interrupt();

        assertThat(events.hasNext()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        never.completeExceptionally(new IllegalStateException("too late"));
        assertThat(events.result().stopReason()).hasValue("interrupted");
    }

    @Test
    void graphIteratesOnARunnerThatRunsElsewhere() {
        TestGraph chain = chain(1);
        List<Event> seen = new ArrayList<>();

        try (EventIterator<Map<String, Object>> events = chain.iter(chain.given("v0", 0))) {
            events.forEachRemaining(seen::add);
        }

        assertThat(seen).hasSize(4);
    }

    private static TestGraph chain(int nodes) {
        TestGraph.Builder chain = graph().input("v0");
        for (int i = 0; i < nodes; i++) {
            String from = "v" + i;
            chain.node("n" + i, takes(from), gives("v" + (i + 1)), in -> in.integer(from) + 1);
        }
        return chain.outputs("v" + nodes);
    }
}
