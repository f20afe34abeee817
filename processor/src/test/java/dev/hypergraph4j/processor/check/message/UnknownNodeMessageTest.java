package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class UnknownNodeMessageTest {
    private static final String NODES = """
            package app;

            import dev.hypergraph4j.*;

            class Nodes {
                @Node(outputName = "docs")
                String retrieve(String question) { return null; }
            }
            """;

    @Test
    void classWithoutNodesIsShownInNodes() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = {Nodes.class, String.class}, inputs = "question", select = "docs")
                        class Rag {}
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/UnknownNode] Rag takes nodes from String, which has no node method.
                        @Graph(nodes = {Nodes.class, String.class}, inputs = "question", select = "docs")
                                                           ^

                              How to fix:
                                - annotate the methods of String that are to be nodes with @Node, or
                                - remove it from nodes""");
    }

    @Test
    void graphIsNoNodeClass() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Inner {
                            @Node(outputName = "docs")
                            String retrieve(String question) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Inner.class)
                        interface Rag {
                            String docs(String question);
                        }
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/UnknownNode] Rag takes nodes from Inner, which is a graph itself.
                        @Graph(nodes = Inner.class)
                                            ^

                              How to fix:
                                - move the nodes that both need to a class without @Graph, and list that in both""");
    }

    @Test
    void methodThatIsNoNodeIsShownInTheUse() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        @Use(type = Nodes.class, method = "retreive", name = "again")
                        class Rag {}
                        """).prints("""
                        Rag.java:6: error: [Hypergraph/UnknownNode] Rag uses Nodes.retreive, which is no node method.
                        @Use(type = Nodes.class, method = "retreive", name = "again")
                                                          ^
                              nodes : retrieve

                              Did you mean 'retrieve'?

                              How to fix:
                                - name a node method in the @Use, as its class calls it""");
    }

    @Test
    void entrypointThatIsNoNodeIsShownThere() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Nodes.class, entrypoint = "retreive")
                        class Rag {}
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/UnknownNode] Rag starts from 'retreive', which is none of its nodes.
                        @Graph(nodes = Nodes.class, entrypoint = "retreive")
                                                                 ^
                              nodes : retrieve

                              Did you mean 'retrieve'?

                              How to fix:
                                - name a node in entrypoint; a node is called as its method unless @Node(name) says otherwise""");
    }
}
