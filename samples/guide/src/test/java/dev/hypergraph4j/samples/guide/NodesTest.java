package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.IncompatibleRunnerException;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.samples.guide.nodes.DigestGraph;
import dev.hypergraph4j.samples.guide.nodes.Pipeline_ClosedGraph;
import dev.hypergraph4j.samples.guide.nodes.Pipeline_FromLinesGraph;
import dev.hypergraph4j.samples.guide.nodes.Pipeline_SortingGraph;
import dev.hypergraph4j.samples.guide.nodes.Shapes;
import dev.hypergraph4j.samples.guide.nodes.ShapesGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {

    @Test
    void nodesHaveManyShapes() {
        Shapes nodes = new Shapes();
        ShapesGraph graph = ShapesGraph.create(nodes);
        assertThat(graph.run("Ada Lovelace").outputs().report()).isEqualTo("9 bytes sent, not looked at: 'Lovelace'");
        assertThat(graph.run(in -> in.text("Ada").title("Lady").salutation("Dear"))
                        .log()
                        .errors())
                .isEmpty();
        assertThat(nodes.audit()).containsExactly("Hello Ada: 9 bytes", "Dear Lady Ada: 13 bytes");
    }

    @Test
    void aGraphWithAnAsynchronousNodeNeedsARunnerThatCanRunIt() {
        ShapesGraph graph = ShapesGraph.create(new Shapes()).with(SyncRunner.create());
        assertThatThrownBy(() -> graph.run("Ada"))
                .isInstanceOf(IncompatibleRunnerException.class)
                .hasMessageContaining("Node 'measure' of 'shapes' needs asynchronous nodes");
    }

    @Test
    void aNodeMethodIsUsedTwiceUnderTwoNames() {
        assertThat(DigestGraph.create()
                        .run("A long text", 6, "A long title")
                        .outputs()
                        .digest())
                .isEqualTo("A long...\nA long...");
    }

    @Test
    void slicesRunPartOfAGraph() {
        assertThat(Pipeline_SortingGraph.create().run("b\na").outputs().sorted())
                .containsExactly("a", "b");
        assertThat(Pipeline_SortingGraph.create().definition().nodes()).hasSize(2);
        assertThat(Pipeline_FromLinesGraph.create()
                        .run(List.of("b", "a"))
                        .outputs()
                        .sorted())
                .containsExactly("a", "b");
        assertThat(Pipeline_ClosedGraph.create().run("bb\na").outputs().longest())
                .isEqualTo(2);
    }
}
