package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class InputConflictMessageTest {

    @Test
    void typesThatNoOneTypeSatisfiesAreShownAtTheLater() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "docs")
                            String retrieve(int limit) { return null; }

                            @Node(outputName = "answer")
                            String generate(String docs, String limit) { return null; }
                        }
                        """).prints("""
                        Rag.java:11: error: [Hypergraph/InputConflict] Rag.generate takes the input 'limit' as String, but Rag.retrieve takes it as int.
                            String generate(String docs, String limit) { return null; }
                                                                ^
                              limit : String  parameter of Rag.generate(docs, limit)
                              limit : int     parameter of Rag.retrieve(limit)

                              How to fix:
                                - declare both with one type, or
                                - rename one of the parameters, if they are two inputs""");
    }

    @Test
    void typeOfAnEntryMethodIsShownThere() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        interface Rag {
                            String answer(Object question);

                            @Node(outputName = "answer")
                            static String generate(String question) { return null; }
                        }
                        """).prints("""
                        Rag.java:7: error: [Hypergraph/InputConflict] Rag.answer takes the input 'question' as Object, but Rag.generate takes it as String.
                            String answer(Object question);
                                                 ^
                              question : Object  parameter of Rag.answer(question)
                              question : String  parameter of Rag.generate(question)

                              How to fix:
                                - declare both with one type, or
                                - rename one of the parameters, if they are two inputs""");
    }

    @Test
    void twoDefaultsAreShownAtTheLater() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "docs")
                            String retrieve(@Default("5") int topK) { return null; }

                            @Node(outputName = "answer")
                            String generate(String docs, @Default("10") int topK) { return null; }
                        }
                        """).prints("""
                        Rag.java:11: error: [Hypergraph/InputConflict] The input 'topK' has the default 10 in Rag.generate, but 5 in Rag.retrieve.
                            String generate(String docs, @Default("10") int topK) { return null; }
                                                                            ^
                              topK : 10  parameter of Rag.generate(docs, topK)
                              topK : 5   parameter of Rag.retrieve(topK)

                              How to fix:
                                - write one default, in both places or in one: it holds for both, or
                                - rename one of the parameters, if they are two inputs""");
    }

    @Test
    void entryMethodThatMayGiveNothingIsShownWhereANodeNeedsIt() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph
                        interface Rag {
                            String answer(Optional<String> question);

                            @Node(outputName = "answer")
                            static String generate(String question) { return null; }
                        }
                        """).prints("""
                        Rag.java:8: error: [Hypergraph/InputConflict] Rag.answer may be called without 'question', but Rag.generate needs it and there is no default.
                            String answer(Optional<String> question);
                                                           ^
                              question : String  optional parameter of Rag.answer(question)
                              question : String  parameter of Rag.generate(question)

                              How to fix:
                                - require it: declare the parameter of Rag.answer as String, or
                                - say what it is then, with @Default on the parameter of Rag.generate""");
    }
}
