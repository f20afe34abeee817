package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import dev.hypergraph4j.processor.javac.Library;
import org.junit.jupiter.api.Test;

class UnknownInputMessageTest {
    private static final String RETRIEVAL = """
            package app;

            import dev.hypergraph4j.*;
            import java.util.*;

            class Retrieval {
                @Node(outputName = "terms")
                List<String> analyze(String question) { return null; }

                @Node(outputName = "docs")
                List<String> retrieve(List<String> terms, @Default("5") int topK) { return null; }
            }
            """;

    @Test
    void parameterThatNobodyGivesIsShownWithItsMend() {
        Compiled.of(RETRIEVAL, """
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        class Answering {
                            @Node(outputName = "ranked")
                            List<String> rerank(String question, List<String> doc) { return null; }

                            @Node(outputName = "answer")
                            String generate(List<String> ranked) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = {Retrieval.class, Answering.class})
                        interface Rag {
                            String answer(String question, int topK);
                        }
                        """).prints("""
                        Answering.java:8: error: [Hypergraph/UnknownInput] Answering.rerank needs 'doc', which no node of Rag produces and Rag does not take as an input.
                            List<String> rerank(String question, List<String> doc) { return null; }
                                                                              ^
                              doc  : List<String>  parameter of Answering.rerank(question, doc)
                              path : rerank -> generate -> answer

                              Did you mean 'docs' (List<String>, from Retrieval.retrieve)?

                              How to fix:
                                - rename the parameter to 'docs', or
                                - take it from the caller: add 'doc' to an entry method of Rag, or
                                - have a node produce it: @Node(outputName = "doc")""");
    }

    @Test
    void nearMissInAnOpenGraphIsShownAtItsFrom() {
        Compiled.of(RETRIEVAL, """
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph(nodes = Retrieval.class)
                        class Rag {
                            @Node(outputName = "answer")
                            String generate(String question, @From("doc") Collection<String> context) { return null; }
                        }
                        """).prints("""
                        Rag.java:9: error: [Hypergraph/UnknownInput] Rag.generate needs 'doc', which no node of Rag produces; one produces 'docs'.
                            String generate(String question, @From("doc") Collection<String> context) { return null; }
                                                                   ^
                              doc  : Collection<String>  parameter context of Rag.generate(question, context)
                              path : generate -> answer

                              Did you mean 'docs' (List<String>, from Retrieval.retrieve)?

                              How to fix:
                                - write @From("docs"), or
                                - annotate the parameter @Input, if the caller is to give 'doc'""");
    }

    @Test
    void listedInputThatNobodyTakesIsShownInTheList() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(inputs = {"questoin", "limit"})
                        class Rag {
                            @Node(outputName = "answer")
                            String generate(String question, int limit) { return null; }
                        }
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/UnknownInput] Rag lists the input 'questoin', which no node of it takes.
                        @Graph(inputs = {"questoin", "limit"})
                                         ^
                              inputs : limit

                              Did you mean 'question' (String, taken by Rag.generate)?

                              How to fix:
                                - write 'question', or
                                - remove it from inputs""");
    }

    @Test
    void renameOfNothingIsShownInTheRename() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "trimmed")
                            String trim(String text, int length) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        @Use(type = Texts.class, method = "trim", name = "trimTitle",
                                inputs = @Rename(from = "txt", to = "title"))
                        class Titles {}
                        """).prints("""
                        Titles.java:7: error: [Hypergraph/UnknownInput] The @Use 'trimTitle' renames 'txt', which Texts.trim does not take.
                                inputs = @Rename(from = "txt", to = "title"))
                                                        ^
                              takes : text and length

                              Did you mean 'text'?

                              How to fix:
                                - write 'text', or
                                - remove the @Rename""");
    }

    @Test
    void nodeOfAJarIsShownAtTheEntryThatTakesItIn() {
        Library.compiled(RETRIEVAL.replace("class Retrieval", "public class Retrieval"))
                .compile("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph(nodes = Retrieval.class)
                        interface Rag {
                            List<String> docs(int topK);
                        }
                        """)
                .prints("""
                        Rag.java:6: error: [Hypergraph/UnknownInput] Retrieval.analyze needs 'question', which no node of Rag produces and Rag does not take as an input.
                        @Graph(nodes = Retrieval.class)
                                                ^
                              question : String  parameter of Retrieval.analyze(question)
                              path     : analyze -> retrieve -> docs

                              How to fix:
                                - take it from the caller: add 'question' to an entry method of Rag, or
                                - have a node produce it: @Node(outputName = "question")""");
    }
}
