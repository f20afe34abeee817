package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class UnseededCycleMessageTest {

    @Test
    void cycleIsDrawnFromItsFirstNode() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Essay {
                            @Node(outputName = "draft")
                            String write(String topic, String feedback) { return null; }

                            @Node(outputName = "points")
                            String read(String draft) { return null; }

                            @Node(outputName = "feedback")
                            String judge(String draft, String points) { return null; }
                        }
                        """).prints("""
                        Essay.java:8: error: [Hypergraph/UnseededCycle] Essay.write needs 'feedback', which is made from its own 'draft'.
                            String write(String topic, String feedback) { return null; }
                                                              ^
                              feedback : String  parameter of Essay.write(topic, feedback)
                              cycle    : write -(draft)-> judge -(feedback)-> write

                              How to fix:
                                - say that the cycle begins here: @Seed String feedback, or
                                - take another value in Essay.write: rename the parameter, or
                                - give the output of Essay.judge another name in its outputName""");
    }

    @Test
    void nodeThatNeedsItselfIsACycle() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Essay {
                            @Node(outputName = "draft")
                            String improve(String draft) { return null; }
                        }
                        """).prints("""
                        Essay.java:8: error: [Hypergraph/UnseededCycle] Essay.improve needs 'draft', which it produces itself.
                            String improve(String draft) { return null; }
                                                  ^
                              draft : String  parameter of Essay.improve(draft)
                              cycle : improve -(draft)-> improve

                              How to fix:
                                - say that the cycle begins here: @Seed String draft, or
                                - take another value in Essay.improve: rename the parameter, or
                                - give the output of Essay.improve another name in its outputName""");
    }
}
