package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import org.junit.jupiter.api.Test;

class IdleSeedTest {

    @Test
    void seedThatNoCycleFeedsIsReported() {
        Checked.graph(graph("G").node("write(@Seed String topic) -> String draft"))
                .finds("IdleSeed at G.write(topic)")
                .says("""
                        [Hypergraph/IdleSeed] 'topic' of G.write is a seed, but what G.write gives does not lead there.
                            topic : String  parameter of G.write(topic)

                            How to fix:
                              - remove @Seed""");
    }

    @Test
    void seedThatIsFedFromOutsideOfACycleIsReported() {
        Checked.graph(graph("G")
                        .node("choose(String area) -> String topic")
                        .node("write(@Seed String topic) -> String draft"))
                .finds("IdleSeed at G.write(topic)");
    }

    @Test
    void nodeThatNothingMakesRunAgainIsReported() {
        Checked.graph(graph("G").node("step(@Seed int x) -> int x"))
                .finds("IdleSeed at G.step(x)")
                .says("""
                        [Hypergraph/IdleSeed] 'x' of G.step is a seed, but nothing makes G.step run again.
                            x : int  parameter of G.step(x)
                            x : int  output of G.step

                            How to fix:
                              - let a gate open 'step' again, or
                              - say that 'x' stops changing: @Seed(converges = true)""");
    }

    @Test
    void nodeThatAGateOpensAgainIsFine() {
        Checked.graph(graph("G").node("step(@Seed int x) -> int x").node("ifelse isSmall(int x) => step : END"))
                .findsNothing();
    }
}
