package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class UnseededCycleTest {

    @Test
    void cycleIsReportedAtTheParameterThatClosesIt() {
        Checked.graph(graph("G")
                        .node("a(int z, int start) -> int x")
                        .node("b(int x) -> int y")
                        .node("c(int y) -> int z"))
                .finds("UnseededCycle at G.a(z)")
                .says("""
                        [Hypergraph/UnseededCycle] G.a needs 'z', which is made from its own 'x'.
                            z     : int  parameter of G.a(z, start)
                            cycle : a -(x)-> b -(y)-> c -(z)-> a

                            How to fix:
                              - say that the cycle begins here: @Seed int z, or
                              - take another value in G.a: rename the parameter, or
                              - give the output of G.c another name in its outputName""");
    }

    @Test
    void eachSetOfNodesThatWaitForEachOtherIsReportedOnce() {
        Checked.graph(graph("G")
                        .node("a(int y) -> int x")
                        .node("b(int x) -> int y")
                        .node("c(int w) -> int w"))
                .finds("UnseededCycle at G.a(y)", "UnseededCycle at G.c(w)");
    }

    @Test
    void middleOfALongCycleIsLeftOut() {
        Sketch sketch = graph("G").node("n0(int v29) -> int v0");
        for (int i = 1; i < 30; i++) {
            sketch.node("n" + i + "(int v" + (i - 1) + ") -> int v" + i);
        }

        Checked.graph(sketch)
                .saysAlso(
                        "cycle : n0 -(v0)-> n1 -(v1)-> n2 -(v2)-> n3 -(v3)-> n4 -(v4)-> (22 more) -> n27 -(v27)-> n28 -(v28)-> n29 -(v29)-> n0");
    }

    @Test
    void cycleThroughAFaultyNodeIsNotReported() {
        Checked.graph(graph("G")
                        .faulty("a(int y) -> int x", new Fault(Fault.Kind.PRIVATE, ""))
                        .node("b(int x) -> int y"))
                .findsNothing();
    }

    @Test
    void warningsAboutTheRestKeepSilent() {
        Checked.graph(graph("G")
                        .node("a(int y) -> int x")
                        .node("b(int x) -> int y, int z")
                        .node("c() -> int unused")
                        .select("x"))
                .finds("UnseededCycle at G.a(y)");
    }
}
