package dev.hypergraph4j.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared does the same work. */
class ShapeTest {

    static List<String> shapes() {
        return Shapes.names();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void graphGivesWhatCallsByHandGive(String name) {
        Shape shape = Shapes.named(name);

        assertThat(shape.output(shape.graph())).isEqualTo(shape.calls());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void clockedCallsGiveTheSameAndOneTimeANodeAndOneMore(String name) {
        Shape shape = Shapes.named(name);
        Clocked clocked = shape.clockedCalls();

        assertThat(clocked.value()).isEqualTo(shape.calls());
        assertThat(clocked.times()).hasSize(nodes(name) + 1).doesNotContain(0).isSorted();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void futuresGiveTheSame(String name) {
        Shape shape = Shapes.named(name);

        assertThat(shape.futures()).isEqualTo(shape.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain-10", "chain-100", "fan-out-10", "fan-out-100"})
    void producersGiveTheSame(String name) {
        Shape shape = Shapes.named(name);

        assertThat(shape.producers()).isEqualTo(shape.calls());
    }

    @Test
    void langGraphGivesTheSame() {
        Shape shape = Shapes.named("chain-10");

        assertThat(shape.langGraph()).isEqualTo(shape.calls());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void graphHasAsManyNodesAsItsNameSays(String name) {
        Shape shape = Shapes.named(name);

        assertThat(shape.graph().log().steps()).hasSize(nodes(name));
    }

    private static int nodes(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
}
