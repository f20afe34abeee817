package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import dev.hypergraph4j.processor.javac.Library;
import org.junit.jupiter.api.Test;

/** What is said of graphs that are nodes of others. */
class NestedGraphMessageTest {
    private static final String RAG = """
            package app;

            import dev.hypergraph4j.*;

            @Graph
            class Rag {
                @Node(outputName = "answer")
                static String answer(String question, @Default("5") int topK) { return question; }
            }
            """;

    private static final String PUBLIC_RAG =
            RAG.replace("package app", "package lib").replace("class Rag", "public class Rag");

    private static final String DESK_OF_LIBRARY = """
            package app;

            import dev.hypergraph4j.*;

            @Graph
            @Subgraph(lib.Rag.class)
            class Desk {
                @Node(outputName = "question")
                static String question() { return "text"; }
            }
            """;

    private static Compiled desk(String annotation) {
        return Compiled.of(RAG, """
                package app;

                import dev.hypergraph4j.*;

                %s
                @Graph
                class Desk {
                    @Node(outputName = "question")
                    static String ask(String text) { return text; }
                }
                """.formatted(annotation));
    }

    @Test
    void graphIsNotNestedInItselfAroundCorners() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        @Subgraph(Inner.class)
                        class Outer {
                            @Graph
                            @Subgraph(Outer.class)
                            static class Other {}
                        }

                        @Graph
                        @Subgraph(Outer.class)
                        class Inner {}
                        """).prints("""
                        Outer.java:6: error: [Hypergraph/BadSubgraph] Outer would be nested in itself.
                        @Subgraph(Inner.class)
                        ^
                              nested : Outer -> Inner -> Outer

                              How to fix:
                                - remove the @Subgraph, or
                                - let the graph turn in a cycle instead, with @Seed and a gate

                        Outer.java:14: error: [Hypergraph/BadSubgraph] Inner would be nested in itself.
                        @Subgraph(Outer.class)
                        ^
                              nested : Inner -> Outer -> Inner

                              How to fix:
                                - remove the @Subgraph, or
                                - let the graph turn in a cycle instead, with @Seed and a gate""");
    }

    @Test
    void classThatIsNoGraphIsNotNested() {
        desk("@Subgraph(String.class)").prints("""
                        Desk.java:5: error: [Hypergraph/UnknownNode] Desk nests String, which is no graph.
                        @Subgraph(String.class)
                                        ^

                              How to fix:
                                - annotate String with @Graph, or
                                - list it in @Graph(nodes), if it is a class with node methods""");
    }

    @Test
    void renameMustNameAnInput() {
        desk("@Subgraph(value = Rag.class, inputs = @Rename(from = \"topk\", to = \"most\"))")
                .prints("""
                        Desk.java:5: error: [Hypergraph/UnknownInput] The @Subgraph 'rag' renames 'topk', which Rag does not take.
                        @Subgraph(value = Rag.class, inputs = @Rename(from = "topk", to = "most"))
                                                                             ^
                              takes : question and topK

                              Did you mean 'topK'?

                              How to fix:
                                - write 'topK', or
                                - remove the @Rename""");
    }

    @Test
    void bindMustNameAnInput() {
        desk("@Subgraph(value = Rag.class, bind = @Bind(input = \"topk\", value = \"1\"))")
                .prints("""
                        Desk.java:5: error: [Hypergraph/UnknownInput] Desk binds 'topk', which Rag does not take.
                        @Subgraph(value = Rag.class, bind = @Bind(input = "topk", value = "1"))
                                                                          ^
                              takes : question and topK

                              Did you mean 'topK'?

                              How to fix:
                                - write 'topK', or
                                - remove the @Bind""");
    }

    @Test
    void bindMustFit() {
        desk("@Subgraph(value = Rag.class, bind = @Bind(input = \"topK\", value = \"many\"))")
                .prints("""
                        Desk.java:5: error: [Hypergraph/BadDefault] The value "many" that Desk binds to 'topK' of Rag is no int.
                        @Subgraph(value = Rag.class, bind = @Bind(input = "topK", value = "many"))
                                                                                          ^

                              How to fix:
                                - write a value of its type""");
    }

    @Test
    void inputIsBoundOnce() {
        desk("@Subgraph(value = Rag.class, bind = {@Bind(input = \"topK\", value = \"1\"), @Bind(input = \"topK\", value = \"2\")})")
                .prints("""
                        Desk.java:5: error: [Hypergraph/NameCollision] Desk binds 'topK' of Rag twice.
                        @Subgraph(value = Rag.class, bind = {@Bind(input = "topK", value = "1"), @Bind(input = "topK", value = "2")})
                                                                                                               ^

