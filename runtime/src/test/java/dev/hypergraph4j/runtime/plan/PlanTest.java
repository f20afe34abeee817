package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.definition.InputDefinition;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void builderDescribesTheGraph() {
        Plan.Builder builder = Plan.named("rag")
                .version("3")
                .input("question", "String")
                .optionalInput("topK", "int", "5")
                .outputs("answer");
        builder.node("retrieve", "Rag.retrieve", "Rag.java", 12, "ab")
                .kind(NodeKind.RPC)
                .asynchronous()
                .takes("question", "String")
                .mayTake("topK", "int")
                .gives("docs", "List<Doc>")
                .mayGive("hint", "String");
        builder.node("generate", "Rag.generate", "", 0, "")
                .takes("docs", "List<Doc>")
                .gives("answer", "String");

        Plan plan = builder.build();

        assertThat(plan.name()).isEqualTo("rag");
        assertThat(plan.definition().version()).isEqualTo("3");
        assertThat(plan.definition().inputs())
                .containsExactly(
                        new InputDefinition("question", "String", true, ""),
                        new InputDefinition("topK", "int", false, "5"));
        assertThat(plan.node(0))
                .isEqualTo(new NodeDefinition(
                        "retrieve",
                        "Rag.retrieve",
                        NodeKind.RPC,
                        true,
                        List.of(
                                new ParameterDefinition("question", "String", false),
                                new ParameterDefinition("topK", "int", true)),
                        List.of(
                                new ValueDefinition("docs", "List<Doc>", false),
                                new ValueDefinition("hint", "String", true)),
                        new SourceLocation("Rag.java", 12),
                        "ab"));
        assertThat(plan.node(1).kind()).isEqualTo(NodeKind.STEP);
        assertThat(plan.node(1).source().isKnown()).isFalse();
        assertThat(plan.definition().outputs()).containsExactly(new ValueDefinition("answer", "String", false));
        assertThat(plan.isAsynchronous()).isTrue();
    }

    @Test
    void graphOfSynchronousNodesIsNotAsynchronous() {
        assertThat(Plans.chain(2).isAsynchronous()).isFalse();
    }

    @Test
    void slotsAreTheInputsAndThenWhatTheNodesGive() {
        Plan.Builder builder = Plan.named("g").input("a", "int").optionalInput("b", "int", "1");
        builder.node("two", "G.two", "", 0, "").gives("x", "int").gives("y", "int");
        builder.node("effect", "G.effect", "", 0, "").takes("x", "int");
        builder.node("one", "G.one", "", 0, "").takes("a", "int").gives("z", "int");

        Plan plan = builder.build();

        assertThat(plan.slots()).containsExactly("a", "b", "x", "y", "z");
        assertThat(IntStream.range(0, 2).map(i -> plan.outputSlot(0, i))).containsExactly(2, 3);
        assertThat(plan.outputSlot(2, 0)).isEqualTo(4);
    }

    @Test
    void slotsCannotBeChanged() {
        Plan plan = Plans.chain(1);

        assertThatThrownBy(() -> plan.slots().add("more")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void typesOfValuesAreAskedForOneByOneAndLate() {
        List<Integer> asked = new ArrayList<>();
        Plan plan = Plan.named("g")
                .input("a", "int")
                .input("b", "String")
                .types(slot -> {
                    asked.add(slot);
                    return slot == 0 ? int.class : String.class;
                })
                .build();

        assertThat(asked).isEmpty();
        assertThat(plan.type(1)).isEqualTo(String.class);
        assertThat(asked).containsExactly(1);
        assertThatThrownBy(() -> plan.type(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void planOfAnOlderProcessorHasNoTypes() {
        assertThatThrownBy(() -> Plans.chain(1).type(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'chain' was compiled by an older processor");
    }

    @Test
    void planWithGraphsNestedInItIsStillDurableAndTellsItsTypes() {
        Plan.Builder builder = Plan.named("g").durable().types(slot -> long.class);
        builder.node("inner", "Inner", "", 0, "").nested().gives("x", "long");

        Plan plan = builder.build().nesting(List.of(new Plan.Nested(Plans.chain(1), false)));

        assertThat(plan.isDurable()).isTrue();
        assertThat(plan.type(0)).isEqualTo(long.class);
        assertThat(plan.slots()).containsExactly("x");
        assertThat(Plans.chain(1).isDurable()).isFalse();
    }

    @Test
    void nodeWhoseEffectMayNotBeRepeatedIsCalledAsAnyOther() {
        Plan.Builder builder = Plan.named("g");
        builder.node("pay", "G.pay", "", 0, "").effectOnce();
        builder.node("look", "G.look", "", 0, "");

        Plan plan = builder.build();

        assertThat(plan.traits(0).effectOnce()).isTrue();
        assertThat(plan.traits(0).isGuarded()).isFalse();
        assertThat(plan.traits(1)).isSameAs(NodeTraits.PLAIN);
        assertThat(plan.isStraight()).isTrue();
    }

    @Test
    void diamondWaitsForBothOfItsSides() {
        Plan plan = Plans.diamond();

        assertThat(predecessors(plan, 0)).isEmpty();
        assertThat(predecessors(plan, 1)).containsExactly(0);
        assertThat(predecessors(plan, 2)).containsExactly(0);
        assertThat(predecessors(plan, 3)).containsExactly(1, 2);
        assertThat(successors(plan, 0)).containsExactly(1, 2);
        assertThat(successors(plan, 1)).containsExactly(3);
        assertThat(successors(plan, 3)).isEmpty();
    }

    @Test
    void producerOfSeveralTakenValuesIsOnePredecessor() {
        Plan.Builder builder = Plan.named("g");
        builder.node("pair", "G.pair", "", 0, "").gives("x", "int").gives("y", "int");
        builder.node("sum", "G.sum", "", 0, "")
                .takes("y", "int")
                .takes("x", "int")
                .takes("y", "int");

        Plan plan = builder.build();

        assertThat(predecessors(plan, 1)).containsExactly(0);
        assertThat(successors(plan, 0)).containsExactly(1);
    }

    @Test
    void predecessorsAreInPlanOrderWhateverTheOrderOfTheParameters() {
        Plan.Builder builder = Plan.named("g");
        builder.node("a", "G.a", "", 0, "").gives("x", "int");
        builder.node("b", "G.b", "", 0, "").gives("y", "int");
        builder.node("sum", "G.sum", "", 0, "").takes("y", "int").takes("x", "int");

        assertThat(predecessors(builder.build(), 2)).containsExactly(0, 1);
    }

    @Test
    void graphWithoutNodesHasAPlan() {
        Plan plan = Plan.named("empty").build();

        assertThat(plan.size()).isZero();
        assertThat(plan.slots()).isEmpty();
    }

    @Test
    void chainOfFiveThousandNodesIsPlanned() {
        Plan plan = Plans.chain(5_000);

        assertThat(plan.size()).isEqualTo(5_000);
        assertThat(plan.slots()).hasSize(5_001);
        for (int node = 1; node < plan.size(); node++) {
            assertThat(predecessors(plan, node)).containsExactly(node - 1);
            assertThat(successors(plan, node - 1)).containsExactly(node);
        }
    }

    @Test
    void everyPredecessorHasItsSuccessor() {
        Plan plan = Plans.random(new Random(42), 300);

        for (int node = 0; node < plan.size(); node++) {
            for (int predecessor : predecessors(plan, node)) {
                assertThat(predecessor).isLessThan(node);
                assertThat(successors(plan, predecessor)).contains(node);
            }
            for (int successor : successors(plan, node)) {
                assertThat(predecessors(plan, successor)).contains(node);
            }
            assertThat(successors(plan, node)).isSorted();
        }
    }

    private static int[] predecessors(Plan plan, int node) {
        return IntStream.range(0, plan.predecessorCount(node))
                .map(i -> plan.predecessor(node, i))
                .toArray();
    }

    private static int[] successors(Plan plan, int node) {
        return IntStream.range(0, plan.successorCount(node))
                .map(i -> plan.successor(node, i))
                .toArray();
    }
}
