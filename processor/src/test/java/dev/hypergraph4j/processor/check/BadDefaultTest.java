package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class BadDefaultTest {

    @Test
    void textThatDoesNotFitIsRefusedWithTheClass() {
        Sketch sketch = graph("G").node("a(int topK = !five) -> int y");

        Checked.ownClass(sketch).finds("BadDefault at G.a(topK)").says("""
                        [Hypergraph/BadDefault] The default "five" of 'topK' is no int.
                            topK : int  parameter of G.a(topK)

                            How to fix:
                              - write a text that is a value of int, or
                              - let a method provide it: @Default static int topK() { ... }""");
        Checked.graph(sketch).findsNothing();
    }

    @Test
    void textOfAnEntryMethodIsRefusedWithTheGraph() {
        Checked.graph(graph("G").library("L", "a(int topK) -> int y").entry("y(int topK = !five) -> int"))
                .finds("BadDefault at G.y(topK)")
                .saysAlso("topK : int  parameter of G.y(topK)");
    }

    @Test
    void annotationWithoutTextIsCalledByItsName() {
        Checked.ownClass(graph("G").node("a(int topK = !@Default) -> int y"))
                .saysFirst("The @Default of 'topK' is no int.");
    }

    @Test
    void methodOfAGraphThatNamesNoInputIsRefused() {
        Checked.graph(graph("G").provider("int topk").node("a(int topK) -> int y"))
                .finds("BadDefault at @Default G.topk")
                .saysAlso("Did you mean 'topK' (int, taken by G.a)?");
    }

    @Test
    void methodOfAGraphForAProducedValueIsRefused() {
        Checked.graph(graph("G").provider("int y").node("a(int x) -> int y"))
                .finds("BadDefault at @Default G.y")
                .says("""
                        [Hypergraph/BadDefault] The default method G.y() is for 'y', which a of G produces.
                            y : int  output of G.a

                            How to fix:
                              - remove it""");
    }

    @Test
    void methodOfAGraphMustFitEveryNodeThatTakesIt() {
        Checked.graph(graph("G").provider("long n").library("L", "a(long n) -> int x", "b(int n) -> int y"))
                .finds("BadDefault at @Default G.n")
                .saysFirst("The default method G.n() gives long where int is wanted.");
    }

    @Test
    void methodForNodesThatDoNotRunIsFine() {
        Checked.graph(graph("G")
                        .provider("int n")
                        .library("L", "a(int n) -> int x", "b(int m) -> int y")
                        .select("y"))
                .findsNothing();
    }

    @Test
    void methodThatCannotProvideIsRefusedWithTheClassThatDeclaresIt() {
        Checked.ownClass(graph("G").unfitProvider("G.n()", "is private").unfitProvider("Base.m()", "is private"))
                .finds("BadDefault at @Default G.n()")
                .says("""
                        [Hypergraph/BadDefault] The default method G.n() is private.

                            How to fix:
                              - make it a static method without parameters, named as the input, that returns the default""");
    }

    @Test
    void methodThatFitsNoNodeIsNotComparedWithOtherDefaultsAsWell() {
        Checked.graph(graph("G").provider("String n").library("L", "a(int n = 5) -> int x"))
                .finds("BadDefault at @Default G.n");
    }

    @Test
    void parametersOfFaultyNodesAreNotCompared() {
        Checked.graph(graph("G").provider("String n").faulty("a(int n) -> int x", new Fault(Fault.Kind.PRIVATE, "")))
                .findsNothing();
    }

    @Test
    void inputOfAFittingTypeIsGuessed() {
        Checked.graph(graph("G").provider("String sizes").node("a(int size, String size2) -> int y"))
                .saysAlso("Did you mean 'size2' (String, taken by G.a)?");
    }

    @Test
    void methodOfALibraryIsNoneOfTheGraphs() {
        Checked.graph(graph("G").library("L", "a(int n = n()) -> int x")).findsNothing();
    }
}
