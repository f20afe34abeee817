package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class BadDefaultMessageTest {

    @Test
    void textIsShownInTheAnnotation() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Retrieval {
                            @Node(outputName = "docs")
                            String retrieve(@Default("five") int topK) { return null; }
                        }
                        """).prints("""
                        Retrieval.java:7: error: [Hypergraph/BadDefault] The default "five" of 'topK' is no int.
                            String retrieve(@Default("five") int topK) { return null; }
                                                     ^
                              topK : int  parameter of Retrieval.retrieve(topK)

                              How to fix:
                                - write a text that is a value of int, or
                                - let a method provide it: @Default static int topK() { ... }""");
    }

    @Test
    void otherTypesHaveTheirReasons() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.time.*;
                        import java.util.*;

                        class Retrieval {
                            enum Order { BEST, NEWEST }

                            @Node(outputName = "docs")
                            String retrieve(
                                    @Default("OLDEST") Order order,
                                    @Default("2 s") Duration patience,
                                    @Default("de") Locale locale,
                                    @Default int topK) { return null; }
                        }
                        """).prints("""
                        Retrieval.java:12: error: [Hypergraph/BadDefault] The default "OLDEST" of 'order' is no constant of Order (BEST, NEWEST).
                                    @Default("OLDEST") Order order,
                                             ^
                              order : Order  parameter of Retrieval.retrieve(order, patience, locale, topK)

                              How to fix:
                                - write a text that is a value of Order, or
                                - let a method provide it: @Default static Order order() { ... }

                        Retrieval.java:13: error: [Hypergraph/BadDefault] The default "2 s" of 'patience' is no Duration in ISO-8601 form (as PT2S).
                                    @Default("2 s") Duration patience,
                                             ^
                              patience : Duration  parameter of Retrieval.retrieve(order, patience, locale, topK)

                              How to fix:
                                - write a text that is a value of Duration, or
                                - let a method provide it: @Default static Duration patience() { ... }

                        Retrieval.java:14: error: [Hypergraph/BadDefault] The default "de" of 'locale' can't be written as a Locale.
                                    @Default("de") Locale locale,
                                             ^
                              locale : Locale  parameter of Retrieval.retrieve(order, patience, locale, topK)

                              How to fix:
                                - write a text that is a value of Locale, or
                                - let a method provide it: @Default static Locale locale() { ... }

                        Retrieval.java:15: error: [Hypergraph/BadDefault] The @Default of 'topK' needs a literal.
                                    @Default int topK) { return null; }
                                    ^
                              topK : int  parameter of Retrieval.retrieve(order, patience, locale, topK)

                              How to fix:
                                - write a text that is a value of int, or
                                - let a method provide it: @Default static int topK() { ... }""");
    }

    @Test
    void methodThatProvidesNothingIsShownThere() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        class Retrieval {
                            @Default
                            Locale locale() { return null; }

                            @Default
                            static String order() { return null; }

                            @Default
                            static String unknown() { return null; }

                            @Node(outputName = "docs")
                            String retrieve(Locale locale, int order) { return null; }
                        }
                        """).prints("""
                        Retrieval.java:8: error: [Hypergraph/BadDefault] The default method Retrieval.locale() is not static.
                            Locale locale() { return null; }
                                   ^

                              How to fix:
                                - make it a static method without parameters, named as the input, that returns the default

                        Retrieval.java:11: error: [Hypergraph/BadDefault] The default method Retrieval.order() gives String where int is wanted.
                            static String order() { return null; }
                                          ^

                              How to fix:
                                - make it a static method without parameters, named as the input, that returns the default

                        Retrieval.java:14: error: [Hypergraph/BadDefault] The default method Retrieval.unknown() is named as no parameter of a node in this class.
                            static String unknown() { return null; }
                                          ^

                              How to fix:
                                - make it a static method without parameters, named as the input, that returns the default""");
    }

    @Test
    void methodOfAGraphThatNamesNoInputIsShownThere() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph
                        class Rag {
                            @Default
                            static Locale locales() { return null; }

                            @Default
                            static String docs() { return null; }

                            @Node(outputName = "docs")
                            String retrieve(Locale locale) { return null; }
                        }
                        """).prints("""
                        Rag.java:9: error: [Hypergraph/BadDefault] The default method Rag.locales() is for 'locales', which no node of Rag takes.
                            static Locale locales() { return null; }
                                          ^

                              Did you mean 'locale' (Locale, taken by Rag.retrieve)?

                              How to fix:
                                - name the method as the input, or
                                - remove it

                        Rag.java:12: error: [Hypergraph/BadDefault] The default method Rag.docs() is for 'docs', which retrieve of Rag produces.
                            static String docs() { return null; }
                                          ^
                              docs : String  output of Rag.retrieve

                              How to fix:
                                - remove it""");
    }

    @Test
    void methodOfAGraphMustFitTheLibrary() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Retrieval {
                            @Node(outputName = "docs")
                            String retrieve(int topK) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Retrieval.class)
                        class Rag {
                            @Default
                            static String topK() { return null; }
                        }
                        """).prints("""
                        Rag.java:8: error: [Hypergraph/BadDefault] The default method Rag.topK() gives String where int is wanted.
                            static String topK() { return null; }
                                          ^
                              topK : int  parameter of Retrieval.retrieve(topK)

                              How to fix:
                                - return int""");
    }
}
