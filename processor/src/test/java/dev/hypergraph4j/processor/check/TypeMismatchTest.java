package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class TypeMismatchTest {

    @Test
    void assignableTypeIsFine() {
        Checked.graph(graph("G").node("a() -> List<Doc> docs, int n").node("b(Collection<Doc> docs, long n) -> int y"))
                .findsNothing();
    }

    @Test
    void eachParameterThatCannotTakeTheValueIsRefused() {
        Checked.graph(graph("G")
                        .node("a() -> Set<Doc> docs")
                        .node("b(List<Doc> docs) -> int y")
                        .node("c(Set<Doc> docs) -> int z")
                        .node("d(String docs) -> int w"))
                .finds("TypeMismatch at G.b(docs)", "TypeMismatch at G.d(docs)");
    }

    @Test
    void parameterThatToleratesAbsenceTakesWhatMayBeAbsent() {
        Checked.graph(graph("G")
                        .node("a() -> @Nullable String hint")
                        .node("b(Optional<String> hint) -> int x")
                        .node("c(@Nullable String hint) -> int y")
                        .node("d(String hint = none) -> int z"))
                .findsNothing();
    }

    @Test
    void primitiveParameterThatNeedsWhatMayBeAbsentCannotBeNullable() {
        Sketch sketch = graph("G").node("a() -> @Nullable Integer n").node("b(int n) -> int y");

        Checked.graph(sketch).says("""
                        [Hypergraph/TypeMismatch] G.b needs 'n', but G.a, which is @Nullable, may produce none.
                            n    : Integer  output of G.a
                            n    : int      parameter of G.b(n)
                            path : a -> b -> y

                            How to fix:
                              - say what it is then, with @Default on the parameter, or
                              - remove @Nullable from G.a, if it always gives a value""");
    }

    @Test
    void nodeThatLeadsToNoOutputHasNoPath() {
        Checked.graph(graph("G").node("a() -> int n").node("log(String n)")).says("""
                        [Hypergraph/TypeMismatch] G.log takes 'n' as String, but G.a produces int.
                            n : int     output of G.a
                            n : String  parameter of G.log(n)

                            How to fix:
                              - declare the parameter as int, or
                              - have G.a produce String, or
                              - rename the parameter, if another value is meant""");
    }

    @Test
    void furtherUseIsReportedAtTheUse() {
        Sketch sketch = graph("G")
                .declare("Texts", "trim(String text) -> String trimmed")
                .node("load() -> int title")
                .use("trimTitle", "Texts.trim", "text -> title", "");

        Checked.graph(sketch)
                .finds("TypeMismatch at @Rename text -> title of trimTitle")
                .saysAlso(
                        "title : String  parameter text of Texts.trim(text), as trimTitle",
                        "- have G.load produce String, or",
                        "- rename 'text' in the @Use, if another value is meant");
    }

    @Test
    void parameterWithFromIsMendedThere() {
        Checked.graph(graph("G").node("a() -> int n").node("b(@From(n) String text) -> int y"))
                .saysAlso("- change the @From, if another value is meant");
    }

    @Test
    void valueOfAFaultyNodeIsNotCompared() {
        Checked.graph(graph("G")
                        .faulty("a() -> int n", new Fault(Fault.Kind.PRIVATE, ""))
                        .node("b(String n) -> int y"))
                .findsNothing();
    }

    @Test
    void parameterOfAFaultyNodeIsNotCompared() {
        Checked.graph(graph("G").node("a() -> int n").faulty("b(String n) -> int y", new Fault(Fault.Kind.PRIVATE, "")))
                .findsNothing();
    }

    @Test
    void valueOfTwoProducersIsNotCompared() {
        Checked.graph(graph("G").node("a() -> int n").node("b() -> String n").node("c(List<Doc> n) -> int y"))
                .finds("DuplicateOutput at G.b -> n");
    }

    @Test
    void nodesThatDoNotRunAreNotCompared() {
        Checked.graph(graph("G")
                        .library("L", "a() -> int n", "b(String n) -> int y")
                        .select("n"))
                .findsNothing();
    }

    @Test
    void incompleteGraphIsNotChecked() {
        Checked.graph(graph("G")
                        .node("a() -> int n")
                        .node("b(String n) -> int y")
                        .incomplete())
                .findsNothing();
    }
}
