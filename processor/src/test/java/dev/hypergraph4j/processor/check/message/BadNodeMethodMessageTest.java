package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class BadNodeMethodMessageTest {

    @Test
    void singleFaultIsTheSentence() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "trimmed")
                            private String trim(String text) { return null; }
                        }
                        """).prints("""
                        Texts.java:7: error: [Hypergraph/BadNodeMethod] Texts.trim can't be a node: it is private.
                            private String trim(String text) { return null; }
                                           ^

                              How to fix:
                                - remove 'private'""");
    }

    @Test
    void severalFaultsAreOneMessage() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = {"trimmed", "rest"})
                            private <T extends CharSequence> String trim(T... texts) { return null; }
                        }
                        """).prints("""
                        Texts.java:7: error: [Hypergraph/BadNodeMethod] Texts.trim can't be a node for 4 reasons.
                            private <T extends CharSequence> String trim(T... texts) { return null; }
                                                                    ^
                              1 : it is private                                               remove 'private'
                              2 : it has type parameters (T)                                  declare it with the types that the graph uses
                              3 : it has a variable number of arguments                       take a List or an array
                              4 : it has several output names but returns no record (String)  return a record with a component for each of 'trimmed' and 'rest'""");
    }

    @Test
    void everyFaultHasItsWords() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        abstract class Texts<T> {
                            record Parts(String head, String tail) {}

                            @Node(outputName = "none")
                            static void log(String text) {}

                            @Node
                            static String unnamed(String text) { return null; }

                            @Node(outputName = {"head", "rest"})
                            static Parts split(String text) { return null; }

                            @Node(outputName = {"head", "head"})
                            static Parts repeat(String text) { return null; }

                            @Node(outputName = "bare")
                            String bare(String text) { return null; }

                            @Node(outputName = "open")
                            static String open(Hidden hidden) { return null; }

                            private static class Hidden {
                                @Node(outputName = "closed")
                                static String closed(String text) { return null; }
                            }
                        }
                        """).prints("""
                        Texts.java:9: error: [Hypergraph/BadNodeMethod] Texts.log can't be a node: it returns nothing but has an outputName.
                            static void log(String text) {}
                                        ^

                              How to fix:
                                - return the value, or remove outputName

                        Texts.java:12: error: [Hypergraph/BadNodeMethod] Texts.unnamed can't be a node: it returns String but has no outputName.
                            static String unnamed(String text) { return null; }
                                          ^

                              How to fix:
                                - name the value: @Node(outputName = "...")

                        Texts.java:15: error: [Hypergraph/BadNodeMethod] Texts.split can't be a node: it has the output name 'rest', which is no component of the record it returns.
                            static Parts split(String text) { return null; }
                                         ^

                              How to fix:
                                - name a component of the record

                        Texts.java:18: error: [Hypergraph/BadNodeMethod] Texts.repeat can't be a node: it has the output name 'head' twice.
                            static Parts repeat(String text) { return null; }
                                         ^

                              How to fix:
                                - name each output once

                        Texts.java:21: error: [Hypergraph/BadNodeMethod] Texts.bare can't be a node: it is in a class with type parameters (Texts).
                            String bare(String text) { return null; }
                                   ^

                              How to fix:
                                - remove the type parameters of the class, or put the nodes into a class without

                        Texts.java:24: error: [Hypergraph/BadNodeMethod] Texts.open can't be a node: it has the type Hidden, which its own package can't see.
                            static String open(Hidden hidden) { return null; }
                                          ^

                              How to fix:
                                - make the type visible in its package

                        Texts.java:28: error: [Hypergraph/BadNodeMethod] Hidden.closed can't be a node: it is in a private class (Hidden).
                                static String closed(String text) { return null; }
                                              ^

                              How to fix:
                                - remove 'private' from the class""");
    }

    @Test
    void abstractMethodOfAGraphIsNoNode() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        interface Rag {
                            @Node(outputName = "answer")
                            String generate(String question);
                        }
                        """).prints("""
                        Rag.java:8: error: [Hypergraph/BadNodeMethod] Rag.generate can't be a node: it is abstract.
                            String generate(String question);
                                   ^

                              How to fix:
                                - give it a body""");
    }

    @Test
    void typeThatTheGraphCannotSeeIsShownOnceForEachGraph() {
        Compiled.of("""
                        package lib;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        public class Retrieval {
                            record Doc(String text) {}

                            @Node(outputName = "docs")
                            public List<Doc> retrieve(String question) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = lib.Retrieval.class)
                        class Rag {}
                        """).prints("""
                        Retrieval.java:10: error: [Hypergraph/BadNodeMethod] Rag can't use Retrieval.retrieve: the package 'app' can't see List<Doc>.
                            public List<Doc> retrieve(String question) { return null; }
                                             ^
                              node  : Retrieval.retrieve(question)
                              graph : app.Rag

                              How to fix:
                                - make List<Doc> public, or
                                - move Rag to the package 'lib'""");
    }

    @Test
    void consumersOfAFaultyNodeAreNotBlamed() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(inputs = "question")
                        class Rag {
                            @Node(outputName = {"docs", "count"})
                            String retrieve(String question) { return null; }

                            @Node(outputName = "answer")
                            String generate(String docs, int count) { return null; }
                        }
                        """).prints("""
                        Rag.java:8: error: [Hypergraph/BadNodeMethod] Rag.retrieve can't be a node: it has several output names but returns no record (String).
                            String retrieve(String question) { return null; }
                                   ^

                              How to fix:
                                - return a record with a component for each of 'docs' and 'count'""");
    }

    @Test
    void faultyLibraryIsBlamedOnceAndNotTheGraphsThatUseIt() {
        String graph = """
                package app;

                import dev.hypergraph4j.*;

                @Graph(nodes = Texts.class, select = "trimmed")
                class First {
                    static final Class<?> GENERATED = FirstGraph.class;
                }
                """;
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node
                            String trim(String text) { return null; }
                        }
                        """, graph, graph.replace("First", "Second")).prints("""
                        Texts.java:7: error: [Hypergraph/BadNodeMethod] Texts.trim can't be a node: it returns String but has no outputName.
                            String trim(String text) { return null; }
                                   ^

                              How to fix:
                                - name the value: @Node(outputName = "...")""");
    }

    @Test
    void gatesAndQuestionsHaveFaultsOfTheirOwn() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Gates {
                            @Route
                            int decide(String question) { return 1; }

                            @Node(outputName = "answer", timeout = "5 s", retry = @Retry(maxAttempts = 0))
                            @Interrupt(answerName = "approved")
                            String approve(String draft) { return draft; }
                        }
                        """).prints("""
                        Gates.java:7: error: [Hypergraph/BadNodeMethod] Gates.decide can't be a node: it is a gate and returns int.
                            int decide(String question) { return 1; }
                                ^

                              How to fix:
                                - return a constant of an enum, a String, or a Set or List of these

                        Gates.java:11: error: [Hypergraph/BadNodeMethod] Gates.approve can't be a node for 3 reasons.
                            String approve(String draft) { return draft; }
                                   ^
                              1 : it has the annotations @Node and @Interrupt                      keep one of them
                              2 : it has @Retry(maxAttempts = 0), and would never run              write 1 or more
                              3 : it has timeout = "5 s", which is no ISO 8601 duration that fits  write "PT30S" for half a minute""");
    }
}
