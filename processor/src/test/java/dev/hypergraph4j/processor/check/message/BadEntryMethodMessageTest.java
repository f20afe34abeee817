package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class BadEntryMethodMessageTest {
    private static final String NODES = """
            package app;

            import dev.hypergraph4j.*;
            import org.jspecify.annotations.Nullable;

            class Nodes {
                @Node(outputName = "docs")
                String retrieve(String question, @Default("5") int topK) { return null; }

                @Node(outputName = "hint")
                @Nullable String lookUp(String question) { return null; }

                @Node(outputName = "answer")
                String generate(String docs, String tone) { return null; }
            }
            """;

    private static Compiled compiled(String methods) {
        return Compiled.of(NODES, """
                package app;

                import dev.hypergraph4j.*;

                @Graph(nodes = Nodes.class)
                interface Rag {
                %s
                }
                """.formatted(methods.indent(4).stripTrailing()));
    }

    @Test
    void parameterWithATypoIsShownWithWhatWasMeant() {
        compiled("String answer(String qestion, String tone);").prints("""
                        Rag.java:7: error: [Hypergraph/BadEntryMethod] Rag.answer takes 'qestion', which no node that 'answer' needs takes.
                            String answer(String qestion, String tone);
                                                 ^
                              qestion : String  parameter of Rag.answer(qestion, tone)
                              inputs  : question, tone and topK

                              Did you mean 'question' (String, taken by Nodes.retrieve)?

                              How to fix:
                                - rename the parameter to 'question', or
                                - remove the parameter""");
    }

    @Test
    void parameterThatItsResultDoesNotNeedIsShown() {
        compiled("""
                String answer(String question, String tone);
                String docs(String question, String tone);
                """).prints("""
                        Rag.java:8: error: [Hypergraph/BadEntryMethod] Rag.docs takes 'tone', which no node that 'docs' needs takes.
                            String docs(String question, String tone);
                                                                ^
                              tone   : String  parameter of Rag.docs(question, tone)
                              inputs : question and topK

                              How to fix:
                                - remove the parameter""");
    }

    @Test
    void parameterThatANodeProducesIsShown() {
        compiled("String answer(String question, String docs, String tone);").prints("""
                        Rag.java:7: error: [Hypergraph/BadEntryMethod] Rag.answer takes 'docs', which Nodes.retrieve produces.
                            String answer(String question, String docs, String tone);
                                                                  ^
                              docs : String  parameter of Rag.answer(question, docs, tone)
                              docs : String  output of Nodes.retrieve

                              How to fix:
                                - remove the parameter, or
                                - leave retrieve out, if the caller is to give it: start behind it, with entrypoint""");
    }

    @Test
    void inputsThatItsResultNeedsAreShownAtTheMethod() {
        compiled("""
                String answer(String tone);
                String docs(String question);
                """).prints("""
                        Rag.java:7: error: [Hypergraph/BadEntryMethod] Rag.answer does not take 'question', which its result needs.
                            String answer(String tone);
                                   ^
                              question : String  parameter of Nodes.retrieve(question, topK)

                              How to fix:
                                - add to its parameters: String question, or
                                - give what callers may leave out a default, with @Default""");
    }

    @Test
    void resultOfAnotherTypeIsShownAtTheMethod() {
        compiled("int answer(String question, String tone);").prints("""
                        Rag.java:7: error: [Hypergraph/BadEntryMethod] Rag.answer returns 'answer' as int, but Nodes.generate produces String.
                            int answer(String question, String tone);
                                ^
                              answer : int     result of Rag.answer
                              answer : String  output of Nodes.generate

                              How to fix:
                                - return String, or
                                - return another output: @Output("...")""");
    }

    @Test
    void resultThatMayBeAbsentIsShownAtTheMethod() {
        compiled("String hint(String question);").prints("""
                        Rag.java:7: error: [Hypergraph/BadEntryMethod] Rag.hint returns 'hint', but Nodes.lookUp, which is @Nullable, may produce none.
                            String hint(String question);
                                   ^
                              hint : String  result of Rag.hint
                              hint : String  output of Nodes.lookUp

                              How to fix:
                                - return Optional<String>, or
                                - remove @Nullable from Nodes.lookUp, if it always gives a value""");
    }

    @Test
    void optionalResultMayBeAbsent() {
        compiled("java.util.Optional<String> hint(String question);").printsNothing();
    }

    @Test
    void methodThatReturnsNothingIsShown() {
        compiled("void answer(String question, String tone);").prints("""
                        Rag.java:7: error: [Hypergraph/BadEntryMethod] Rag.answer can't be an entry method: it returns nothing.
                            void answer(String question, String tone);
                                 ^
                              method : Rag.answer(question, tone)

                              How to fix:
                                - return an output, or the RunResult of all: RunResult<RagOutputs>, or
                                - give it a body, so that it is a default method""");
    }

    @Test
    void methodInTheWayOfAGeneratedOneIsShown() {
        compiled("""
                String docs(String question);
                @Output("docs") String describe();
                """).prints("""
                        Rag.java:8: error: [Hypergraph/BadEntryMethod] Rag.describe is in the way of the method describe that RagGraph has already.
                            @Output("docs") String describe();
                                                   ^
                              method : Rag.describe()

                              How to fix:
                                - rename it, and say which output it returns: @Output("docs")""");
    }

    @Test
    void runOfTheWholeResultIsNotInTheWay() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import dev.hypergraph4j.runtime.RunResult;

                        @Graph
                        interface Rag {
                            RunResult<RagOutputs> run(String question);

                            @Node(outputName = "answer")
                            static String generate(String question) { return null; }
                        }
                        """).printsNothing();
    }
}
