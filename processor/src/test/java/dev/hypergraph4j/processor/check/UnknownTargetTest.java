package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.UnknownReference.Kind;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class UnknownTargetTest {

    private static Sketch rag() {
        return graph("Rag")
                .node("search(String question) -> List<Doc> docs")
                .node("answer(String question) -> String answer");
    }

    @Test
    void constantMustLeadToANode() {
        Checked.graph(rag().node("route decide(String question) => serach | answer | END"))
                .finds("UnknownTarget at Rag.decide => serach")
                .says("""
                        [Hypergraph/UnknownTarget] Rag.decide opens 'serach' by Choice.serach, which is no node of Rag.
                            nodes : answer and search

                            Did you mean 'search'?

                            How to fix:
                              - say which node Choice.serach means: @Target("search"), or
                              - rename it to 'search', or
                              - write @Target(Gate.END), if the path ends there""");
    }

    @Test
    void constantThatIsCloseToNoNodeMayHaveAnyTarget() {
        Checked.graph(rag().node("route decide(String question) => RED=giveUp | answer"))
                .says("""
                        [Hypergraph/UnknownTarget] Rag.decide opens 'giveUp' by Choice.RED, which is no node of Rag.
                            nodes : answer and search

                            How to fix:
                              - add a node 'giveUp' to Rag, or
                              - say which node Choice.RED means: @Target("..."), or
                              - write @Target(Gate.END), if the path ends there""");
    }

    @Test
    void textMustNameANode() {
        Checked.graph(rag().node("text route decide(String question) => search | anwser"))
                .finds("UnknownTarget at Rag.decide => anwser")
                .says("""
                        [Hypergraph/UnknownTarget] Rag.decide opens 'anwser', which is no node of Rag.
                            nodes : answer and search

                            Did you mean 'answer'?

                            How to fix:
                              - write 'answer', or
                              - write Gate.END, if the path ends there""");
    }

    @Test
    void bothBranchesMustNameANode() {
        Checked.graph(rag().node("ifelse knows(String question) => reply : END"))
                .finds("UnknownTarget at Rag.knows => reply")
                .says("""
                        [Hypergraph/UnknownTarget] Rag.knows opens 'reply', which is no node of Rag.
                            nodes : answer and search

                            How to fix:
                              - add a node 'reply' to Rag, or
                              - write Gate.END, if the path ends there""");
    }

    @Test
    void fallbackMustNameANode() {
        Checked.graph(rag().node("route decide(String question) => search | END fallback ask"))
                .finds("UnknownTarget at Rag.decide fallback ask")
                .saysFirst("Rag.decide falls back to 'ask', which is no node of Rag.");
    }

    @Test
    void gateMustNotOpenItself() {
        Checked.graph(rag().node("route decide(String question) => AGAIN=decide | answer"))
                .finds("UnknownTarget at Rag.decide => decide")
                .says("""
                        [Hypergraph/UnknownTarget] Rag.decide opens itself by Choice.AGAIN.
                            gate : Rag.decide(question)

                            How to fix:
                              - name the node that leads back to it""");
        Checked.graph(rag().node("text route decide(String question) => search fallback decide"))
                .finds("UnknownTarget at Rag.decide fallback decide")
                .saysFirst("Rag.decide falls back to itself.");
    }

    @Test
    void nodesOfOtherClassesAndUsesAreTargets() {
        Checked.graph(rag().library("Gates", "route decide(String question) => search | shorten | rank")
                        .library("Texts", "shorten(String text) -> String shortText")
                        .use("rank", "Texts.shorten", "text -> longText", "shortText -> ranked"))
                .findsNothing();
    }

    @Test
    void furtherUseOfAGateIsAtFaultItself() {
        Checked.graph(graph("G")
                        .node("a(int x) -> int y")
                        .library("Gates", "text route first(int x) => a | second")
                        .use("second", "Gates.first", "x -> z", ""))
                .finds("UnknownTarget at @Use second")
                .saysFirst("Gates.first opens itself.");
    }

    @Test
    void listedTargetNeedsAConstant() {
        Sketch sketch = rag().node("route decide(String question) => search | END unlisted searhc");

        Checked.graph(sketch).findsNothing();
        Checked.ownClass(sketch)
                .finds("UnknownTarget at Rag.decide unlisted searhc")
                .says("""
                        [Hypergraph/UnknownTarget] Rag.decide lists the target 'searhc', which no constant of Choice leads to.
                            leads to : END and search

                            Did you mean 'search'?

                            How to fix:
                              - give Choice a constant for it, or
                              - remove it from targets""");
    }

    @Test
    void nodesThatCouldNotBeReadMayBeMeant() {
        Checked.graph(rag().unknown(Kind.NODE_CLASS, "Other").node("route decide(String question) => other"))
                .finds("UnknownNode at reference Other");
    }

    @Test
    void gateThatCannotBeANodeIsNotLookedAt() {
        Checked.graph(rag().faulty("route decide(String question) => other", new Fault(Fault.Kind.PRIVATE, "")))
                .findsNothing();
    }

    @Test
    void whatFollowsFromAMisnamedTargetIsNotReported() {
        Checked.graph(graph("G")
                        .node("route decide(int x) => left | rihgt")
                        .node("left(int x) -> int y")
                        .node("right(int x) -> int y"))
                .finds("UnknownTarget at G.decide => rihgt");
    }
}
