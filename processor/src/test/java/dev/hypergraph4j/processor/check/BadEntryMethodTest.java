package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadEntryMethodTest {

    private static Sketch rag() {
        return graph("Rag")
                .library(
                        "L",
                        "retrieve(String question, int topK = 5) -> List<Doc> docs",
                        "generate(List<Doc> docs, String tone) -> String answer",
                        "hint(String question, Optional<String> style) -> @Nullable String hint");
    }

    @Test
    void entryMethodsThatTakeWhatTheyNeedAreFine() {
        Checked.graph(rag().entry("answer(String question, String tone, int topK) -> String")
                        .entry("docs(String question) -> Collection<Doc>")
                        .entry("hint(String question) -> Optional<String>")
                        .entry("run(String question, String tone) -> RunResult"))
                .findsNothing();
    }

    @Test
    void unneededParameterIsRefused() {
        Checked.graph(rag().entry("docs(String question, String tone) -> List<Doc>")
                        .entry("answer(String question, String tone) -> String"))
                .finds("BadEntryMethod at Rag.docs(tone)");
    }

    @Test
    void unneededParameterOfTheWholeResultIsRefused() {
        Checked.graph(rag().entry("all(String question, String tone, int size) -> RunResult"))
                .finds("BadEntryMethod at Rag.all(size)")
                .saysFirst("Rag.all takes 'size', which no node of Rag takes.");
    }

    @Test
    void typoIsReportedHereAndNotAtTheNodeThatMissesTheValue() {
        Checked.graph(rag().entry("docs(String questoin) -> List<Doc>"))
                .finds("BadEntryMethod at Rag.docs(questoin)")
                .saysAlso("Did you mean 'question' (String, taken by L.retrieve)?");
    }

    @Test
    void typoInOneOfTwoEntryMethodsIsReportedOnce() {
        Checked.graph(rag().entry("docs(String question) -> List<Doc>")
                        .entry("answer(String questoin, String tone) -> String"))
                .finds("BadEntryMethod at Rag.answer(questoin)");
    }

    @Test
    void typoInOneEntryMethodDoesNotExcuseAnother() {
        Checked.graph(rag().entry("docs(String questoin) -> List<Doc>")
                        .entry("hint() -> Optional<String>")
                        .entry("all(String question, String tone) -> RunResult"))
                .finds("BadEntryMethod at Rag.docs(questoin)", "BadEntryMethod at Rag.hint");
    }

    @Test
    void guessOfAnotherTypeIsToldApart() {
        Checked.graph(graph("G").library("L", "a(a.Doc doc) -> int x").entry("x(b.Doc docs) -> int"))
                .saysAlso("docs   : b.Doc  parameter of G.x(docs)", "Did you mean 'doc' (a.Doc, taken by L.a)?");
    }

    @Test
    void resultThatNeedsNothingHasNoInputsToTellOf() {
        Checked.graph(graph("G").library("L", "a() -> int x").entry("x(int size) -> int"))
                .says("""
                        [Hypergraph/BadEntryMethod] G.x takes 'size', which no node that 'x' needs takes.
                            size : int  parameter of G.x(size)

                            How to fix:
                              - remove the parameter""");
    }

    @Test
    void optionalInputMayBeMeant() {
        Checked.graph(rag().entry("docs(String question, int topk) -> List<Doc>"))
                .finds("BadEntryMethod at Rag.docs(topk)")
                .saysAlso("Did you mean 'topK' (int, taken by L.retrieve)?");
    }

    @Test
    void parameterThatANodeProducesIsRefused() {
        Checked.graph(rag().entry("answer(String question, String tone, List<Doc> docs) -> String"))
                .finds("BadEntryMethod at Rag.answer(docs)");
    }

    @Test
    void parameterThatStandsTwiceIsRefused() {
        Checked.graph(rag().entry("docs(String question, @From(question) String again) -> List<Doc>"))
                .says("""
                        [Hypergraph/BadEntryMethod] Rag.docs takes 'question' twice.
                            again : String  parameter of Rag.docs(question, again)

                            How to fix:
                              - remove one of the parameters""");
    }

    @Test
    void missingInputsAreReportedTogetherAtTheMethod() {
        Checked.graph(rag().entry("answer() -> String").entry("all(String question, String tone) -> RunResult"))
                .finds("BadEntryMethod at Rag.answer")
                .says("""
                        [Hypergraph/BadEntryMethod] Rag.answer does not take 'question' and 'tone', which its result needs.
                            question : String  parameter of L.retrieve(question, topK)
                            tone     : String  parameter of L.generate(docs, tone)

                            How to fix:
                              - add to its parameters: String question and String tone, or
                              - give what callers may leave out a default, with @Default""");
    }

    @Test
    void inputIsMissingIfAnyNodeThatRunsNeedsIt() {
        Checked.graph(graph("G")
                        .library("L", "a(Optional<String> q) -> int x", "b(int x, String q) -> int y")
                        .entry("x() -> int")
                        .entry("y() -> int")
                        .entry("all(String q) -> RunResult"))
                .finds("BadEntryMethod at G.y");
    }

    @Test
    void inputWithADefaultAnywhereIsNotMissing() {
        Checked.graph(graph("G")
                        .library("L", "a(String q) -> int x", "b(String q = all) -> int y")
                        .entry("x() -> int")
                        .entry("y(String q) -> int"))
                .findsNothing();
    }

    @Test
    void resultMustHaveTheTypeOfTheOutput() {
        Checked.graph(rag().entry("docs(String question) -> String")).finds("BadEntryMethod at Rag.docs");
        Checked.graph(rag().entry("find(String question) -> String from docs")).finds("BadEntryMethod at Rag.find");
        Checked.graph(rag().entry("docs(String question) -> Optional<String>")).finds("BadEntryMethod at Rag.docs");
    }

    @Test
    void resultThatMayBeAbsentMustBeOptional() {
        Checked.graph(rag().entry("hint(String question) -> String"))
                .finds("BadEntryMethod at Rag.hint")
                .saysAlso("- return Optional<String>, or");
    }

    @Test
    void resultThatIsAlwaysThereMayBeOptional() {
        Checked.graph(rag().entry("docs(String question) -> Optional<List<Doc>>"))
                .findsNothing();
    }

    @Test
    void faultyEntryMethodIsRefusedWithNothingElse() {
        Checked.graph(rag().entry("docs(String question) -> nothing")
                        .entry("answer(String question, String tone) -> String"))
                .says("""
                        [Hypergraph/BadEntryMethod] Rag.docs can't be an entry method: it returns nothing.
                            method : Rag.docs(question)

                            How to fix:
                              - return an output, or the RunResult of all: RunResult<RagOutputs>, or
                              - give it a body, so that it is a default method""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inputs() -> List<Doc> from docs",
                "toString() -> List<Doc> from docs",
                "equals(String question) -> List<Doc> from docs",
                "run(String question) -> List<Doc> from docs",
                "bind(String question, int topK) -> List<Doc> from docs",
                "create(String question) -> List<Doc> from docs",
                "runAsync(String question) -> RunResult",
            })
    void methodsThatAreThereAlreadyAreRefused(String line) {
        Checked.graph(rag().entry(line).entry("all(String question, String tone) -> RunResult"))
                .finds("BadEntryMethod at Rag." + line.substring(0, line.indexOf('(')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inputs(String question) -> List<Doc> from docs",
                "create(String question, int topK) -> List<Doc> from docs",
                "describe(String question) -> List<Doc> from docs",
            })
    void methodsWithOtherParametersAreNot(String line) {
        Checked.graph(rag().entry(line)).findsNothing();
    }

    @Test
    void runWithTheRequiredInputsIsThereAlready() {
        Checked.graph(graph("G")
                        .library("L", "a(int x, int y, int z) -> int w")
                        .entry("run(int x, int y, int z) -> int from w"))
                .finds("BadEntryMethod at G.run");
        Checked.graph(graph("G")
                        .library("L", "a(int x, int y, int z) -> int w")
                        .entry("run(int x, int y, int z) -> RunResult"))
                .findsNothing();
    }

    @Test
    void parametersAreNotJudgedWhereNodesAreNotKnown() {
        Checked.graph(rag().entry("docs(String question, int size) -> List<Doc>")
                        .unknown(UnknownReference.Kind.NODE_CLASS, "Other"))
                .finds("UnknownNode at reference Other");
    }

    @Test
    void resultOfAFaultyNodeIsNotJudged() {
        Checked.graph(graph("G")
                        .faulty("a(int x) -> int y", new Fault(Fault.Kind.PRIVATE, ""))
                        .entry("y(int x) -> String"))
                .findsNothing();
    }
}
