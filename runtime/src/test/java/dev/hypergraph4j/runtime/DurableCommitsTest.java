package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a run writes. */
class DurableCommitsTest {
    private final AtomicInteger commits = new AtomicInteger();
    private final MemoryCheckpointer store = MemoryCheckpointer.create();
    private final Checkpointer counted = (Checkpointer) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Checkpointer.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("commit")) {
                    commits.incrementAndGet();
                }
                return method.invoke(store, arguments);
            });

    static Stream<Function<Checkpointer, Runner>> runners() {
        return Stream.of(
                store -> SyncRunner.builder().checkpointer(store).build(),
                store -> AsyncRunner.builder().checkpointer(store).build(),
                store -> AsyncRunner.builder()
                        .maxConcurrency(1)
                        .checkpointer(store)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("runners")
    void chainOfTenTakesElevenCommits(Function<Checkpointer, Runner> runner) {
        TestGraph.Builder chain = graph().input("v0");
        for (int node = 1; node <= 10; node++) {
            String before = "v" + (node - 1);
            chain.node("n" + node, takes(before), gives("v" + node), in -> in.integer(before) + 1);
        }
        TestGraph graph = chain.outputs("v10").with(runner.apply(counted));

        assertThat(graph.run(graph.given("v0", 0)).outputs()).isEqualTo(Map.of("v10", 10));

        assertThat(commits.get()).isEqualTo(11);
    }

    static Stream<Function<Checkpointer, Runner>> runnersOfOneItemAtATime() {
        return Stream.of(
                store -> SyncRunner.builder().checkpointer(store).build(),
                store -> AsyncRunner.builder()
                        .maxConcurrency(1)
                        .checkpointer(store)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("runnersOfOneItemAtATime")
    void mapOfTenWhoseItemsDoNotOverlapTakesElevenCommits(Function<Checkpointer, Runner> runner) {
        TestGraph graph = graph().input("x")
                .node("n", takes("x"), gives("y"), in -> in.get("x"))
                .outputs("y")
                .with(runner.apply(counted));
        var items = IntStream.range(0, 10).mapToObj(i -> graph.given("x", i)).toList();

        assertThat(graph.map(items, RunOptions.workflow("w")).results()).hasSize(10);

        assertThat(commits.get()).isEqualTo(11);
    }

    @Test
    void mapWhoseResultsAreAskedForOneByOneIsNoWorkflow() {
        TestGraph graph = graph().input("x")
                .node("n", takes("x"), gives("y"), in -> in.get("x"))
                .outputs("y")
                .with(SyncRunner.builder().checkpointer(store).build());

        assertThatThrownBy(() -> graph.mapIter(List.of(graph.given("x", 1)).iterator(), RunOptions.workflow("w")))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("can't be workflow 'w'");
    }
}
