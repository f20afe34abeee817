package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateOutputTest {

    @Test
    void valueIsRefusedOnceHoweverManyProduceIt() {
        Sketch sketch = graph("G").node("a() -> int x").node("b() -> int x").node("c() -> int x");

        Checked.graph(sketch).finds("DuplicateOutput at G.b -> x").says("""
                        [Hypergraph/DuplicateOutput] In G, 3 nodes produce 'x'.
                            x : int  output of G.a
                            x : int  output of G.b
                            x : int  output of G.c

                            How to fix:
                              - give the output of G.b another name in its outputName, and take it by that name where it is meant, or
                              - leave one of the nodes out of G""");
    }

    @Test
    void ofManyProducersTenAreNamed() {
        Sketch sketch = graph("G");
        IntStream.range(0, 13).forEach(i -> sketch.node("n" + i + "() -> int x"));

        Checked.graph(sketch)
                .finds("DuplicateOutput at G.n1 -> x")
                .saysAlso("x   : int  output of G.n0", "x   : int  output of G.n9", "and : 3 more");
    }

    @Test
    void outputsThatAreRenamedToOneNameAreRefusedThere() {
        Checked.graph(graph("G")
                        .library("L", "a() -> int x")
                        .declare("M", "b() -> int y")
                        .use("again", "M.b", "", "y -> x"))
                .finds("DuplicateOutput at @Rename y -> x of again")
                .saysAlso(
                        "x : int  output y of M.b (as again)",
                        "- rename it in the @Use: @Rename(from = \"y\", to = \"...\"), and take it by that name where it is meant, or");
    }

    @Test
    void producersThatDoNotRunDoNotCount() {
        Checked.graph(graph("G")
                        .library("L", "a(int w) -> int x", "b(int w) -> int x, int y")
                        .entrypoint("a"))
                .findsNothing();
    }

    @Test
    void faultyProducerDoesNotCount() {
        Checked.graph(graph("G").node("a() -> int x").faulty("b() -> int x", new Fault(Fault.Kind.PRIVATE, "")))
                .findsNothing();
    }

    @Test
    void cycleThroughTheValueIsNotReportedAsWell() {
        Checked.graph(graph("G").node("a() -> int x").node("refine(int x) -> int x"))
                .finds("DuplicateOutput at G.refine -> x");
    }

    @Test
    void ownersOfOneSimpleNameAreToldApart() {
        Checked.graph(graph("G").library("a.Nodes", "x() -> int x").library("b.Nodes", "y() -> int x"))
                .saysFirst("In G, both a.Nodes.x and b.Nodes.y produce 'x'.");
    }

    @Test
    void branchesOfOneGateExcludeEachOther() {
        Checked.graph(graph("G")
                        .node("ifelse isLong(String text) => cut : keep")
                        .node("cut(String text) -> String result")
                        .node("keep(String text) -> String kept")
                        .node("quote(String kept) -> String result"))
                .findsNothing();
    }

    @Test
    void nodeThatBothBranchesReachBelongsToNeither() {
        Checked.graph(graph("G")
                        .node("ifelse isLong(String text) => cut : keep")
                        .node("cut(String text) -> String result")
                        .node("keep(String text) -> String kept")
                        .node("merge(Optional<String> kept, String text) -> String result"))
                .finds("DuplicateOutput at G.merge -> result");
    }

    @Test
    void gateBehindAGateExcludesWithIt() {
        Checked.graph(graph("G")
                        .node("ifelse isSmall(int amount) => approve : assess")
                        .node("assess(int amount) -> Double burden")
                        .node("ifelse isBearable(Double burden) => approve : reject")
                        .node("approve(Optional<Double> burden) -> String decision")
                        .node("reject(Double burden) -> String decision"))
                .findsNothing();
    }

    @Test
    void gatesThatKnowNothingOfEachOtherExcludeNothing() {
        Checked.graph(graph("G")
                        .node("ifelse isSmall(int amount) => approve : wait")
                        .node("wait() -> int days")
                        .node("ifelse isBad(int amount) => reject : hope")
                        .node("hope() -> int chance")
                        .node("approve() -> String decision")
                        .node("reject() -> String decision"))
                .finds("DuplicateOutput at G.reject -> decision");
    }

    @Test
    void sharedValueHasItsProducersInOrder() {
        Checked.graph(graph("G")
                        .node("a(List<String> log) -> List<String> log, int x")
                        .node("b(List<String> log, int x) -> List<String> log")
                        .shared("log"))
                .findsNothing();
    }

    @Test
    void producersOfASharedValueThatNothingOrdersAreRefused() {
        Checked.graph(graph("G")
                        .node("a(List<String> log) -> List<String> log")
                        .node("b(List<String> log) -> List<String> log")
                        .shared("log"))
                .finds("DuplicateOutput at G.b -> log")
                .says("""
                        [Hypergraph/DuplicateOutput] In G, both G.a and G.b produce 'log', and nothing says which goes first.
                            log : List<String>  output of G.a
                            log : List<String>  output of G.b

                            How to fix:
                              - let one wait for the other: emit = "..." in G.a, waitFor = "..." in G.b, or
                              - give the output of G.b another name in its outputName, and take it by that name where it is meant, or
                              - leave one of the nodes out of G""");
    }
}