                              How to fix:
                                - remove one of the two""");
    }

    @Test
    void mapMustBeOverAnInput() {
        desk("@Subgraph(value = Rag.class, mapOver = \"questions\")").prints("""
                        Desk.java:5: error: [Hypergraph/NotIterable] Desk maps Rag over 'questions', which it does not take.
                        @Subgraph(value = Rag.class, mapOver = "questions")
                                                               ^
                              takes : question and topK

                              Did you mean 'question'?

                              How to fix:
                                - write 'question', or
                                - remove it from mapOver""");
    }

    @Test
    void whatIsMappedOverMustHaveElements() {
        desk("@Subgraph(value = Rag.class, mapOver = \"question\")").prints("""
                        Desk.java:5: error: [Hypergraph/NotIterable] Rag is mapped over 'question', but Desk.ask produces String.
                        @Subgraph(value = Rag.class, mapOver = "question")
                                                               ^
                              question : String  output of Desk.ask

                              How to fix:
                                - have Desk.ask produce Iterable<String>, or
                                - remove it from mapOver""");
    }

    @Test
    void nodesAreNotCalledAsANestedGraph() {
        desk("@Subgraph(value = Rag.class, name = \"ask\")").prints("""
                        Desk.java:5: error: [Hypergraph/NameCollision] Two nodes of Desk are called 'ask'.
                        @Subgraph(value = Rag.class, name = "ask")
                        ^
                              first  : Desk.ask(text)
                              second : Rag(question, topK)

                              How to fix:
                                - choose another name in the @Subgraph""");
    }

    @Test
    void graphOfAClassFileWasCompiledWithTheProcessor() {
        Library.compiledWithoutProcessor(PUBLIC_RAG).compile(DESK_OF_LIBRARY).prints("""
                        Desk.java:6: error: [Hypergraph/BadSubgraph] Desk can't nest Rag, whose class file was not compiled with the Hypergraph4j processor.
                        @Subgraph(lib.Rag.class)
                        ^
                              nested : lib.Rag

                              How to fix:
                                - compile Rag with the processor, which writes down beside it what it takes and gives""");
    }

    @Test
    void graphOfAClassFileIsNotNestedInItselfAroundCorners() {
        String other = "package app;\n\n@dev.hypergraph4j.Graph\nclass Desk {}\n";
        String rag = PUBLIC_RAG.replace("package lib", "package app").replace("@Graph", "@Graph @Subgraph(Desk.class)");
        Library.compiled(rag, other)
                .compile(DESK_OF_LIBRARY.replace("lib.", ""))
                .prints("""
                        Desk.java:6: error: [Hypergraph/BadSubgraph] Desk would be nested in itself.
                        @Subgraph(Rag.class)
                        ^
                              nested : Desk -> Rag -> Desk

                              How to fix:
                                - remove the @Subgraph, or
                                - let the graph turn in a cycle instead, with @Seed and a gate""");
    }

    @Test
    void graphOfAClassFileThatAsksIsNotMapped() {
        String rag = PUBLIC_RAG.replace(
                "@Node(outputName = \"answer\")\n    static String answer(String question, @Default(\"5\") int topK) { return question; }",
                "@Interrupt(answerName = \"answer\")\n    static Question<String> ask(String question) { return null; }");
        String outer =
                "package lib;\n\nimport dev.hypergraph4j.*;\n\n@Graph @Subgraph(Rag.class)\npublic class Outer {}\n";
        Library.compiled(rag, outer)
                .compile(DESK_OF_LIBRARY
                        .replace("lib.Rag.class", "value = lib.Outer.class, mapOver = \"question\"")
                        .replace("String question() { return", "List<String> question() { return")
                        .replace("\"text\"", "List.of()")
                        .replace("dev.hypergraph4j.*;", "dev.hypergraph4j.*; import java.util.List;"))
                .prints("""
                        Desk.java:6: error: [Hypergraph/MappedInterrupt] Desk maps Outer, which asks a question.
                        @Subgraph(value = lib.Outer.class, mapOver = "question")
                        ^
                              asks : outer/rag/ask

                              How to fix:
                                - ask before or behind the map, in Desk, or
                                - remove mapOver, and run Outer for one item""");
    }

    @Test
    void valuesOfAGraphOfAClassFileMustFit() {
        Library.compiled(PUBLIC_RAG)
                .compile(DESK_OF_LIBRARY
                        .replace("String question()", "int question()")
                        .replace("\"text\"", "1"))
                .prints("""
                        Desk.java:6: error: [Hypergraph/TypeMismatch] Rag takes 'question' as String, but Desk.question produces int.
                        @Subgraph(lib.Rag.class)
                        ^
                              question : int     output of Desk.question
                              question : String  parameter of Rag(question, topK)
                              path     : question -> rag -> answer

                              How to fix:
                                - declare the parameter as int, or
                                - have Desk.question produce String, or
                                - rename the parameter, if another value is meant""");
    }
}
