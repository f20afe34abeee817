package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import org.junit.jupiter.api.Test;

class ParallelOutputsTest {

    @Test
    void targetsThatGiveTheSameValueAreReported() {
        Checked.graph(graph("G")
                        .node("text several route choose(int x) => a | b")
                        .node("a() -> String y")
                        .node("b() -> String y"))
                .finds("ParallelOutputs at G.b -> y")
                .says("""
                        [Hypergraph/ParallelOutputs] G.choose may open G.a and G.b at once, and both produce 'y'.
                            y : String  output of G.a
                            y : String  output of G.b

                            How to fix:
                              - have G.choose return one choice instead of several, or
                              - give the output of G.b another name in its outputName""");
    }

    @Test
    void targetsOfAGateThatOpensOneAreFine() {
        Checked.graph(graph("G")
                        .node("text route choose(int x) => a | b")
                        .node("a() -> String y")
                        .node("b() -> String y"))
                .findsNothing();
    }
}
