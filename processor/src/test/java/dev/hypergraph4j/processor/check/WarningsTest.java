package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WarningsTest {

    @Nested
    class UnusedOutput {

        @Test
        void oneOfSeveralOutputsThatNobodyGetsIsToldOf() {
            Checked.graph(graph("G")
                            .node("a() -> int x, int y, int z")
                            .node("b(int y) -> int w")
                            .select("x", "w"))
                    .finds("UnusedOutput at G.a -> z");
        }

        @Test
        void singleOutputOfANodeThatRunsForAnotherReasonIsNone() {
            Checked.graph(graph("G")
                            .node("a(int x) -> int y")
                            .node("b(int y) -> int z")
                            .select("z"))
                    .findsNothing();
        }

        @Test
        void entryMethodsChooseOutputsToo() {
            Checked.graph(graph("G").node("a() -> int x, int y").entry("x() -> int"))
                    .finds("UnusedOutput at G.a -> y")
                    .saysAlso("- return it from an entry method of G, or");
        }

        @Test
        void callersOfAnOpenGraphGetEverything() {
            Checked.graph(graph("G").node("a() -> int x, int y")).findsNothing();
            Checked.graph(graph("G").node("a() -> int x, int y").entry("all() -> RunResult"))
                    .findsNothing();
        }

        @Test
        void librariesMayGiveMore() {
            Checked.graph(graph("G").library("L", "a() -> int x, int y").select("x"))
                    .findsNothing();
        }

        @Test
        void silencedWhereItStands() {
            Checked.graph(graph("G")
                            .suppress("UnusedOutput")
                            .node("a() -> int x, int y")
                            .select("x"))
                    .findsNothing();
        }
    }

    @Nested
    class DeadNode {

        @Test
        void nodeThatNoOutputNeedsIsToldOf() {
            Checked.graph(graph("G")
                            .node("a() -> int x")
                            .node("b(int q) -> int y")
                            .select("x"))
                    .finds("DeadNode at G.b")
                    .says("""
                            [Hypergraph/DeadNode] G.b never runs: no output of G needs it.
                                node    : G.b(q)
                                outputs : x

                                How to fix:
                                  - remove it, or take its output where it is needed, or
                                  - say @SuppressWarnings("hypergraph:DeadNode")""");
        }

        @Test
        void nodeBeforeTheEntrypointIsToldOf() {
            Checked.graph(graph("G").node("a() -> int x").node("b(int x)").entrypoint("b"))
                    .finds("DeadNode at G.a")
                    .says("""
                            [Hypergraph/DeadNode] G.a never runs: entrypoint or the outputs of G leave it out.
                                node : G.a()

                                How to fix:
                                  - remove it, or take its output where it is needed, or
                                  - say @SuppressWarnings("hypergraph:DeadNode")""");
        }

        @Test
        void librariesMayHaveMore() {
            Checked.graph(graph("G")
                            .library("L", "a() -> int x", "b() -> int y")
                            .select("x"))
                    .findsNothing();
        }

        @Test
        void nothingIsSaidWhereThereIsAMistake() {
            Checked.graph(graph("G")
                            .node("a() -> int x")
                            .node("b() -> int y")
                            .faulty("c() -> int z", new Fault(Fault.Kind.PRIVATE, ""))
                            .select("x"))
                    .findsNothing();
            Checked.graph(graph("G")
                            .node("a(int n = !five) -> int x")
                            .node("b() -> int y")
                            .select("x"))
                    .findsNothing();
        }
    }

    @Nested
    class SuspiciousInput {

        @Test
        void nearMissOfAnotherTypeIsToldOf() {
            Checked.graph(graph("G").node("a(int q) -> List<Doc> docs").node("b(String doc) -> int y"))
                    .finds("SuspiciousInput at G.b(doc)");
        }

        @Test
        void nearMissOfAFittingTypeIsAnErrorOnly() {
            Checked.graph(graph("G").node("a(int q) -> String docs").node("b(String doc) -> int y"))
                    .finds("UnknownInput at G.b(doc)");
        }

        @Test
        void inputThatTheValueIsMadeFromIsMeant() {
            Checked.graph(graph("G").node("split(String text) -> List<String> texts"))
                    .findsNothing();
        }

        @Test
        void inputOnAnyParameterSaysThatItIsMeant() {
            Checked.graph(graph("G")
                            .node("a(int q) -> List<Doc> docs")
                            .node("b(String doc) -> int y")
                            .node("c(@Input String doc) -> int z"))
                    .findsNothing();
        }

        @Test
        void listedInputsAreMeant() {
            Checked.graph(graph("G")
                            .node("a(int q) -> List<Doc> docs")
                            .node("b(String doc) -> int y")
                            .inputs("q", "doc"))
                    .findsNothing();
        }

        @Test
        void nothingIsSaidOfWhatHasAMistake() {
            Checked.graph(graph("G")
                            .faulty("a(int q) -> List<Doc> docs", new Fault(Fault.Kind.PRIVATE, ""))
                            .node("b(String doc) -> int y"))
                    .findsNothing();
        }
    }
}
