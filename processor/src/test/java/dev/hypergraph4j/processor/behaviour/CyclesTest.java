package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.api.Test;

/** Cycles turn until nothing new comes up. */
class CyclesTest {

    @Test
    void seedBeginsTheCycleAndAGateLeavesIt() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Chat {
                                    @Node(outputName = "reply")
                                    String think(@Seed List<String> messages) { return "reply " + messages.size(); }

                                    @Node(outputName = "messages")
                                    ArrayList<String> append(@Seed List<String> messages, String reply) {
                                        ArrayList<String> all = new ArrayList<>(messages);
                                        all.add(reply);
                                        return all;
                                    }

                                    @IfElse(whenTrue = "think", whenFalse = "finish")
                                    boolean isOpen(ArrayList<String> messages) { return messages.size() < 4; }

                                    @Node(outputName = "transcript")
                                    String finish(List<String> messages) { return String.join(", ", messages); }
                                }
                                """)
                        .evaluate("ChatGraph.create(new Chat()).run(List.of(\"hi\")).outputs().transcript()"))
                .isEqualTo("hi, reply 1, reply 2, reply 3");
    }

    @Test
    void cycleThroughAGateAloneRunsANodeAgain() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Dice {
                                    int thrown;

                                    @Node(outputName = "points")
                                    int roll() { return ++thrown; }

                                    @IfElse(whenTrue = "END", whenFalse = "roll")
                                    boolean isEnough(int points) { return points == 6; }
                                }
                                """).evaluate("DiceGraph.create(new Dice()).run().outputs().points()"))
                .isEqualTo(6);
    }

    @Test
    void cycleConverges() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Root {
                                    @Node(outputName = "guess")
                                    double improve(@Seed(converges = true) double guess, double square) {
                                        return (guess + square / guess) / 2;
                                    }
                                }
                                """).evaluate("RootGraph.create(new Root()).run(1, 2).outputs().guess()"))
                .isEqualTo(1.414213562373095);
    }

    @Test
    void sharedValueIsGivenByOneNodeAfterTheOther() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(shared = "log")
                                class Steps {
                                    @Node(outputName = {"log", "a"})
                                    LogAndA first(List<String> log) { return new LogAndA(with(log, "first"), 1); }

                                    record LogAndA(List<String> log, int a) {}

                                    @Node(outputName = "log", waitFor = "a")
                                    List<String> second(List<String> log) { return with(log, "second"); }

                                    static List<String> with(List<String> log, String entry) {
                                        List<String> all = new ArrayList<>(log);
                                        all.add(entry);
                                        return all;
                                    }
                                }
                                """).evaluate("StepsGraph.create(new Steps()).run(List.of()).outputs().log()"))
                .hasToString("[first, second]");
    }

    @Test
    void signalsOrderNodesWithoutValues() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Order {
                                    final List<String> done = new ArrayList<>();

                                    @Node(waitFor = "paid")
                                    void ship() { done.add("ship"); }

                                    @Node(emit = "paid")
                                    void pay() { done.add("pay"); }

                                    static Object run() {
                                        Order order = new Order();
                                        OrderGraph.create(order).run();
                                        return order.done;
                                    }
                                }
                                """).evaluate("Order.run()")).hasToString("[pay, ship]");
    }
}
