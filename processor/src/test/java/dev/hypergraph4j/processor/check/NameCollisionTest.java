package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class NameCollisionTest {

    @Test
    void secondNodeOfANameInAClassIsRefusedWithTheClassAndNotWithTheGraph() {
        Sketch sketch =
                graph("G").node("same: a() -> int x").node("same: b() -> int y").select("x");

        Checked.ownClass(sketch).finds("NameCollision at G.b").saysAlso("first  : G.a()", "second : G.b()");
        Checked.graph(sketch).findsNothing();
    }

    @Test
    void secondNodeOfANameInAGraphIsRefused() {
        Checked.graph(graph("G").node("a() -> int x").library("L", "a() -> int y"))
                .finds("NameCollision at L.a")
                .says("""
                        [Hypergraph/NameCollision] Two nodes of G are called 'a'.
                            first  : G.a()
                            second : L.a()

                            How to fix:
                              - name one of them otherwise: @Node(name = "...")""");
    }

    @Test
    void useMustHaveANameOfItsOwn() {
        Checked.graph(graph("G").library("L", "a(int x) -> int y").use("a", "L.a", "x -> w", "y -> z"))
                .finds("NameCollision at @Use a")
                .saysAlso("- choose another name in the @Use");
        Checked.graph(graph("G")
                        .declare("L", "a(int x) -> int y")
                        .use("b", "L.a", "x -> w", "y -> z")
                        .use("b", "L.a", "x -> v", "y -> u"))
                .finds("NameCollision at @Use b");
    }

    @Test
    void methodOfAUseMayBeUsedAgain() {
        Checked.graph(graph("G").library("L", "a(int x) -> int y").use("b", "L.a", "x -> w", "y -> z"))
                .findsNothing();
    }

    @Test
    void valueIsRenamedOnce() {
        Checked.graph(graph("G")
                        .declare("L", "a(int x) -> int y, int w")
                        .use("b", "L.a", "x -> v, x -> u", "y -> z, w -> q, y -> r"))
                .finds("NameCollision at @Rename x -> u of b", "NameCollision at @Rename y -> r of b");
    }

    @Test
    void nodeAndValueMayShareAName() {
        Checked.graph(graph("G").node("docs() -> int docs")).findsNothing();
    }

    @Test
    void signalMustNotBeCalledAsAValueThatANodeGives() {
        Checked.graph(graph("G").node("a(int x) -> int done").node("b(int x) -> int y emits over, done"))
                .finds("NameCollision at G.b emits done")
                .says("""
                        [Hypergraph/NameCollision] G.b emits 'done', which is a value of G.
                            signal : emitted by G.b(x)
                            value  : output of G.a

                            How to fix:
                              - give the signal another name, or
                              - wait for the value, and emit nothing""");
    }

    @Test
    void signalMustNotBeCalledAsAValueThatANodeTakes() {
        Checked.graph(graph("G").node("a(int done) -> int x").node("b(int x) -> int y emits done"))
                .finds("NameCollision at G.b emits done")
                .saysAlso("value  : parameter of G.a(done)");
    }

    @Test
    void severalNodesMayEmitASignalAndAContextMayBeCalledAsIt() {
        Checked.graph(graph("G")
                        .node("a(int x, NodeContext done) -> int y emits done")
                        .node("b(int x) -> int z emits done"))
                .findsNothing();
    }
}
