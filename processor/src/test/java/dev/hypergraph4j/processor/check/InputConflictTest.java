package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InputConflictTest {

    @Nested
    class OfTypes {

        @Test
        void oneTypeThatAllAcceptIsEnough() {
            Checked.graph(graph("G")
                            .node("a(Object docs, Integer n) -> int x")
                            .node("b(Collection<Doc> docs, long n) -> int y")
                            .node("c(List<Doc> docs, int n) -> int z"))
                    .findsNothing();
        }

        @Test
        void typesOfWhichNoneServesAllAreRefusedAtTheLater() {
            Checked.graph(graph("G").node("a(int n) -> int x").node("b(String n) -> int y"))
                    .finds("InputConflict at G.b(n)")
                    .saysFirst("G.b takes the input 'n' as String, but G.a takes it as int.");
        }

        @Test
        void typesThatFitInPairsOnlyAreRefused() {
            Checked.graph(graph("G")
                            .node("a(Integer n) -> int x")
                            .node("b(int n) -> int y")
                            .node("c(short n) -> int z"))
                    .finds("InputConflict at G.c(n)")
                    .saysFirst("G.c takes the input 'n' as short, but G.a takes it as Integer.");
        }

        @Test
        void narrowestTypeIsComparedWithThoseBeforeItToo() {
            Checked.graph(graph("G")
                            .node("a(int n) -> int x")
                            .node("b(Integer n) -> int y")
                            .node("c(short n) -> int z"))
                    .finds("InputConflict at G.c(n)")
                    .saysFirst("G.c takes the input 'n' as short, but G.b takes it as Integer.");
        }

        @Test
        void firstOfManyIsNamedWhereItDiffers() {
            Checked.graph(graph("G")
                            .node("a(String n) -> int x")
                            .node("b(int n) -> int y")
                            .node("c(String n) -> int z"))
                    .finds("InputConflict at G.b(n)");
        }

        @Test
        void entryMethodMayGiveASpecialType() {
            Checked.graph(graph("G")
                            .library("L", "a(Collection<Doc> docs) -> int x", "b(Object docs) -> int y")
                            .entry("x(List<Doc> docs) -> int")
                            .entry("y(List<Doc> docs) -> int"))
                    .findsNothing();
        }

        @Test
        void entryMethodThatGivesTooGeneralATypeIsRefused() {
            Checked.graph(graph("G").library("L", "a(List<Doc> docs) -> int x").entry("x(Collection<Doc> docs) -> int"))
                    .finds("InputConflict at G.x(docs)")
                    .saysFirst("G.x takes the input 'docs' as Collection<Doc>, but L.a takes it as List<Doc>.");
        }

        @Test
        void entryMethodsOfWhichNoneIsGeneralEnoughAreRefusedAtTheLater() {
            Checked.graph(graph("G")
                            .library("L", "a(Object it) -> int x", "b(Object it) -> int y")
                            .entry("x(String it) -> int")
                            .entry("y(int it) -> int"))
                    .finds("InputConflict at G.y(it)")
                    .saysFirst("G.y takes the input 'it' as int, but G.x takes it as String.");
        }

        @Test
        void generalEntryMethodServesSpecialOnesInAnyOrder() {
            Checked.graph(graph("G")
                            .library("L", "a(Object it) -> int x", "b(Object it) -> int y")
                            .entry("x(List<Doc> it) -> int")
                            .entry("y(Collection<Doc> it) -> int"))
                    .findsNothing();
        }

        @Test
        void parametersOfFaultyNodesHaveNoSay() {
            Checked.graph(graph("G")
                            .faulty("a(int n) -> int x", new Fault(Fault.Kind.PRIVATE, ""))
                            .node("b(String n) -> int y"))
                    .findsNothing();
        }

        @Test
        void typeIsToldBeforeDefaults() {
            Checked.graph(graph("G").node("a(int n = 5) -> int x").node("b(String n = 6) -> int y"))
                    .finds("InputConflict at G.b(n)")
                    .saysFirst("G.b takes the input 'n' as String, but G.a takes it as int.");
        }
    }

    @Nested
    class OfDefaults {

        @Test
        void oneDefaultHoldsForAll() {
            Checked.graph(graph("G")
                            .node("a(int n) -> int x")
                            .node("b(int n = 5) -> int y")
                            .node("c(int n = 5) -> int z"))
                    .findsNothing();
        }

        @Test
        void sameTextForDifferentTypesIsOneDefault() {
            Checked.graph(graph("G").node("a(int n = 5) -> int x").node("b(long n = 5) -> int y"))
                    .findsNothing();
        }

        @Test
        void otherDefaultIsRefusedAtTheLater() {
            Checked.graph(graph("G").node("a(int n = 5) -> int x").node("b(int n = 6) -> int y"))
                    .finds("InputConflict at G.b(n)");
        }

        @Test
        void defaultOfAnEntryMethodIsRefusedThere() {
            Checked.graph(graph("G").library("L", "a(int n = 5) -> int x").entry("x(int n = 6) -> int"))
                    .finds("InputConflict at G.x(n)")
                    .saysFirst("The input 'n' has the default 6 in G.x, but 5 in L.a.");
        }

        @Test
        void methodOfTheGraphIsADefaultToo() {
            Checked.graph(graph("G").provider("int n").library("L", "a(int n = 5) -> int x"))
                    .says("""
                            [Hypergraph/InputConflict] The input 'n' has the default G.n() in G.n(), but 5 in L.a.
                                n : G.n()  default method of G
                                n : 5      parameter of L.a(n)

                                How to fix:
                                  - write one default, in both places or in one: it holds for both, or
                                  - rename one of the parameters, if they are two inputs""");
        }

        @Test
        void methodOfTheGraphIsOneDefaultWithItself() {
            Checked.graph(graph("G")
                            .provider("int n")
                            .node("a(int n = n()) -> int x")
                            .node("b(int n) -> int y"))
                    .findsNothing();
        }

        @Test
        void unfitDefaultHasNoSay() {
            Checked.graph(graph("G").node("a(int n = !five) -> int x").node("b(int n = 5) -> int y"))
                    .findsNothing();
        }
    }

    @Nested
    class OfAbsence {

        @Test
        void entryMethodThatMayGiveNothingIsRefusedIfANodeNeedsIt() {
            Checked.graph(graph("G").library("L", "a(String q) -> int x").entry("x(@Nullable String q) -> int"))
                    .finds("InputConflict at G.x(q)")
                    .saysFirst("G.x may be called without 'q', but L.a needs it and there is no default.");
        }

        @Test
        void eachSuchEntryMethodIsRefused() {
            Checked.graph(graph("G")
                            .library("L", "a(String q) -> int x, int y")
                            .entry("x(Optional<String> q) -> int")
                            .entry("y(Optional<String> q) -> int"))
                    .finds("InputConflict at G.x(q)", "InputConflict at G.y(q)");
        }

        @Test
        void itMayIfEveryNodeCanDoWithout() {
            Checked.graph(graph("G")
                            .library("L", "a(Optional<String> q) -> int x")
                            .entry("x(@Nullable String q) -> int"))
                    .findsNothing();
        }

        @Test
        void itMayIfThereIsADefault() {
            Sketch sketch = graph("G")
                    .library("L", "a(String q) -> int x", "b(String q = all) -> int y")
                    .entry("x(Optional<String> q) -> int")
                    .entry("y(Optional<String> q) -> int");

            Checked.graph(sketch).findsNothing();
        }
    }
}
