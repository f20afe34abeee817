package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.UnknownReference.Kind;
import org.junit.jupiter.api.Test;

class UnknownNodeTest {

    @Test
    void classWithoutNodesIsRefused() {
        Checked.graph(graph("G").unknown(Kind.NODE_CLASS, "Other")).says("""
                        [Hypergraph/UnknownNode] G takes nodes from Other, which has no node method.

                            How to fix:
                              - annotate the methods of Other that are to be nodes with @Node, or
                              - remove it from nodes""");
    }

    @Test
    void graphIsRefused() {
        Checked.graph(graph("G").unknown(Kind.NOT_A_GRAPH, "Other")).says("""
                        [Hypergraph/UnknownNode] G takes nodes from Other, which is a graph itself.

                            How to fix:
                              - move the nodes that both need to a class without @Graph, and list that in both""");
    }

    @Test
    void methodThatIsNoNodeIsRefused() {
        Checked.graph(graph("G").unknown(Kind.NODE_METHOD, "Texts.trm", "trim", "join"))
                .says("""
                        [Hypergraph/UnknownNode] G uses Texts.trm, which is no node method.
                            nodes : join and trim

                            Did you mean 'trim'?

                            How to fix:
                              - name a node method in the @Use, as its class calls it""");
    }

    @Test
    void entrypointThatIsNoNodeIsRefused() {
        Checked.graph(graph("G")
                        .node("b(int x) -> int y")
                        .node("again: a(int y) -> int z")
                        .entrypoint("b", "agian"))
                .finds("UnknownNode at entrypoint agian")
                .says("""
                        [Hypergraph/UnknownNode] G starts from 'agian', which is none of its nodes.
                            nodes : again and b

                            Did you mean 'again'?

                            How to fix:
                              - name a node in entrypoint; a node is called as its method unless @Node(name) says otherwise""");
    }

    @Test
    void whatFollowsFromAnUnknownEntrypointIsNotReported() {
        Checked.graph(graph("G")
                        .node("a(int x) -> int y")
                        .node("b(int y) -> int z")
                        .entrypoint("c")
                        .inputs("y"))
                .finds("UnknownNode at entrypoint c", "UnknownInput at inputs y");
    }

    @Test
    void entrypointMayNameWhatCouldNotBeRead() {
        Checked.graph(graph("G")
                        .node("a() -> int y")
                        .unknown(Kind.NODE_CLASS, "Other")
                        .entrypoint("b"))
                .finds("UnknownNode at reference Other");
    }
}
