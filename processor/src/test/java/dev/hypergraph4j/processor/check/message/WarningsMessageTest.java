package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class WarningsMessageTest {
    private static final String UNUSED_OUTPUT = """
            package app;

            import dev.hypergraph4j.*;

            @Graph(select = "words")
            class Texts {
                record Counts(int words, int lines) {}

                @Node(outputName = {"words", "lines"})
                Counts count(String text) { return null; }
            }
            """;

    private static final String DEAD_NODE = """
            package app;

            import dev.hypergraph4j.*;

            @Graph(select = "words")
            class Texts {
                @Node(outputName = "words")
                int count(String text) { return 0; }

                @Node(outputName = "lines")
                int countLines(String text) { return 0; }
            }
            """;

    private static final String SUSPICIOUS_INPUT = """
            package app;

            import dev.hypergraph4j.*;
            import java.util.*;

            @Graph
            class Rag {
                @Node(outputName = "docs")
                List<String> retrieve(String question) { return null; }

                @Node(outputName = "answer")
                String generate(String doc) { return null; }
            }
            """;

    @Test
    void outputThatNobodyGetsIsShownAtItsName() {
        Compiled.of(UNUSED_OUTPUT).prints("""
                        Texts.java:9: warning: [Hypergraph/UnusedOutput] Texts.count produces 'lines', which no node takes and Texts does not give.
                            @Node(outputName = {"words", "lines"})
                                                         ^
                              lines : int  output of Texts.count

                              How to fix:
                                - remove "lines" from its outputName, or
                                - add "lines" to select, or
                                - say @SuppressWarnings("hypergraph:UnusedOutput")""");
    }

    @Test
    void nodeThatNeverRunsIsShownAtTheMethod() {
        Compiled.of(DEAD_NODE).prints("""
                        Texts.java:11: warning: [Hypergraph/DeadNode] Texts.countLines never runs: no output of Texts needs it.
                            int countLines(String text) { return 0; }
                                ^
                              node    : Texts.countLines(text)
                              outputs : words

                              How to fix:
                                - remove it, or take its output where it is needed, or
                                - say @SuppressWarnings("hypergraph:DeadNode")""");
    }

    @Test
    void inputWithTheNameOfAnotherTypeIsShownAtTheParameter() {
        Compiled.of(SUSPICIOUS_INPUT).prints("""
                        Rag.java:12: warning: [Hypergraph/SuspiciousInput] Rag.generate takes the input 'doc', whose name is close to 'docs', which a node of Rag produces.
                            String generate(String doc) { return null; }
                                                   ^
                              doc : String  parameter of Rag.generate(doc)

                              Did you mean 'docs' (List<String>, from Rag.retrieve)?

                              How to fix:
                                - annotate the parameter @Input, if the caller is to give 'doc', or
                                - rename the parameter to 'docs' and take List<String>""");
    }

    @Test
    void warningsAreSilencedOnTheElementOrAroundIt() {
        Compiled.of(UNUSED_OUTPUT.replace("@Node", "@SuppressWarnings(\"hypergraph:UnusedOutput\") @Node"))
                .printsNothing();
        Compiled.of(DEAD_NODE.replace("@Graph", "@SuppressWarnings({\"unused\", \"hypergraph:DeadNode\"}) @Graph"))
                .printsNothing();
        Compiled.of(SUSPICIOUS_INPUT.replace(
                        "String doc)", "@SuppressWarnings(\"hypergraph:SuspiciousInput\") String doc)"))
                .printsNothing();
    }

    @Test
    void inputAnnotationSaysThatTheNameIsMeant() {
        Compiled.of(SUSPICIOUS_INPUT.replace("String doc)", "@Input String doc)"))
                .printsNothing();
    }
}
