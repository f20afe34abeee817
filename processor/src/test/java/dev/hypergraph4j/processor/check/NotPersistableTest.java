package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import org.junit.jupiter.api.Test;

class NotPersistableTest {

    @Test
    void graphThatIsNotDurableMayHaveAnyValues() {
        Checked.graph(graph("G").node("a(Object x) -> Opaque y")).findsNothing();
    }

    @Test
    void valuesThatCanBeReadBackAreRight() {
        Checked.graph(graph("G").durable().node("a(String x) -> List<Doc> y")).findsNothing();
    }

    @Test
    void inputIsRefusedAtItsFirstParameter() {
        Checked.graph(graph("G").durable().node("a(Object x) -> int y").node("b(Object x) -> int z"))
                .finds("NotPersistable at G.a(x)");
    }

    @Test
    void inputIsOfTheTypeThatAllItsConsumersAccept() {
        Checked.graph(graph("G").durable().node("a(Object x) -> int y").node("b(String x) -> int z"))
                .findsNothing();
    }

    @Test
    void valueIsRefusedAtTheMethodThatGivesItAndNotWhereItIsTaken() {
        Checked.graph(graph("G").durable().node("a() -> Object x").node("b(Object x) -> int y"))
                .finds("NotPersistable at G.a");
    }

    @Test
    void consumerMayTakeMoreThanItsProducerGives() {
        Checked.graph(graph("G").durable().node("a() -> String x").node("b(Object x) -> int y"))
                .findsNothing();
    }

    @Test
    void everyOutputOfANodeIsLookedAt() {
        Checked.graph(graph("G").durable().node("a() -> Object x, int y, List<Object> z"))
                .finds("NotPersistable at G.a", "NotPersistable at G.a");
    }

    @Test
    void answerIsAskedForAndNotProduced() {
        Checked.graph(graph("G").durable().node("interrupt ask() -> Object x"))
                .finds("NotPersistable at G.ask")
                .saysFirst("G.ask asks for 'x', which can't be written and read back exactly: Object may be anything.");
    }

    @Test
    void classThatIsNoRecordIsToldOfOnce() {
        Checked.graph(graph("G").durable().node("a(Opaque x) -> List<Opaque> y").node("b(OpaqueToo z) -> Opaque w"))
                .finds("NotPersistable at G.a(x)", "NotPersistable at G.b(z)");
    }

    @Test
    void valueOfSeveralBranchesIsKeptAsWhatItsConsumerTakes() {
        Checked.graph(graph("G")
                        .durable()
                        .node("ifelse choose(int q) => a : b")
                        .node("a() -> String x")
                        .node("b() -> Integer x")
                        .node("c(Object x) -> int y"))
                .finds("NotPersistable at G.c(x)");
    }

    @Test
    void seedAndWhatTheCycleGivesAreOneValue() {
        Checked.graph(graph("G")
                        .durable()
                        .node("a(@Seed Object x) -> Object x")
                        .node("ifelse again(Object x) => a : END"))
                .finds("NotPersistable at G.a(x)");
    }

    @Test
    void nodesThatDoNotRunGiveNothing() {
        Checked.graph(graph("G")
                        .durable()
                        .library("L", "a() -> Object x", "b() -> int y")
                        .select("y"))
                .findsNothing();
    }

    @Test
    void valueOfAJarIsRefusedWhereTheJarIsTakenIn() {
        Checked.graph(graph("G").durable().jar("J", "a(int q) -> Object x")).finds("NotPersistable at nodes J");
    }

    @Test
    void nothingIsSaidOfAFaultyNode() {
        Checked.graph(graph("G").durable().faulty("a(Object q) -> Object x", new Fault(Fault.Kind.PRIVATE, "")))
                .findsNothing();
    }

    @Test
    void messageTellsTheWayToTheTypeAtFault() {
        Checked.graph(graph("G").durable().node("load() -> List<Object> docs")).says("""
                        [Hypergraph/NotPersistable] G.load produces 'docs', which can't be written and read back exactly: Object may be anything.
                            docs : List<Object>  output of G.load
                            path : List<Object> -> Object

                            How to fix:
                              - say what it is: a record, or a sealed interface of records, or
                              - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void reasonStandsBelowALongSentence() {
        Checked.graph(graph("G").durable().node("loadWithAVeryLongNameThatLeavesNoRoom() -> Opaque documents"))
                .finds("NotPersistable at G.loadWithAVeryLongNameThatLeavesNoRoom")
                .saysAlso("fault     : Opaque is no record");
    }
}
