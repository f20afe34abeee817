package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class TypeMismatchMessageTest {

    @Test
    void otherTypeIsShownAtTheParameterThatCannotTakeIt() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "docs")
                            Set<String> retrieve(String question) { return null; }

                            @Node(outputName = "answer")
                            String generate(String question, List<String> docs) { return null; }
                        }
                        """).prints("""
                        Rag.java:12: error: [Hypergraph/TypeMismatch] Rag.generate takes 'docs' as List<String>, but Rag.retrieve produces Set<String>.
                            String generate(String question, List<String> docs) { return null; }
                                                                          ^
                              docs : Set<String>   output of Rag.retrieve
                              docs : List<String>  parameter of Rag.generate(question, docs)
                              path : retrieve -> generate -> answer

                              How to fix:
                                - declare the parameter as Set<String>, or
                                - have Rag.retrieve produce List<String>, or
                                - rename the parameter, if another value is meant""");
    }

    @Test
    void typesOfOneSimpleNameAreToldApart() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Clock {
                            @Node(outputName = "date")
                            java.sql.Date today() { return null; }

                            @Node(outputName = "text")
                            String format(java.util.List<java.util.Date> date) { return null; }
                        }
                        """).prints("""
                        Clock.java:11: error: [Hypergraph/TypeMismatch] Clock.format takes 'date' as java.util.List<java.util.Date>, but Clock.today produces java.sql.Date.
                            String format(java.util.List<java.util.Date> date) { return null; }
                                                                         ^
                              date : java.sql.Date                   output of Clock.today
                              date : java.util.List<java.util.Date>  parameter of Clock.format(date)
                              path : today -> format -> text

                              How to fix:
                                - declare the parameter as java.sql.Date, or
                                - have Clock.today produce java.util.List<java.util.Date>, or
                                - rename the parameter, if another value is meant""");
    }

    @Test
    void longTypesStandBelowTheSentence() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;
                        import java.util.concurrent.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "docs")
                            ConcurrentSkipListMap<String, List<Map<Integer, String>>> retrieve() { return null; }

                            @Node(outputName = "answer")
                            String generate(ConcurrentHashMap<String, Set<Map<Integer, String>>> docs) { return null; }
                        }
                        """).prints("""
                        Rag.java:13: error: [Hypergraph/TypeMismatch] Rag.generate takes 'docs' with another type than Rag.retrieve produces.
                            String generate(ConcurrentHashMap<String, Set<Map<Integer, String>>> docs) { return null; }
                                                                                                 ^
                              docs : ConcurrentSkipListMap<String, List<Map<Integer, String>>>  output of Rag.retrieve
                              docs : ConcurrentHashMap<String, Set<Map<Integer, String>>>       parameter of Rag.generate(docs)
                              path : retrieve -> generate -> answer

                              How to fix:
                                - declare the parameter as ConcurrentSkipListMap<String, List<Map<Integer, String>>>, or
                                - have Rag.retrieve produce ConcurrentHashMap<String, Set<Map<Integer, String>>>, or
                                - rename the parameter, if another value is meant""");
    }

    @Test
    void valueThatMayBeAbsentIsShownAtTheParameterThatNeedsIt() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import org.jspecify.annotations.Nullable;

                        @Graph
                        class Rag {
                            @Node(outputName = "hint")
                            @Nullable String lookUp(String question) { return null; }

                            @Node(outputName = "answer")
                            String generate(String question, String hint) { return null; }
                        }
                        """).prints("""
                        Rag.java:12: error: [Hypergraph/TypeMismatch] Rag.generate needs 'hint', but Rag.lookUp, which is @Nullable, may produce none.
                            String generate(String question, String hint) { return null; }
                                                                    ^
                              hint : String  output of Rag.lookUp
                              hint : String  parameter of Rag.generate(question, hint)
                              path : lookUp -> generate -> answer

                              How to fix:
                                - declare the parameter as Optional<String> or @Nullable String, or
                                - say what it is then, with @Default on the parameter, or
                                - remove @Nullable from Rag.lookUp, if it always gives a value""");
    }

    @Test
    void wideningBoxingAndStagesAreNoMismatch() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;
                        import java.util.concurrent.*;

                        @Graph
                        class Numbers {
                            @Node(outputName = "count")
                            int count(String text) { return 0; }

                            @Node(outputName = "words")
                            CompletionStage<ArrayList<String>> split(String text) { return null; }

                            @Node(outputName = "ratio")
                            Integer ratio(long count, Collection<? extends CharSequence> words) { return null; }

                            @Node(outputName = "share")
                            double share(int ratio, Object words) { return 0; }
                        }
                        """).printsNothing();
    }
}
