package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What all runners have in common, and what tells them apart. */
@EndsInTime
class RunnerTest {

    @Way.Every
    void runnerTakesGraphsAndInputs(Way way) throws InterruptedException {
        TestGraph graph = OutputsTest.chain(2);
        RunOptions options = RunOptions.workflow("po-17");

        assertThat(way.runner().run(graph, graph.given("v0", 1)).outputs()).containsExactly(entry("v2", 3));
        assertThat(way.runner().run(graph, graph.given("v0", 1), options).runId())
                .isEqualTo("po-17");
        assertThat(way.runner().start(graph, graph.given("v0", 1)).await().outputs())
                .containsExactly(entry("v2", 3));
        assertThat(way.runner()
                        .start(graph, graph.given("v0", 1), options)
                        .await()
                        .runId())
                .isEqualTo("po-17");
    }

    @Way.Every
    void runnerAppliesWhatIsBound(Way way) {
        TestGraph graph = graph().optional("x", int.class, 1)
                .node("same", takes("x"), gives("y"), TestGraph.In::sum)
                .outputs("y");

        assertThat(way.runner().run(graph.bind("x", 7), graph.given()).outputs())
                .containsExactly(entry("y", 7));
    }

    @Test
    void syncRunnerRefusesAsynchronousNodesBeforeAnythingRuns() {
        AtomicInteger ran = new AtomicInteger();
        TestGraph graph = graph().node("first", takes(), gives("v1"), in -> ran.incrementAndGet())
                .async("second", takes("v1"), gives("v2"), in -> CompletableFuture.completedFuture(2))
                .outputs("v2");

        assertThatThrownBy(() -> SyncRunner.create().run(graph.prepared()))
                .isInstanceOf(IncompatibleRunnerException.class);
        assertThatThrownBy(() -> SyncRunner.create().start(graph.prepared()))
                .isInstanceOf(IncompatibleRunnerException.class);
        assertThat(ran).hasValue(0);
    }

    @Test
    void refusedRunMayBeGivenToAnotherRunner() {
        TestGraph graph = graph().async("only", takes(), gives("v"), in -> CompletableFuture.completedFuture(2))
                .outputs("v");
        var run = graph.prepared();
        assertThatThrownBy(() -> SyncRunner.create().run(run)).isInstanceOf(IncompatibleRunnerException.class);

        assertThat(AsyncRunner.create().run(run).outputs()).containsExactly(entry("v", 2));
    }

    @Test
    void runnersSayWhatTheyCanDo() {
        assertThat(SyncRunner.create().capabilities()).isEqualTo(RunnerCapabilities.of());
        assertThat(AsyncRunner.create().capabilities())
                .isEqualTo(RunnerCapabilities.of(Capability.CONCURRENCY, Capability.ASYNCHRONOUS_NODES));
        assertThat(AsyncRunner.create().capabilities().has(Capability.CONCURRENCY))
                .isTrue();
        assertThat(SyncRunner.create().capabilities().has(Capability.CONCURRENCY))
                .isFalse();
    }

    @Test
    void capabilitiesAreCopied() {
        Set<Capability> set = new HashSet<>(Set.of(Capability.CONCURRENCY));
        RunnerCapabilities capabilities = new RunnerCapabilities(set);

        set.clear();

        assertThat(capabilities.has(Capability.CONCURRENCY)).isTrue();
    }

    @Test
    void runnersWithNothingSetAreShared() {
        assertThat(SyncRunner.create()).isSameAs(SyncRunner.create());
        assertThat(AsyncRunner.create()).isSameAs(AsyncRunner.create());
    }

    @Test
    void builderRefusesWhatMakesNoSense() {
        assertThatThrownBy(() -> AsyncRunner.builder().maxConcurrency(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxConcurrency is at least 1, not 0");
        assertThatThrownBy(() -> AsyncRunner.builder().executor(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("executor");
    }
}
