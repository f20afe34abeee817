package dev.hypergraph4j.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.plan.Plan;
import org.junit.jupiter.api.Test;

class DescribeTest {

    @Test
    void tellsInputsNodesAndOutputs() {
        assertThat(Graphs.of(Graphs.rag()).describe()).isEqualTo("""
                        Graph rag, version 3: 4 nodes

                        Inputs
                          question  String  required
                          topK      int     default 5
                          hint      String  optional

                        Nodes
                          analyze   question, hint?        -> terms: List<String>             Rag.analyze (Rag.java:12)
                          retrieve  terms, topK            -> docs: List<Doc>, note?: String  Rag.retrieve (Rag.java:17), rpc, asynchronous
                          audit     docs                   -> nothing                         Audit.audit
                          generate  question, docs, note?  -> answer: String                  Rag.generate (Rag.java:22)

                        Outputs
                          answer  String
                          note?   String
                        """);
    }

    @Test
    void saysWhereThereIsNothing() {
        Plan.Builder effect = Plan.named("effect");
        effect.node("ping", "Effect.ping", "", 0, "");

        assertThat(Graphs.of(effect).describe()).isEqualTo("""
                        Graph effect: 1 node

                        Inputs
                          none

                        Nodes
                          ping    -> nothing  Effect.ping

                        Outputs
                          none
                        """);
    }
}
