package dev.hypergraph4j.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MermaidTest {

    @Test
    void absentValuesAreDottedAndRemoteCallsHaveDoubledSides() {
        assertThat(Graphs.of(Graphs.rag()).toMermaid()).isEqualTo("""
                        flowchart TD
                          i0(["question"])
                          i1(["topK"])
                          i2(["hint"])
                          n0["analyze"]
                          n1[["retrieve"]]
                          n2["audit"]
                          n3["generate"]
                          i0 --> n0
                          i2 -.-> n0
                          n0 -->|"terms"| n1
                          i1 --> n1
                          n1 -->|"docs"| n2
                          i0 --> n3
                          n1 -->|"docs"| n3
                          n1 -.->|"note"| n3
                          o0(["answer"])
                          n3 --> o0
                          o1(["note"])
                          n1 -.-> o1""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "say\"hi\" say#34;hi#34;",
                "a[0] a[0]",
                "a|b{c}(d) a|b{c}(d)",
                "<b>&amp; #60;b#62;#38;amp;",
                "#35; #35;35;",
                "`code` #96;code#96;",
                "a\\nb a#92;nb",
                "end end",
                "größe größe",
                "文書 文書",
                "𝒳 𝒳"
            })
    void anyNameCanBeDrawn(String name, String drawn) {
        Plan.Builder graph = Plan.named("g").input(name + 1, "int");
        graph.node(name, "G.a", "", 0, "").takes(name + 1, "int").gives(name, "int");
        graph.node("b", "G.b", "", 0, "").takes(name, "int");

        assertThat(Graphs.of(graph.outputs(name)).toMermaid().lines().map(String::strip))
                .containsExactly(
                        "flowchart TD",
                        "i0([\"" + drawn + "1\"])",
                        "n0[\"" + drawn + "\"]",
                        "n1[\"b\"]",
                        "i0 --> n0",
                        "n0 -->|\"" + drawn + "\"| n1",
                        "o0([\"" + drawn + "\"])",
                        "n0 --> o0");
    }

    @Test
    void lineBreaksBecomeSpaces() {
        Plan.Builder graph = Plan.named("g");
        graph.node("a\nb\tc\rd", "G.a", "", 0, "");

        assertThat(Graphs.of(graph).toMermaid()).isEqualTo("flowchart TD\n  n0[\"a b c d\"]");
    }

    @Test
    void valueThatIsTakenTwiceIsOneEdge() {
        Plan.Builder graph = Plan.named("g").input("x", "int");
        graph.node("a", "G.a", "", 0, "").takes("x", "int").takes("x", "long");

        assertThat(Graphs.of(graph).toMermaid()).containsOnlyOnce("i0 --> n0");
    }

    @Test
    void valueThatNobodyGivesHasNoEdge() {
        Plan.Builder graph = Plan.named("g");
        graph.node("a", "G.a", "", 0, "").takes("missing", "int");

        assertThat(Graphs.of(graph).toMermaid()).isEqualTo("flowchart TD\n  n0[\"a\"]");
    }

    @Test
    void chainOfFiveThousandNodesIsDrawn() {
        assertThat(Plans.chain(5_000).definition().toMermaid().lines()).hasSize(1 + 1 + 5_000 + 5_000 + 2);
    }
}
