package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import org.junit.jupiter.api.Test;

class NamesMissingTest {

    @Test
    void classFileWithoutNamesIsRefusedWhereItIsTakenIn() {
        Checked.graph(graph("G").namelessJar("lib.Retrieval"))
                .finds("NamesMissing at nodes lib.Retrieval")
                .says("""
                        [Hypergraph/NamesMissing] G can't use Retrieval, whose class file does not tell the names of parameters.
                            class : lib.Retrieval

                            How to fix:
                              - compile Retrieval with the Hypergraph4j processor, which writes them down beside it, or
                              - compile it with javac -parameters""");
    }

    @Test
    void whatItsParametersWouldTakeIsNotReported() {
        Checked.graph(graph("G")
                        .namelessJar("L", "a(int arg0, String arg1) -> int y")
                        .node("b(int x, String y) -> int z")
                        .entry("z(int x, int topK) -> int"))
                .finds("NamesMissing at nodes L");
    }

    @Test
    void classFileThatTellsThemIsFine() {
        Checked.graph(graph("G").jar("L", "a(int x) -> int y")).findsNothing();
    }
}
