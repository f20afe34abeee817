package dev.hypergraph4j.processor.wire;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanOrderTest {
    private static final int GRAPHS = 1_000;

    private static List<String> plan(Sketch sketch) {
        return sketch.wired().plan().stream().map(GraphNode::name).toList();
    }

    @Test
    void nodeRunsBehindThoseItTakesFrom() {
        assertThat(plan(graph("G").node("last(int y) -> int z").node("first(int x) -> int y")))
                .containsExactly("first", "last");
    }

    @Test
    void ofNodesThatCouldBeNextTheOneDeclaredFirstIs() {
        assertThat(plan(graph("G")
                        .node("d(int c) -> int e")
                        .node("b() -> int c")
                        .node("a() -> int x")
                        .node("z(int x, int x2) -> int y")))
                .containsExactly("b", "d", "a", "z");
    }

    @Test
    void nodeThatTakesAValueTwiceWaitsForItOnce() {
        assertThat(plan(graph("G").node("b(int y, @From(y) int w) -> int z").node("a(int x) -> int y")))
                .containsExactly("a", "b");
    }

    @Test
    void cycleHasNoPlan() {
        assertThat(plan(graph("G").node("a(int y) -> int x").node("b(int x) -> int y")))
                .isEmpty();
    }

    @Test
    void orderOfRandomGraphsIsThatOfANaiveSearch() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            List<String> lines = randomGraph(new Random(seed));
            Sketch sketch = graph("G");
            lines.forEach(sketch::node);
            Wiring wiring = sketch.wired();

            assertThat(wiring.plan())
                    .as("graph of seed %d: %s", seed, lines)
                    .containsExactlyElementsOf(naiveOrder(wiring));
        }
    }

    /** Nodes that take values of nodes before them only, declared in any order. */
    private static List<String> randomGraph(Random random) {
        int size = 1 + random.nextInt(12);
        List<String> lines = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            String takes = IntStream.range(0, node)
                    .filter(earlier -> random.nextInt(3) == 0)
                    .mapToObj(earlier -> "int v" + earlier)
                    .collect(Collectors.joining(", "));
            lines.add("n" + node + "(" + takes + ") -> int v" + node);
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    /** Again and again the first declared node that has all it needs. */
    private static List<GraphNode> naiveOrder(Wiring wiring) {
        List<GraphNode> order = new ArrayList<>();
        List<GraphNode> left = new ArrayList<>(wiring.declared());
        while (!left.isEmpty()) {
            GraphNode next = left.stream()
                    .filter(node -> node.takes().stream()
                            .map(take -> wiring.producer(take.value()))
                            .allMatch(give -> give == null || order.contains(give.node())))
                    .findFirst()
                    .orElseThrow();
            order.add(next);
            left.remove(next);
        }
        return order;
    }
}
