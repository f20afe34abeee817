package dev.hypergraph4j.processor.wire;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CycleFinderTest {
    private static final int GRAPHS = 500;

    private static List<String> cycles(Sketch sketch) {
        return sketch.wired().cycles().stream().map(CycleFinderTest::drawn).toList();
    }

    private static String drawn(Cycle cycle) {
        return cycle.edges().stream()
                .map(edge -> edge.from() + "-" + edge.label() + "-" + edge.to())
                .collect(Collectors.joining(" "));
    }

    @Test
    void graphWithoutCyclesHasNone() {
        assertThat(cycles(graph("G")
                        .node("a(int x) -> int y")
                        .node("b(int y) -> int z")
                        .node("c(int y, int z) -> int w")))
                .isEmpty();
    }

    @Test
    void nodeThatTakesWhatItGivesIsACycle() {
        assertThat(cycles(graph("G").node("a(int x) -> int y").node("refine(int y, int docs) -> int docs")))
                .containsExactly("refine-docs-refine");
    }

    @Test
    void cycleStartsAtTheNodeThatWasDeclaredFirst() {
        assertThat(cycles(graph("G")
                        .node("c(int y) -> int z")
                        .node("a(int z, int start) -> int x")
                        .node("b(int x) -> int y")))
                .containsExactly("c-z-a a-x-b b-y-c");
    }

    @Test
    void cycleIsAShortestOneThroughItsFirstNode() {
        assertThat(cycles(graph("G")
                        .node("a(int back, int far) -> int x")
                        .node("b(int x) -> int y")
                        .node("c(int y) -> int far")
                        .node("d(int x) -> int back")))
                .containsExactly("a-x-d d-back-a");
    }

    @Test
    void eachSetOfNodesThatWaitForEachOtherHasOneCycle() {
        assertThat(cycles(graph("G")
                        .node("d(int cc) -> int dd")
                        .node("c(int dd, int aa) -> int cc")
                        .node("a(int bb) -> int aa")
                        .node("b(int aa) -> int bb")))
                .containsExactly("d-dd-c c-cc-d", "a-aa-b b-bb-a");
    }

    @Test
    void nodesThatAreNotActiveDoNotCount() {
        assertThat(cycles(graph("G")
                        .node("a(int bb) -> int aa")
                        .node("b(int aa) -> int bb")
                        .node("c(int x) -> int y")
                        .select("y")))
                .isEmpty();
    }

    @Test
    void randomGraphHasACycleForEachSetOfNodesThatReachEachOther() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Wiring wiring = randomGraph(new Random(seed)).wired();
            Set<Set<GraphNode>> components = naiveComponents(wiring);

            assertThat(wiring.cycles()).as("graph of seed %d", seed).hasSize(components.size());
            for (Cycle cycle : wiring.cycles()) {
                assertThat(components)
                        .anyMatch(component -> component.containsAll(
                                cycle.edges().stream().map(edge -> edge.to()).toList()));
                for (int i = 0; i < cycle.edges().size(); i++) {
                    Edge next = cycle.edges().get((i + 1) % cycle.edges().size());
                    assertThat(cycle.edges().get(i).to()).isSameAs(next.from());
                }
            }
        }
    }

    private static Sketch randomGraph(Random random) {
        Sketch sketch = graph("G");
        int size = 1 + random.nextInt(8);
        for (int node = 0; node < size; node++) {
            String takes = IntStream.range(0, size)
                    .filter(other -> random.nextInt(5) == 0)
                    .mapToObj(other -> "int v" + other)
                    .collect(Collectors.joining(", "));
            sketch.node("n" + node + "(" + takes + ") -> int v" + node);
        }
        return sketch;
    }

    private static Set<Set<GraphNode>> naiveComponents(Wiring wiring) {
        Set<Set<GraphNode>> components = new HashSet<>();
        for (GraphNode node : wiring.declared()) {
            Set<GraphNode> component = wiring.declared().stream()
                    .filter(other -> reaches(wiring, node, other) && reaches(wiring, other, node))
                    .collect(Collectors.toSet());
            if (component.contains(node)) {
                components.add(component);
            }
        }
        return components;
    }

    private static boolean reaches(Wiring wiring, GraphNode from, GraphNode to) {
        Set<GraphNode> reached = new HashSet<>();
        boolean grows = reached.addAll(next(wiring, from));
        while (grows) {
            grows = reached.addAll(reached.stream()
                    .flatMap(node -> next(wiring, node).stream())
                    .toList());
        }
        return reached.contains(to);
    }

    private static List<GraphNode> next(Wiring wiring, GraphNode node) {
        return node.gives().stream()
                .flatMap(give -> wiring.consumers().getOrDefault(give.value(), List.of()).stream())
                .map(Take::node)
                .toList();
    }
}
