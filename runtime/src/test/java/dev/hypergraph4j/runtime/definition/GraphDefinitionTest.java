package dev.hypergraph4j.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphDefinitionTest {
    private final GraphDefinition rag = Graphs.of(Graphs.rag());

    @Test
    void nodeIsFoundByName() {
        assertThat(rag.node("retrieve").method()).isEqualTo("Rag.retrieve");
        assertThat(rag.indexOf("generate")).isEqualTo(3);
    }

    @Test
    void unknownNodeGetsASuggestion() {
        assertThatThrownBy(() -> rag.node("retreive"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        [Hypergraph/UnknownNode] Graph 'rag' has no node 'retreive'.
                            nodes : analyze, retrieve, audit and generate

                            Did you mean 'retrieve'?""");
    }

    @Test
    void nodeThatResemblesNoneGetsNoSuggestion() {
        assertThatThrownBy(() -> rag.indexOf("somethingElse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Did you mean");
    }

    @Test
    void edgesGoFromNodeToNode() {
        assertThat(rag.edges())
                .containsExactly(
                        new Edge("analyze", "terms", "retrieve"),
                        new Edge("retrieve", "docs", "audit"),
                        new Edge("retrieve", "docs", "generate"),
                        new Edge("retrieve", "note", "generate"));
    }

    @Test
    void valueThatIsTakenTwiceIsOneEdge() {
        Plan.Builder twice = Plan.named("g");
        twice.node("a", "G.a", "", 0, "").gives("x", "int");
        twice.node("b", "G.b", "", 0, "").takes("x", "int").takes("x", "long");

        assertThat(Graphs.of(twice).edges()).containsExactly(new Edge("a", "x", "b"));
    }

    @Test
    void chainOfFiveThousandNodesHasItsEdges() {
        assertThat(Plans.chain(5_000).definition().edges()).hasSize(4_999);
    }

    @Test
    void listsAreCopied() {
        List<InputDefinition> inputs = new ArrayList<>();
        GraphDefinition graph = new GraphDefinition("g", "", inputs, List.of(), List.of());

        inputs.add(new InputDefinition("late", "int", true, ""));

        assertThat(graph.inputs()).isEmpty();
    }

    @Test
    void sourceIsSpelledAsToolsLinkIt() {
        assertThat(rag.node("analyze").source()).hasToString("Rag.java:12");
        assertThat(rag.node("audit").source()).hasToString("");
    }
}
