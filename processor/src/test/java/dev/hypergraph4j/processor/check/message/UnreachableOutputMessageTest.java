package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class UnreachableOutputMessageTest {
    private static final String NODES = """
            package app;

            import dev.hypergraph4j.*;

            class Nodes {
                @Node(outputName = "docs")
                String retrieve(String question) { return null; }

                @Node(outputName = "answer")
                String generate(String docs) { return null; }
            }
            """;

    @Test
    void selectedNameIsShownInSelect() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Nodes.class, select = {"docs", "anwser"})
                        class Rag {}
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/UnreachableOutput] Rag selects 'anwser', which no node of Rag produces.
                        @Graph(nodes = Nodes.class, select = {"docs", "anwser"})
                                                                      ^

                              Did you mean 'answer' (String, from Nodes.generate)?

                              How to fix:
                                - select "answer", or
                                - have a node produce it: @Node(outputName = "anwser"), or
                                - remove it from select""");
    }

    @Test
    void outputOfAnEntryMethodIsShownAtItsName() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Nodes.class)
                        interface Rag {
                            String answer(String question);

                            int ask(String question);
                        }
                        """).prints("""
                        Rag.java:9: error: [Hypergraph/UnreachableOutput] Rag.ask returns 'ask', which no node of Rag produces.
                            int ask(String question);
                                ^
                              ask : int  wanted by Rag

                              How to fix:
                                - say which output it returns: @Output("..."), or
                                - have a node produce it: @Node(outputName = "ask")""");
    }

    @Test
    void outputAnnotationIsShownThere() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Nodes.class)
                        interface Rag {
                            @Output("question")
                            String ask(String question);

                            String answer(String question);
                        }
                        """).prints("""
                        Rag.java:7: error: [Hypergraph/UnreachableOutput] Rag.ask returns 'question', which is an input of Rag: no node produces it.
                            @Output("question")
                                    ^
                              question : String  wanted by Rag

                              How to fix:
                                - say which output it returns: @Output("..."), or
                                - have a node produce it: @Node(outputName = "question")""");
    }

    @Test
    void outputThatEntrypointLeavesOutIsExplained() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Nodes.class, entrypoint = "generate", select = "docs")
                        class Rag {}
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/UnreachableOutput] Rag selects 'docs', but entrypoint leaves out the node that produces it.
                        @Graph(nodes = Nodes.class, entrypoint = "generate", select = "docs")
                                                                                      ^
                              docs : String  output of Nodes.retrieve

                              How to fix:
                                - add "retrieve", or a node before it, to entrypoint""");
    }

    @Test
    void outputThatSelectLeavesOutIsExplained() {
        Compiled.of(NODES, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Nodes.class, select = "docs")
                        interface Rag {
                            String docs(String question);

                            String answer(String question);
                        }
                        """).prints("""
                        Rag.java:9: error: [Hypergraph/UnreachableOutput] Rag.answer returns 'answer', but select leaves out the node that produces it.
                            String answer(String question);
                                   ^
                              answer : String  output of Nodes.generate

                              How to fix:
                                - add "answer" to select""");
    }
}
