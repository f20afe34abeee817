package dev.hypergraph4j.processor.wire;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static GraphInput input(Sketch sketch, String name) {
        return sketch.wired().inputs().get(name);
    }

    @Test
    void inputsOfAnOpenGraphStandInTheOrderOfDeclaration() {
        Wiring wiring = graph("G")
                .node("a(int z, int y) -> int x")
                .node("b(int x, int w, int z) -> int v")
                .wired();

        assertThat(wiring.inputs().keySet()).containsExactly("z", "y", "w");
        assertThat(wiring.unlisted()).isEmpty();
    }

    @Test
    void listedInputsStandInTheOrderOfTheList() {
        Wiring wiring =
                graph("G").node("a(int z, int y) -> int x").inputs("y", "z").wired();

        assertThat(wiring.inputs().keySet()).containsExactly("y", "z");
    }

    @Test
    void inputsOfAnInterfaceStandInTheOrderOfItsEntryMethods() {
        Wiring wiring = graph("G")
                .library("Nodes", "a(int z, int y) -> int x", "b(int w) -> int v")
                .entry("v(int w) -> int")
                .entry("x(int y, int z) -> int")
                .wired();

        assertThat(wiring.inputs().keySet()).containsExactly("w", "y", "z");
    }

    @Test
    void valueThatIsNotListedIsNoInputOfAClosedGraph() {
        Wiring wiring = graph("G")
                .node("a(int x, int topK = 5, Optional<String> hint, @Nullable String note, int y) -> int z")
                .inputs("y")
                .wired();

        assertThat(wiring.inputs()).containsOnlyKeys("y");
        assertThat(wiring.unlisted()).containsExactly("x");
        assertThat(wiring.hidden()).containsOnlyKeys("topK", "hint", "note");
    }

    @Test
    void listedNameThatNobodyTakesOrThatIsProducedIsNoInput() {
        Wiring wiring =
                graph("G").node("a(int x) -> int y").inputs("x", "y", "z").wired();

        assertThat(wiring.inputs()).containsOnlyKeys("x");
    }

    @Test
    void inputIsRequiredIfANodeCannotDoWithoutAndThereIsNoDefault() {
        Sketch sketch = graph("G")
                .node("a(int x, Optional<String> hint, int topK = 5, Optional<String> mixed) -> int y")
                .node("b(int topK, @Nullable String hint, String mixed) -> int z");

        assertThat(input(sketch, "x").required()).isTrue();
        assertThat(input(sketch, "x").mayBeAbsent()).isFalse();
        assertThat(input(sketch, "hint").required()).isFalse();
        assertThat(input(sketch, "hint").mayBeAbsent()).isTrue();
        assertThat(input(sketch, "topK").required()).isFalse();
        assertThat(input(sketch, "topK").mayBeAbsent()).isFalse();
        assertThat(input(sketch, "mixed").required()).isTrue();
    }

    @Test
    void defaultOfAnInputIsThatOfAnyParameterAndElseTheGraphsOwn() {
        Sketch sketch = graph("G")
                .provider("int size")
                .provider("int topK")
                .library("Nodes", "a(int topK, int size) -> int y", "b(int topK = 5) -> int z");

        assertThat(input(sketch, "topK").defaultValue())
                .extracting(DefaultValue::display)
                .isEqualTo("5");
        assertThat(input(sketch, "size").defaultValue())
                .extracting(DefaultValue::display)
                .isEqualTo("G.size()");
    }

    @Test
    void defaultOfAnEntryMethodComesFirst() {
        Sketch sketch = graph("G").library("Nodes", "a(int topK = 5) -> int y").entry("y(int topK = 7) -> int");

        assertThat(input(sketch, "topK").defaultValue())
                .extracting(DefaultValue::display)
                .isEqualTo("7");
    }

    @Test
    void typeIsTheOneThatAllWhoTakeItAccept() {
        Sketch sketch = graph("G")
                .node("a(Collection<Doc> docs, Integer size) -> int x")
                .node("b(List<Doc> docs, long size) -> int y")
                .node("c(Object docs, int size) -> int z");

        assertThat(input(sketch, "docs").type().display()).isEqualTo("List<Doc>");
        assertThat(input(sketch, "size").type().display()).isEqualTo("Integer");
        assertThat(input(sketch, "docs").takes()).hasSize(3);
    }

    @Test
    void typeIsTheFirstOneIfThereIsNoneThatAllAccept() {
        Sketch sketch = graph("G").node("a(String limit) -> int x").node("b(int limit) -> int y");

        assertThat(input(sketch, "limit").type().display()).isEqualTo("String");
    }

    @Test
    void typeIsWhatEntryMethodsGiveIfNodesAcceptIt() {
        Sketch sketch = graph("G")
                .library("Nodes", "a(Collection<Doc> docs) -> int x", "b(Object docs) -> int y")
                .entry("x(List<Doc> docs) -> int")
                .entry("y(Collection<Doc> docs) -> int");

        assertThat(input(sketch, "docs").type().display()).isEqualTo("Collection<Doc>");
    }
}
