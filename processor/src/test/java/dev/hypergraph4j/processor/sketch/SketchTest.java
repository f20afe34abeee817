package dev.hypergraph4j.processor.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Decision.Choice;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {

    @ParameterizedTest
    @CsvSource({
        "route, ENUM, false",
        "several route, ENUM, true",
        "text route, TEXT, false",
        "text several route, TEXT, true",
    })
    void routeDecidesBetweenItsTargets(String kind, Choice choice, boolean several) {
        NodeMethod gate = node(kind + " d: decide(List<Doc> docs, int n = 5) => search | RED=answer | END");

        assertThat(gate.node()).isEqualTo("d");
        assertThat(gate.parameters()).extracting(Parameter::name).containsExactly("docs", "n");
        assertThat(gate.outputs()).isEmpty();
        Decision decision = gate.traits().decision();
        assertThat(decision.choice()).isEqualTo(choice);
        assertThat(decision.several()).isEqualTo(several);
        assertThat(decision.targets()).extracting(GateTarget::choice).containsExactly("search", "RED", "END");
        assertThat(decision.targets()).extracting(GateTarget::node).containsExactly("search", "answer", "END");
        assertThat(decision.targets().get(1).site()).hasToString("G.decide => answer");
        assertThat(decision.fallback()).isNull();
        assertThat(decision.defaultOpen()).isTrue();
    }

    @Test
    void routeMayHaveMore() {
        Decision decision = node("route decide() => a fallback b unlisted c, d closed emits s waits t, u cached")
                .traits()
                .decision();

        assertThat(decision.fallback().text()).isEqualTo("b");
        assertThat(decision.unlisted()).extracting(Name::text).containsExactly("c", "d");
        assertThat(decision.defaultOpen()).isFalse();
    }

    @Test
    void ifElseHasTwoBranches() {
        assertThat(node("ifelse good(Review review) => publish : revise")
                        .traits()
                        .decision()
                        .targets())
                .extracting(target -> target.choice() + " " + target.node())
                .containsExactly("true publish", "false revise");
    }

    @Test
    void nodeEmitsAndWaits() {
        Traits traits = node("pay(Doc doc) -> int paid emits done, over waits audited cached")
                .traits();

        assertThat(traits.emits()).extracting(Name::text).containsExactly("done", "over");
        assertThat(traits.waits()).extracting(Name::text).containsExactly("audited");
        assertThat(traits.waits().get(0).site()).hasToString("G.pay waits audited");
        assertThat(traits.cached()).isTrue();
    }

    @Test
    void nodeAsksOrStreams() {
        assertThat(node("interrupt approve(Draft draft) -> Boolean approved")
                        .traits()
                        .interrupt())
                .isTrue();
        assertThat(node("stream tell(String question) -> List<String> tokens")
                        .traits()
                        .streaming())
                .isEqualTo(Traits.Streaming.STREAM);
    }

    @Test
    void plainNodeHasNoTraits() {
        NodeMethod node = node("static a(int x = five()) -> int y, @Nullable String z");

        assertThat(node.traits()).isEqualTo(Traits.PLAIN);
        assertThat(node.outputs()).extracting(OutputPort::name).containsExactly("y", "z");
    }

    @Test
    void cycleClosesAtASeed() {
        assertThat(node("reply(@Seed List<String> messages, @Converging @From(b) int a, int c) -> int x")
                        .parameters())
                .extracting(Parameter::seed)
                .containsExactly(Parameter.Seed.SEED, Parameter.Seed.CONVERGING, Parameter.Seed.NONE);
    }

    @Test
    void contextIsNoValue() {
        assertThat(node("a(NodeContext context, int x)").parameters())
                .extracting(Parameter::demand)
                .containsExactly(Demand.CONTEXT, Demand.REQUIRED);
    }

    @Test
    void graphHasSharedValuesAndALimitOfTurns() {
        GraphDeclaration graph =
                Sketch.graph("G").shared("messages").maxIterations(3).declaration();

        assertThat(graph.shared()).extracting(Name::text).containsExactly("messages");
        assertThat(graph.maxIterations()).isEqualTo(3);
    }

    private static NodeMethod node(String line) {
        return Sketch.graph("G").node(line).ownClass().methods().get(0);
    }
}
