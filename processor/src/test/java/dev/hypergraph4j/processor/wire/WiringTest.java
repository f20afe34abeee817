package dev.hypergraph4j.processor.wire;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static Sketch rag() {
        return graph("Rag")
                .node("analyze(String question) -> List<String> terms")
                .node("retrieve(List<String> terms, int topK = 5) -> List<Doc> docs")
                .node("count(List<Doc> docs) -> int total")
                .node("generate(String question, List<Doc> docs) -> String answer");
    }

    private static List<String> names(Collection<GraphNode> nodes) {
        return nodes.stream().map(GraphNode::name).toList();
    }

    private static List<String> outputs(Wiring wiring) {
        return wiring.outputs().stream().map(GraphOutput::name).toList();
    }

    @Test
    void parameterTakesTheValueOfItsName() {
        Wiring wiring = rag().wired();

        assertThat(wiring.producer("docs").node().name()).isEqualTo("retrieve");
        assertThat(wiring.producer("question")).isNull();
        assertThat(wiring.consumers().get("docs"))
                .extracting(take -> take.node().name())
                .containsExactly("count", "generate");
        assertThat(wiring.producers()).containsOnlyKeys("terms", "docs", "total", "answer");
    }

    @Test
    void renamedParameterAndOutputHaveTheirNewNamesInTheGraphOnly() {
        Wiring wiring = graph("Digest")
                .library("Summarizer", "summarize(String text) -> String summary")
                .use("summarizeTitle", "Summarizer.summarize", "text -> title", "summary -> shortTitle")
                .wired();

        assertThat(names(wiring.declared())).containsExactly("summarize", "summarizeTitle");
        assertThat(wiring.inputs()).containsOnlyKeys("text", "title");
        assertThat(outputs(wiring)).containsExactly("summary", "shortTitle");
        assertThat(wiring.producer("shortTitle").port().name()).isEqualTo("summary");
    }

    @Test
    void outputsOfAClassAreTheValuesThatNobodyTakes() {
        Wiring wiring = rag().wired();

        assertThat(outputs(wiring)).containsExactly("total", "answer");
        assertThat(names(wiring.active())).containsExactly("analyze", "retrieve", "count", "generate");
        assertThat(wiring.cutProducers()).isEmpty();
    }

    @Test
    void selectLeavesOutWhatItsOutputsDoNotNeed() {
        Wiring wiring = rag().select("answer", "terms").wired();

        assertThat(outputs(wiring)).containsExactly("answer", "terms");
        assertThat(names(wiring.active())).containsExactly("analyze", "retrieve", "generate");
        assertThat(wiring.cutProducers()).containsOnlyKeys("total");
        assertThat(wiring.consumers().get("docs")).hasSize(1);
    }

    @Test
    void selectedNameThatNobodyGivesIsNoOutput() {
        Wiring wiring = rag().select("docs", "reply").wired();

        assertThat(outputs(wiring)).containsExactly("docs");
        assertThat(names(wiring.active())).containsExactly("analyze", "retrieve");
    }

    @Test
    void entrypointTurnsWhatWasProducedFurtherUpIntoInputs() {
        Wiring wiring = rag().entrypoint("generate", "count").wired();

        assertThat(names(wiring.active())).containsExactly("count", "generate");
        assertThat(wiring.inputs()).containsOnlyKeys("docs", "question");
        assertThat(wiring.cutProducers()).containsOnlyKeys("terms", "docs");
        assertThat(wiring.producer("docs")).isNull();
    }

    @Test
    void entrypointAndSelectTogetherSliceBothEnds() {
        Wiring wiring = rag().entrypoint("retrieve").select("total").wired();

        assertThat(names(wiring.active())).containsExactly("retrieve", "count");
        assertThat(wiring.inputs()).containsOnlyKeys("terms", "topK");
    }

    @Test
    void unknownEntrypointIsOverlooked() {
        assertThat(rag().entrypoint("generte").wired().active()).hasSize(4);
    }

    @Test
    void entryMethodRunsOnlyWhatItsResultNeeds() {
        Wiring wiring = graph("Rag")
                .library(
                        "Nodes",
                        "analyze(String question) -> List<String> terms",
                        "retrieve(List<String> terms) -> List<Doc> docs",
                        "generate(List<Doc> docs) -> String answer",
                        "rate(String answer) -> int rating")
                .entry("answer(String question) -> String")
                .entry("docs(String question) -> List<Doc>")
                .wired();

        assertThat(names(wiring.active())).containsExactly("analyze", "retrieve", "generate");
        assertThat(outputs(wiring)).containsExactly("answer", "docs");
        assertThat(wiring.entries())
                .extracting(slice -> slice.entry().method(), slice -> names(slice.nodes()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("answer", List.of("analyze", "retrieve", "generate")),
                        org.assertj.core.groups.Tuple.tuple("docs", List.of("analyze", "retrieve")));
        assertThat(wiring.entries().get(1).give()).isEqualTo(wiring.producer("docs"));
    }

    @Test
    void entryMethodOfTheWholeResultRunsEverything() {
        Wiring wiring = graph("Rag")
                .library("Nodes", "a(int x) -> int y", "b(int y) -> int z", "audit(int y)")
                .entry("y(int x) -> int")
                .entry("all(int x) -> RunResult")
                .wired();

        assertThat(names(wiring.active())).containsExactly("a", "b", "audit");
        assertThat(outputs(wiring)).containsExactly("y", "z");
        assertThat(names(wiring.entries().get(1).nodes())).containsExactly("a", "b", "audit");
        assertThat(wiring.entries().get(1).give()).isNull();
    }

    @Test
    void entryMethodOfAnOutputThatNobodyGivesRunsNothing() {
        Wiring wiring = graph("Rag")
                .library("Nodes", "a(int x) -> int y")
                .entry("y(int x) -> int")
                .entry("z(int x) -> int")
                .wired();

        assertThat(wiring.entries().get(1).give()).isNull();
        assertThat(wiring.entries().get(1).nodes()).isEmpty();
    }

    @Test
    void selectOfAnInterfaceOverrulesItsEntryMethods() {
        Wiring wiring = graph("Rag")
                .library("Nodes", "a(int x) -> int y", "b(int y) -> int z")
                .entry("z(int x) -> int")
                .select("y")
                .wired();

        assertThat(outputs(wiring)).containsExactly("y");
        assertThat(names(wiring.active())).containsExactly("a");
    }

    @Test
    void outputMayBeAbsentIfItsNodeMayGiveNone() {
        Wiring wiring =
                graph("Rag").node("a(int x) -> @Nullable String y, String z").wired();

        assertThat(wiring.outputs()).extracting(GraphOutput::mayBeAbsent).containsExactly(true, false);
    }

    @Test
    void allProducersOfAValueAreKnownAndTheFirstIsTheOneToBlame() {
        Wiring wiring =
                graph("Rag").node("first() -> int x").node("second() -> int x").wired();

        assertThat(wiring.producers().get("x"))
                .extracting(give -> give.node().name())
                .containsExactly("first", "second");
        assertThat(wiring.producer("x").node().name()).isEqualTo("first");
    }

    @Test
    void classesWithInstanceMethodsNeedAHolderButForTheGraphInterfaceItself() {
        Wiring wiring = graph("Rag")
                .node("z(int y) -> int z")
                .library("Nodes", "a(int x) -> int y")
                .library("Statics", "static b(int y) -> int w")
                .entry("z(int x) -> int")
                .wired();

        assertThat(wiring.holders())
                .extracting(Holder::type)
                .extracting("simpleName")
                .containsExactly("Nodes");
        assertThat(graph("Own").node("a() -> int x").wired().holders()).hasSize(1);
    }
}
