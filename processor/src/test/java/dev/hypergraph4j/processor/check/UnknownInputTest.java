package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnknownInputTest {

    @Nested
    class InAClosedGraph {

        private final Sketch rag = graph("Rag")
                .library(
                        "Retrieval",
                        "analyze(String question) -> List<String> terms",
                        "retrieve(List<String> terms, int topK = 5) -> List<Doc> docs");

        @Test
        void firstValueOfACycleThatNobodyGivesIsReported() {
            Checked.graph(graph("G")
                            .node("count(@Seed int n, int wanted) -> int n")
                            .node("ifelse isSmall(int n) => count : END")
                            .entry("n(int wanted) -> int"))
                    .finds("UnknownInput at G.count(n)")
                    .says("""
                        [Hypergraph/UnknownInput] G.count needs a first 'n', which G does not take as an input.
                            n : int  parameter of G.count(n, wanted)

                            How to fix:
                              - take it from the caller: add 'n' to an entry method of G, or
                              - give it a default, with @Default on the parameter""");
        }

        @Test
        void valueThatNobodyGivesIsRefusedAtItsParameter() {
            Sketch sketch = rag.library("Answering", "rerank(String question, List<Doc> doc) -> List<Doc> answer")
                    .entry("answer(String question) -> List<Doc>");

            Checked.graph(sketch).finds("UnknownInput at Answering.rerank(doc)");
            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] Answering.rerank needs 'doc', which no node of Rag produces and Rag does not take as an input.
                                doc  : List<Doc>  parameter of Answering.rerank(question, doc)
                                path : rerank -> answer

                                Did you mean 'docs' (List<Doc>, from Retrieval.retrieve)?

                                How to fix:
                                  - rename the parameter to 'docs', or
                                  - take it from the caller: add 'doc' to an entry method of Rag, or
                                  - have a node produce it: @Node(outputName = "doc")""");
        }

        @Test
        void inputMayBeMeantToo() {
            Checked.graph(rag.library("Answering", "generate(String qestion, List<Doc> docs) -> String answer")
                            .entry("answer(String question) -> String"))
                    .saysAlso("Did you mean 'question' (String, an input of Rag)?");
        }

        @Test
        void valueOfAFittingTypeIsGuessedBeforeACloserOneOfAnother() {
            Checked.graph(rag.library("Answering", "count(String term) -> int answer", "tag() -> String tern")
                            .entry("answer() -> int"))
                    .saysAlso("Did you mean 'tern' (String, from Answering.tag)?");
        }

        @Test
        void valueOfAnotherTypeIsGuessedWhereNoneFits() {
            Checked.graph(rag.library("Answering", "count(int term) -> int answer")
                            .entry("answer() -> int"))
                    .saysAlso("Did you mean 'terms' (List<String>, from Retrieval.analyze)?");
        }

        @Test
        void whatIsCloseToNothingIsNotGuessed() {
            Checked.graph(graph("G")
                            .node("a(int x) -> int y")
                            .inputs("unrelated", "x")
                            .node("b(int x, int seed) -> int z"))
                    .finds("UnknownInput at inputs unrelated", "UnknownInput at G.b(seed)");
        }

        @Test
        void allWhoTakeItAreNamedOnce() {
            Sketch sketch = graph("G")
                    .node("a(int x, Optional<int> y) -> int z")
                    .node("b(int y) -> int w")
                    .inputs("x");

            Checked.graph(sketch).finds("UnknownInput at G.b(y)");
            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] G.b needs 'y', which no node of G produces and G does not take as an input.
                                y    : int  parameter of G.b(y)
                                y    : int  parameter of G.a(x, y)
                                path : b -> w

                                How to fix:
                                  - take it from the caller: add "y" to the inputs of G, or
                                  - have a node produce it: @Node(outputName = "y")""");
        }

        @Test
        void misnamedParameterThatOthersCanDoWithoutIsReportedWhereItIsNeeded() {
            Checked.graph(graph("G")
                            .library("L", "a(int x) -> int y", "b(int y, Optional<int> z) -> int w")
                            .entry("w(int x) -> int"))
                    .findsNothing();
        }

        @Test
        void ofManyWhoTakeItTenAreNamed() {
            Sketch sketch = graph("G").inputs("x").node("n(int x) -> int y");
            IntStream.range(0, 12).forEach(i -> sketch.node("n" + i + "(int missing) -> int v" + i));

            Checked.graph(sketch).saysAlso("and     : 2 more");
        }

        @Test
        void valueThatAllCanDoWithoutMayBeLeftOut() {
            Checked.graph(graph("G")
                            .node("a(int x, int limit = 5, Optional<String> hint) -> int y")
                            .inputs("x"))
                    .findsNothing();
        }

        @Test
        void valueThatAllCanDoWithoutIsRefusedIfItIsANearMiss() {
            Sketch sketch = graph("G")
                    .node("a(int x) -> String hint")
                    .node("b(Optional<String> hints) -> int y")
                    .inputs("x");

            Checked.graph(sketch).finds("UnknownInput at G.b(hints)");
            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] G.b needs 'hints', which no node of G produces; one produces 'hint'.
                                hints : String  parameter of G.b(hints)
                                path  : b -> y

                                Did you mean 'hint' (String, from G.a)?

                                How to fix:
                                  - rename the parameter to 'hint', or
                                  - take it from the caller: add "hints" to the inputs of G""");
        }

        @Test
        void listedInputMayBeCloseToAnything() {
            Checked.graph(graph("G")
                            .node("a(String doc) -> String docs")
                            .node("b(String docs, String dock) -> int y")
                            .inputs("doc", "dock"))
                    .findsNothing();
        }

        @Test
        void valueThatEntrypointCutOffIsExplained() {
            Sketch sketch = graph("G")
                    .node("a(int x) -> int y")
                    .node("b(int y, int w) -> int z")
                    .inputs("w")
                    .entrypoint("b");

            Checked.graph(sketch).finds("UnknownInput at G.b(y)");
            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] G.b needs 'y', which no node of G that runs produces and G does not take as an input.
                                y    : int  parameter of G.b(y, w)
                                path : b -> z

                                How to fix:
                                  - take it from the caller: add "y" to the inputs of G, or
                                  - add the node that produces it to entrypoint""");
        }

        @Test
        void parameterWithFromIsMendedThere() {
            Checked.graph(rag.library("Answering", "rate(@From(doc) List<Doc> all) -> int answer")
                            .entry("answer(String question) -> int"))
                    .saysAlso("doc  : List<Doc>  parameter all of Answering.rate(all)", "- write @From(\"docs\"), or");
        }

        @Test
        void furtherUseIsReportedAndMendedAtTheUse() {
            Sketch sketch = graph("G")
                    .declare("Texts", "trim(String text) -> String trimmed")
                    .node("load() -> String title")
                    .use("trimTitle", "Texts.trim", "text -> titel", "")
                    .inputs("x")
                    .node("n(int x) -> int y");

            Checked.graph(sketch).finds("UnknownInput at @Rename text -> titel of trimTitle");
            Checked.graph(sketch)
                    .saysAlso(
                            "titel : String  parameter text of Texts.trim(text), as trimTitle",
                            "- rename it in the @Use: @Rename(from = \"text\", to = \"title\"), or");
        }

        @Test
        void furtherUseWithoutRenamingIsReportedAtTheUse() {
            Checked.graph(graph("G")
                            .declare("Texts", "trim(String text) -> String trimmed")
                            .use("trimTitle", "Texts.trim", "", "")
                            .inputs("x")
                            .node("n(int x) -> int y"))
                    .finds("UnknownInput at @Use trimTitle");
        }
    }

    @Nested
    class InAnOpenGraph {

        @Test
        void nearMissOfAProducedValueOfAFittingTypeIsRefused() {
            Sketch sketch = graph("Rag")
                    .node("retrieve(String question) -> List<Doc> docs")
                    .node("generate(Collection<Doc> doc) -> String answer");

            Checked.graph(sketch).finds("UnknownInput at Rag.generate(doc)");
            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] Rag.generate needs 'doc', which no node of Rag produces; one produces 'docs'.
                                doc  : Collection<Doc>  parameter of Rag.generate(doc)
                                path : generate -> answer

                                Did you mean 'docs' (List<Doc>, from Rag.retrieve)?

                                How to fix:
                                  - rename the parameter to 'docs', or
                                  - annotate the parameter @Input, if the caller is to give 'doc'""");
        }

        @Test
        void nearMissOfWhatDoesNotRunIsRefusedToo() {
            Checked.graph(graph("Rag")
                            .node("retrieve(String question) -> List<Doc> docs")
                            .node("generate(List<Doc> doc) -> String answer")
                            .select("answer"))
                    .finds("UnknownInput at Rag.generate(doc)");
        }

        @Test
        void inputOnAnyParameterSaysThatItIsMeant() {
            Checked.graph(graph("Rag")
                            .node("retrieve(String question) -> List<Doc> docs")
                            .node("generate(List<Doc> doc) -> String answer")
                            .node("rate(@Input List<Doc> doc) -> int rating"))
                    .findsNothing();
        }

        @Test
        void valueThatIsMadeFromTheInputIsNotMeant() {
            Checked.graph(graph("Rag")
                            .node("clean(String text) -> String draft")
                            .node("extend(String draft) -> String texts"))
                    .findsNothing();
        }

        @Test
        void namesThatDifferInDigitsOnlyAreMeant() {
            Checked.graph(graph("Rag").node("next(int page1) -> int size").node("first() -> int page2"))
                    .findsNothing();
        }

        @Test
        void nameOfASeriesMayStillBeANearMissOfAnother() {
            Checked.graph(graph("Rag")
                            .node("next(int page1) -> int size")
                            .node("a() -> int page2")
                            .node("b() -> int pages"))
                    .finds("UnknownInput at Rag.next(page1)");
        }

        @Test
        void inputThatIsCloseToNothingIsFine() {
            Checked.graph(graph("Rag").node("a(String question) -> String answer"))
                    .findsNothing();
        }
    }

    @Nested
    class AboutNamesInAnnotations {

        @Test
        void listedInputThatNobodyTakesIsRefusedAndWhatWasMeantNotAsWell() {
            Sketch sketch =
                    graph("G").node("a(String question, int y) -> int z").inputs("questoin", "y");

            Checked.graph(sketch).finds("UnknownInput at inputs questoin");
            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] G lists the input 'questoin', which no node of it takes.
                                inputs : y

                                Did you mean 'question' (String, taken by G.a)?

                                How to fix:
                                  - write 'question', or
                                  - remove it from inputs""");
        }

        @Test
        void listedInputIsNoGuessForAnotherOne() {
            Checked.graph(graph("G").node("a(int size) -> int y").inputs("size", "sizes"))
                    .finds("UnknownInput at inputs sizes")
                    .says("""
                            [Hypergraph/UnknownInput] G lists the input 'sizes', which no node of it takes.
                                inputs : size

                                How to fix:
                                  - remove it from inputs""");
        }

        @Test
        void listedInputThatANodeProducesIsRefused() {
            Sketch sketch = graph("G")
                    .node("a(int x) -> int y")
                    .node("b(int y) -> int z")
                    .inputs("x", "y");

            Checked.graph(sketch).says("""
                            [Hypergraph/UnknownInput] G lists the input 'y', which G.a produces.
                                y : int  output of G.a

                                How to fix:
                                  - remove it from inputs, or
                                  - start behind a, if the caller is to give it: name the nodes that take it in entrypoint""");
        }

        @Test
        void listedInputOfNodesThatDoNotRunIsRefused() {
            Checked.graph(graph("G")
                            .node("a(int x) -> int y")
                            .node("b(int w) -> int z")
                            .inputs("x", "w")
                            .select("y"))
                    .saysFirst("G lists the input 'w', which no node of it that runs takes.");
        }

        @Test
        void renameOfWhatTheMethodDoesNotHaveIsRefusedAndNothingThatFollowsFromIt() {
            Sketch sketch = graph("G")
                    .declare("Texts", "trim(String text) -> String trimmed")
                    .use("trimTitle", "Texts.trim", "txt -> title", "trimed -> shortTitle")
                    .entry("shortTitle(String title) -> String");

            Checked.graph(sketch)
                    .finds(
                            "UnknownInput at @Rename txt -> title of trimTitle",
                            "UnknownInput at @Rename trimed -> shortTitle of trimTitle");
        }

        @Test
        void renameOfWhatTheMethodDoesNotTakeSaysWhatItTakes() {
            Checked.graph(graph("G")
                            .declare("Texts", "trim(String text, int length) -> String trimmed")
                            .use("trimTitle", "Texts.trim", "txt -> title", ""))
                    .says("""
                            [Hypergraph/UnknownInput] The @Use 'trimTitle' renames 'txt', which Texts.trim does not take.
                                takes : text and length

                                Did you mean 'text'?

                                How to fix:
                                  - write 'text', or
                                  - remove the @Rename""");
        }

        @Test
        void renameOfWhatTheMethodDoesNotGiveSaysWhatItGives() {
            Checked.graph(graph("G")
                            .declare("Texts", "trim(String text) -> String trimmed")
                            .use("trimTitle", "Texts.trim", "", "result -> title"))
                    .says("""
                            [Hypergraph/UnknownInput] The @Use 'trimTitle' renames 'result', which Texts.trim does not produce.
                                produces : trimmed

                                How to fix:
                                  - name a value that the method has, or
                                  - remove the @Rename""");
        }
    }

    @Nested
    class StaysSilent {

        @Test
        void whereNodesAreMissing() {
            Checked.graph(graph("G")
                            .node("a(int x) -> int y")
                            .unknown(UnknownReference.Kind.NODE_CLASS, "Other")
                            .inputs("w"))
                    .finds("UnknownNode at reference Other");
        }

        @Test
        void whereOutputsOfAFaultyNodeAreNotKnown() {
            Checked.graph(graph("G")
                            .faulty("load(int x)", new Fault(Fault.Kind.OUTPUT_MISSING, "String"))
                            .node("a(int text) -> int y")
                            .inputs("x"))
                    .findsNothing();
        }

        @Test
        void aboutParametersOfAFaultyNode() {
            Checked.graph(graph("G")
                            .faulty("a(int x) -> int y", new Fault(Fault.Kind.PRIVATE, ""))
                            .node("b(int w) -> int z")
                            .inputs("w"))
                    .findsNothing();
        }

        @Test
        void whereWhatIsMeantHasAnInvalidName() {
            Checked.graph(graph("G")
                            .node("a(int x) -> List<Doc> my-docs")
                            .node("b(List<Doc> mydocs) -> int y")
                            .inputs("x"))
                    .findsNothing();
        }
    }
}
