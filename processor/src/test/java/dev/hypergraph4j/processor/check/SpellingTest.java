package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void typesAreSimpleNames() {
        Checked.graph(graph("G").node("a() -> List<a.Doc> docs").node("b(Set<a.Doc> docs) -> int y"))
                .saysFirst("G.b takes 'docs' as Set<Doc>, but G.a produces List<Doc>.");
    }

    @Test
    void typesThatShareASimpleNameAreQualified() {
        Checked.graph(graph("G").node("a() -> a.Doc doc").node("b(b.Doc doc) -> int y"))
                .saysFirst("G.b takes 'doc' as b.Doc, but G.a produces a.Doc.");
    }

    @Test
    void typeArgumentsCountToo() {
        Checked.graph(graph("G").node("a() -> List<a.Doc> docs").node("b(Set<b.Doc> docs) -> int y"))
                .saysFirst("G.b takes 'docs' as java.util.Set<b.Doc>, but G.a produces java.util.List<a.Doc>.");
    }

    @Test
    void othersInTheMessageStaySimple() {
        Checked.graph(graph("G").node("a(a.Doc it) -> int x").node("b(b.Doc it) -> int y"))
                .says("""
                        [Hypergraph/InputConflict] G.b takes the input 'it' as b.Doc, but G.a takes it as a.Doc.
                            it : b.Doc  parameter of G.b(it)
                            it : a.Doc  parameter of G.a(it)

                            How to fix:
                              - declare both with one type, or
                              - rename one of the parameters, if they are two inputs""");
    }

    @Test
    void ownersThatShareASimpleNameAreQualified() {
        Checked.graph(graph("G").library("a.L", "x() -> int it").library("b.L", "y(String it) -> int y"))
                .saysFirst("b.L.y takes 'it' as String, but a.L.x produces int.");
    }
}
