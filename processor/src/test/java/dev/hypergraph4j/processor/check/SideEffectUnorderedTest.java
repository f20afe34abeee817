package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import org.junit.jupiter.api.Test;

class SideEffectUnorderedTest {

    @Test
    void graphThatIsNotDurableIsNotDoubted() {
        Checked.graph(graph("G").node("a(int x)").node("b(int x)")).findsNothing();
    }

    @Test
    void effectsThatNothingOrdersAreToldOf() {
        Checked.graph(graph("G").durable().node("pay(int sum)").node("write(String letter)"))
                .finds("SideEffectUnordered at G.write")
                .says("""
                        [Hypergraph/SideEffectUnordered] Nothing orders G.pay and G.write: after a crash, they may have happened in either order.
                            pay   : G.pay(sum)
                            write : G.write(letter)

                            How to fix:
                              - let one wait for the other: emit = "..." in G.pay, waitFor = "..." in G.write, or
                              - say @SuppressWarnings("hypergraph:SideEffectUnordered"), if either order will do""");
    }

    @Test
    void eachIsToldOfOnce() {
        Checked.graph(graph("G").durable().node("a(int x)").node("b(int x)").node("c(int x)"))
                .finds("SideEffectUnordered at G.b", "SideEffectUnordered at G.c");
    }

    @Test
    void signalsOrderThem() {
        Checked.graph(graph("G").durable().node("b(int x) waits paid").node("a(int x) emits paid"))
                .findsNothing();
    }

    @Test
    void wayOverOtherNodesOrdersThem() {
        Checked.graph(graph("G")
                        .durable()
                        .node("a(int x) emits paid")
                        .node("look() -> int y waits paid")
                        .node("b(int y)"))
                .findsNothing();
    }

    @Test
    void oneOfTwoThatAreBehindTheSameNodeIsNotBehindTheOther() {
        Checked.graph(graph("G")
                        .durable()
                        .node("look() -> int y")
                        .node("a(int y)")
                        .node("b(int y)"))
                .finds("SideEffectUnordered at G.b");
    }

    @Test
    void branchesOfOneGateExcludeEachOther() {
        Checked.graph(graph("G")
                        .durable()
                        .node("ifelse choose(int q) => a : b")
                        .node("a(int x)")
                        .node("b(int x)"))
                .findsNothing();
    }

    @Test
    void gateOrdersItsTargetsBehindWhatItWaitsFor() {
        Checked.graph(graph("G")
                        .durable()
                        .node("a(int x) emits paid")
                        .node("ifelse choose(int q) => b : END waits paid")
                        .node("b(int x)"))
                .findsNothing();
    }

    @Test
    void gatesAndNodesThatGiveSomethingAreNoEffects() {
        Checked.graph(graph("G")
                        .durable()
                        .node("a(int x)")
                        .node("ifelse choose(int q) => c : END")
                        .node("c(int x) -> int y"))
                .findsNothing();
    }

    @Test
    void effectsOfOneCycleAreOrderedByTheTurn() {
        Checked.graph(graph("G")
                        .durable()
                        .node("step(@Seed int n) -> int n")
                        .node("a(int n) emits told")
                        .node("b(int n) waits told")
                        .node("ifelse again(int n) => step : END"))
                .findsNothing();
    }

    @Test
    void silencedOnEitherOfTheTwo() {
        Checked.graph(graph("G")
                        .durable()
                        .suppress("SideEffectUnordered")
                        .node("a(int x)")
                        .suppress()
                        .node("b(int x)"))
                .findsNothing();
        Checked.graph(graph("G")
                        .durable()
                        .node("a(int x)")
                        .suppress("SideEffectUnordered")
                        .node("b(int x)"))
                .findsNothing();
    }

    @Test
    void nothingIsSaidWhereThereIsAMistake() {
        Checked.graph(graph("G").durable().node("a(int x)").node("b(Object y)")).finds("NotPersistable at G.b(y)");
    }
}
