package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Wiring;
import org.junit.jupiter.api.Test;

class PathsTest {

    private static GraphNode node(Wiring wiring, String name) {
        return wiring.declared().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Sketch sketch, String name) {
        Wiring wiring = sketch.wired();
        return new Paths(wiring).fromNodeToOutput(node(wiring, name));
    }

    @Test
    void pathLeadsOverNodesToAnOutput() {
        Sketch sketch =
                graph("G").node("a() -> int x").node("b(int x) -> int y").node("c(int y) -> int z");

        assertThat(path(sketch, "a")).isEqualTo("a -> b -> c -> z");
        assertThat(path(sketch, "c")).isEqualTo("c -> z");
    }

    @Test
    void pathIsAShortestOne() {
        Sketch sketch = graph("G")
                .node("a() -> int x")
                .node("b(int x) -> int y")
                .node("c(int y) -> int z")
                .node("d(int x) -> int w");

        assertThat(path(sketch, "a")).isEqualTo("a -> d -> w");
    }

    @Test
    void nodeThatGivesAnOutputItselfLeadsThere() {
        Sketch sketch =
                graph("G").node("a() -> int x").node("b(int x) -> int y").select("y", "x");

        assertThat(path(sketch, "a")).isEqualTo("a -> x");
    }

    @Test
    void nodeThatLeadsToNoOutputHasNone() {
        Sketch sketch = graph("G").node("a() -> int x").node("b(int x)").node("c() -> int y");

        assertThat(path(sketch, "b")).isEmpty();
        assertThat(path(sketch, "a")).isEmpty();
    }

    @Test
    void middleOfALongPathIsLeftOut() {
        Sketch sketch = graph("G").node("n0() -> int v0");
        for (int i = 1; i < 20; i++) {
            sketch.node("n" + i + "(int v" + (i - 1) + ") -> int v" + i);
        }

        assertThat(path(sketch, "n0")).isEqualTo("n0 -> n1 -> n2 -> n3 -> n4 -> (12 more) -> n17 -> n18 -> n19 -> v19");
        assertThat(path(sketch, "n11")).isEqualTo("n11 -> n12 -> n13 -> n14 -> n15 -> n16 -> n17 -> n18 -> n19 -> v19");
    }

    @Test
    void nodeLeadsToItselfAndWhatLiesBehindIt() {
        Wiring wiring = graph("G")
                .node("a() -> int x")
                .node("b(int x) -> int y")
                .node("c(int y) -> int z")
                .node("d() -> int w")
                .wired();
        Paths paths = new Paths(wiring);

        assertThat(paths.leads(node(wiring, "a"), node(wiring, "a"))).isTrue();
        assertThat(paths.leads(node(wiring, "a"), node(wiring, "c"))).isTrue();
        assertThat(paths.leads(node(wiring, "c"), node(wiring, "a"))).isFalse();
        assertThat(paths.leads(node(wiring, "d"), node(wiring, "c"))).isFalse();
    }
}
