package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import org.junit.jupiter.api.Test;

class EndlessCycleTest {

    @Test
    void cycleWithoutAGateIsReportedAtItsSeed() {
        Checked.graph(graph("G")
                        .node("write(String topic, @Seed String feedback) -> String draft")
                        .node("judge(String draft) -> String feedback"))
                .finds("EndlessCycle at G.write(feedback)")
                .says("""
                        [Hypergraph/EndlessCycle] The cycle of G.write never ends: no gate can leave it.
                            cycle : write -(draft)-> judge -(feedback)-> write

                            How to fix:
                              - let a gate decide: @IfElse(whenTrue = "write", whenFalse = Gate.END), or
                              - say that 'feedback' stops changing, if it does: @Seed(converges = true)""");
    }

    @Test
    void gateThatCanLeaveTheCycleEndsIt() {
        Checked.graph(graph("G")
                        .node("write(String topic, @Seed String feedback) -> String draft")
                        .node("judge(String draft) -> String feedback")
                        .node("ifelse isGood(String feedback) => END : write"))
                .findsNothing();
    }

    @Test
    void gateThatOnlyOpensWhatLiesOutsideDoesNotEndIt() {
        Checked.graph(graph("G")
                        .node("write(String topic, @Seed String feedback) -> String draft")
                        .node("judge(String draft) -> String feedback")
                        .node("ifelse isGood(String feedback) => END : publish")
                        .node("publish(String draft) -> String page"))
                .finds("EndlessCycle at G.write(feedback)");
    }

    @Test
    void gateThatCanOnlyGoOnDoesNotEndIt() {
        Checked.graph(graph("G")
                        .node("write(String topic, @Seed String feedback) -> String draft")
                        .node("judge(String draft) -> String feedback")
                        .node("text route next(String feedback) => write"))
                .finds("EndlessCycle at G.write(feedback)");
    }

    @Test
    void cycleThatConvergesEndsByItself() {
        Checked.graph(graph("G")
                        .node("write(String topic, @Converging String feedback) -> String draft")
                        .node("judge(String draft) -> String feedback"))
                .findsNothing();
    }

    @Test
    void whatANodeAddsToItsOwnListIsNoCycleThatTurns() {
        Checked.graph(graph("G")
                        .node("think(@Seed List<String> messages) -> String reply")
                        .node("append(@Seed List<String> messages, String reply) -> List<String> messages")
                        .node("ifelse isOpen(List<String> messages) => think : END"))
                .findsNothing();
    }

    @Test
    void misnamedTargetIsTheOnlyMistake() {
        Checked.graph(graph("G")
                        .node("write(String topic, @Seed String feedback) -> String draft")
                        .node("judge(String draft) -> String feedback")
                        .node("ifelse isGood(String feedback) => END : wrote"))
                .finds("UnknownTarget at G.isGood => wrote");
    }
}
