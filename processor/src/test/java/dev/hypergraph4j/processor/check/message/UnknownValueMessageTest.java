package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class UnknownValueMessageTest {

    @Test
    void nameIsShownWhereTheAnnotationHasIt() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(shared = {"receipt", "messages"})
                        class Billing {
                            @Node(emit = "audited")
                            void audit(String order) {}

                            @Node(outputName = "receipt", waitFor = {"audited", "audit"})
                            String pay(String order) { return order; }
                        }
                        """).prints("""
                        Billing.java:5: error: [Hypergraph/UnknownValue] Billing shares 'messages', which no node of it produces.
                        @Graph(shared = {"receipt", "messages"})
                                                    ^
                              produced : receipt

                              How to fix:
                                - have nodes produce it: @Node(outputName = "messages"), or
                                - remove it from shared

                        Billing.java:10: error: [Hypergraph/UnknownValue] Billing.pay waits for 'audit', which no node of Billing gives.
                            @Node(outputName = "receipt", waitFor = {"audited", "audit"})
                                                                                ^
                              to wait for : audited and receipt

                              Did you mean 'audited'?

                              How to fix:
                                - write 'audited', or
                                - have a node give it: emit = "audit", or
                                - remove it from waitFor""");
    }
}
