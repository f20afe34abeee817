package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.UnknownReference.Kind;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;

class UnknownValueTest {

    private static Sketch billing() {
        return graph("Billing").node("audit(Doc doc) -> int score emits audited");
    }

    @Test
    void awaitedNameMustBeASignalOrAValue() {
        Checked.graph(billing().node("pay(Doc doc) -> int paid waits audted"))
                .finds("UnknownValue at Billing.pay waits audted")
                .says("""
                        [Hypergraph/UnknownValue] Billing.pay waits for 'audted', which no node of Billing gives.
                            to wait for : audited, paid and score

                            Did you mean 'audited'?

                            How to fix:
                              - write 'audited', or
                              - have a node give it: emit = "audted", or
                              - remove it from waitFor""");
    }

    @Test
    void signalsAndValuesCanBeAwaited() {
        Checked.graph(billing().node("pay(Doc doc) -> int paid waits audited, score"))
                .findsNothing();
    }

    @Test
    void nodeIsTakenForWhatItGives() {
        Checked.graph(graph("G").node("verify(int x) -> int y emits checked").node("a(int x) -> int z waits verify"))
                .saysAlso("Did you mean 'checked'?");
        Checked.graph(graph("G").node("verify(int x) -> int y").node("a(int x) -> int z waits verify"))
                .saysAlso("Did you mean 'y'?");
    }

    @Test
    void inputIsNotAwaited() {
        Checked.graph(billing().node("pay(Doc doc) -> int paid waits doc"))
                .saysFirst("Billing.pay waits for 'doc', which is an input of Billing: no node gives it.");
    }

    @Test
    void furtherUseIsAtFaultItself() {
        Checked.graph(graph("G").declare("L", "a(int x) -> int y waits z").use("b", "L.a", "x -> w", "y -> v"))
                .finds("UnknownValue at @Use b")
                .saysFirst("L.a (as b) waits for 'z', which no node of G gives.");
    }

    @Test
    void sharedValueMustBeProduced() {
        Checked.graph(graph("Chat")
                        .node("reply(String question) -> List<String> messages")
                        .shared("mesages"))
                .finds("UnknownValue at shared mesages")
                .says("""
                        [Hypergraph/UnknownValue] Chat shares 'mesages', which no node of it produces.
                            produced : messages

                            Did you mean 'messages'?

                            How to fix:
                              - write 'messages', or
                              - have nodes produce it: @Node(outputName = "mesages"), or
                              - remove it from shared""");
    }

    @Test
    void signalIsNoValueToShare() {
        Checked.graph(billing().shared("audited")).finds("UnknownValue at shared audited");
    }

    @Test
    void nodesThatCouldNotBeReadMayGiveIt() {
        Checked.graph(billing()
                        .unknown(Kind.NODE_CLASS, "Other")
                        .node("pay(Doc doc) -> int paid waits other")
                        .shared("another"))
                .finds("UnknownNode at reference Other");
    }
}
