package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.UnknownReference;
import org.junit.jupiter.api.Test;

class UnreachableOutputTest {

    @Test
    void selectedOutputThatNobodyGivesIsRefused() {
        Checked.graph(graph("G").node("a(int x) -> int y").select("y", "w"))
                .finds("UnreachableOutput at select w")
                .says("""
                        [Hypergraph/UnreachableOutput] G selects 'w', which no node of G produces.

                            How to fix:
                              - have a node produce it: @Node(outputName = "w"), or
                              - remove it from select""");
    }

    @Test
    void selectedInputIsExplained() {
        Checked.graph(graph("G").node("a(int x) -> int y").select("y", "x"))
                .saysFirst("G selects 'x', which is an input of G: no node produces it.");
    }

    @Test
    void outputOfAFittingTypeIsGuessed() {
        Checked.graph(graph("G")
                        .library("L", "a() -> int answers, String answer")
                        .entry("anwser() -> int"))
                .finds("UnreachableOutput at G.anwser")
                .saysAlso(
                        "anwser : int  wanted by G",
                        "Did you mean 'answers' (int, from L.a)?",
                        "- say which output it returns: @Output(\"answers\"), or");
    }

    @Test
    void onlyOutputOfTheTypeIsProposedThoughItsNameIsFar() {
        Checked.graph(graph("G").library("L", "a() -> int y, String z").entry("find() -> int"))
                .saysAlso("- say which output it returns: @Output(\"y\"), or");
        Checked.graph(graph("G").library("L", "a() -> int y, int z").entry("find() -> int"))
                .saysAlso("- say which output it returns: @Output(\"...\"), or");
    }

    @Test
    void guessOfAnotherTypeIsToldApart() {
        Checked.graph(graph("G").library("L", "a() -> a.Doc doc").entry("docs() -> b.Doc"))
                .saysAlso("docs : b.Doc  wanted by G", "Did you mean 'doc' (a.Doc, from L.a)?");
    }

    @Test
    void outputAnnotationIsReportedThere() {
        Checked.graph(graph("G").library("L", "a() -> int y").entry("ask() -> int from z"))
                .finds("UnreachableOutput at @Output of G.ask");
    }

    @Test
    void parametersOfItsEntryMethodAreNotReportedAsWell() {
        Checked.graph(graph("G")
                        .library("L", "a(int x) -> int answer", "b(int w) -> int rating")
                        .entry("anwser(int x) -> int")
                        .entry("rating(int w) -> int"))
                .finds("UnreachableOutput at G.anwser");
    }

    @Test
    void outputThatIsLeftOutIsExplained() {
        Checked.graph(graph("G")
                        .node("a() -> int y")
                        .node("b(int y) -> int z")
                        .entrypoint("b")
                        .select("y"))
                .finds("UnreachableOutput at select y")
                .saysFirst("G selects 'y', but entrypoint leaves out the node that produces it.");
        Checked.graph(graph("G")
                        .library("L", "a() -> int y", "b(int y) -> int z")
                        .entry("z() -> int")
                        .select("y"))
                .finds("UnreachableOutput at G.z")
                .saysFirst("G.z returns 'z', but select leaves out the node that produces it.");
    }

    @Test
    void wholeResultPromisesNothing() {
        Checked.graph(graph("G").library("L", "a() -> int y").entry("result() -> RunResult"))
                .findsNothing();
    }

    @Test
    void nothingIsSaidWhereOutputsAreNotKnown() {
        Checked.graph(graph("G")
                        .node("a() -> int y")
                        .unknown(UnknownReference.Kind.NODE_CLASS, "Other")
                        .select("z"))
                .finds("UnknownNode at reference Other");
        Checked.graph(graph("G")
                        .node("a() -> int y")
                        .faulty("b()", new Fault(Fault.Kind.OUTPUT_MISSING, "int"))
                        .select("z"))
                .findsNothing();
    }

    @Test
    void nothingIsSaidWhereTheGuessHasAMistake() {
        Checked.graph(graph("G").node("a() -> int my-docs").select("mydocs")).findsNothing();
    }

    @Test
    void nothingIsSaidOfAFaultyEntryMethod() {
        Checked.graph(graph("G")
                        .library("L", "a() -> int y")
                        .entry("z() -> nothing")
                        .entry("y() -> int"))
                .finds("BadEntryMethod at G.z");
    }
}
