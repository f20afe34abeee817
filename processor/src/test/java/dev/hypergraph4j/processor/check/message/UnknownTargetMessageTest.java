package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import dev.hypergraph4j.processor.javac.Library;
import org.junit.jupiter.api.Test;

class UnknownTargetMessageTest {
    private static final String GATES = """
            package lib;

            import dev.hypergraph4j.*;

            public class Gates {
                public enum Next { search, answer }

                @Route
                public static Next decide(String question) { return Next.search; }
            }
            """;
    private static final String RAG = """
            package app;

            import dev.hypergraph4j.*;

            @Graph(nodes = lib.Gates.class)
            class Rag {
                @Node(outputName = "docs")
                String search(String question) { return question; }
            }
            """;

    @Test
    void nameIsShownWhereTheAnnotationHasIt() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Rag {
                            @Route(targets = {"search", "anwser", Gate.END}, fallback = "decide")
                            String decide(String question) { return "search"; }

                            @IfElse(whenTrue = "search", whenFalse = "guess")
                            boolean knows(String question) { return true; }

                            @Node(outputName = "docs")
                            String search(String question) { return question; }

                            @Node(outputName = "reply")
                            String answer(String question) { return question; }
                        }
                        """).prints("""
                        Rag.java:7: error: [Hypergraph/UnknownTarget] Rag.decide opens 'anwser', which is no node of Rag.
                            @Route(targets = {"search", "anwser", Gate.END}, fallback = "decide")
                                                        ^
                              nodes : answer, knows and search

                              Did you mean 'answer'?

                              How to fix:
                                - write 'answer', or
                                - write Gate.END, if the path ends there

                        Rag.java:7: error: [Hypergraph/UnknownTarget] Rag.decide falls back to itself.
                            @Route(targets = {"search", "anwser", Gate.END}, fallback = "decide")
                                                                                        ^
                              gate : Rag.decide(question)

                              How to fix:
                                - name the node that leads back to it

                        Rag.java:10: error: [Hypergraph/UnknownTarget] Rag.knows opens 'guess', which is no node of Rag.
                            @IfElse(whenTrue = "search", whenFalse = "guess")
                                                                     ^
                              nodes : answer, decide and search

                              How to fix:
                                - add a node 'guess' to Rag, or
                                - write Gate.END, if the path ends there""");
    }

    @Test
    void constantThatLeadsNowhereIsShownAtTheMethod() {
        Compiled.of(GATES, RAG).prints("""
                        Gates.java:9: error: [Hypergraph/UnknownTarget] Gates.decide opens 'answer' by Next.answer, which is no node of Rag.
                            public static Next decide(String question) { return Next.search; }
                                               ^
                              nodes : search

                              How to fix:
                                - add a node 'answer' to Rag, or
                                - say which node Next.answer means: @Target("..."), or
                                - write @Target(Gate.END), if the path ends there""");
    }

    @Test
    void gateOfAJarIsShownWhereItIsTakenIn() {
        Library.compiled(GATES).compile(RAG).prints("""
                        Rag.java:5: error: [Hypergraph/UnknownTarget] Gates.decide opens 'answer' by Next.answer, which is no node of Rag.
                        @Graph(nodes = lib.Gates.class)
                                                ^
                              nodes : search

                              How to fix:
                                - add a node 'answer' to Rag, or
                                - say which node Next.answer means: @Target("..."), or
                                - write @Target(Gate.END), if the path ends there""");
    }

    @Test
    void targetWithoutConstantIsShownWithTheClass() {
        Compiled.of(GATES.replace("@Route", "@Route(targets = {\"search\", \"answer\", \"guess\"})"))
                .prints("""
                        Gates.java:8: error: [Hypergraph/UnknownTarget] Gates.decide lists the target 'guess', which no constant of Next leads to.
                            @Route(targets = {"search", "answer", "guess"})
                                                                  ^
                              leads to : answer and search

                              How to fix:
                                - give Next a constant for it, or
                                - remove it from targets""");
    }
}
