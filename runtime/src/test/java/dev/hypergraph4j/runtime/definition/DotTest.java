package dev.hypergraph4j.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotTest {

    @Test
    void absentValuesAreDashedAndRemoteCallsHaveDoubledSides() {
        assertThat(Graphs.of(Graphs.rag()).toDot()).isEqualTo("""
                        digraph "rag" {
                          node [shape=box];
                          i0 [label="question", style=rounded];
                          i1 [label="topK", style=rounded];
                          i2 [label="hint", style=rounded];
                          n0 [label="analyze"];
                          n1 [label="retrieve", peripheries=2];
                          n2 [label="audit"];
                          n3 [label="generate"];
                          i0 -> n0;
                          i2 -> n0 [style=dashed];
                          n0 -> n1 [label="terms"];
                          i1 -> n1;
                          n1 -> n2 [label="docs"];
                          i0 -> n3;
                          n1 -> n3 [label="docs"];
                          n1 -> n3 [label="note", style=dashed];
                          o0 [label="answer", style=rounded];
                          n3 -> o0;
                          o1 [label="note", style=rounded];
                          n1 -> o1 [style=dashed];
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "say\"hi\"",
                "ends\\",
                "a\\nb",
                "a\\\"b",
                "&amp;",
                "<b>bold</b>",
                "{a|b}",
                "größe",
                "文書",
                "𝒳",
                "graph",
                "two\nlines",
                "",
                "]; }"
            })
    void anyNameCanBeDrawn(String name) {
        Plan.Builder builder = Plan.named(name).input(name + 1, "int");
        builder.node(name, "G.a", "", 0, "").takes(name + 1, "int").gives(name + 2, "int");
        builder.node("b", "G.b", "", 0, "").takes(name + 2, "int").gives(name + 3, "int");

        DotReader read = DotReader.read(Graphs.of(builder.outputs(name + 3)).toDot());

        assertThat(read.labels().values()).containsExactly(name + 1, name, "b", name + 3);
        assertThat(read.edges()).containsExactly("i0 -> n0 ", "n0 -> n1 " + name + 2, "n1 -> o0 ");
    }

    @Test
    void chainOfFiveThousandNodesIsDrawn() {
        DotReader read = DotReader.read(Plans.chain(5_000).definition().toDot());

        assertThat(read.labels()).hasSize(5_002);
        assertThat(read.edges()).hasSize(5_001);
    }

    @Test
    void graphvizReadsItWhereItIsInstalled() throws Exception {
        assumeTrue(isGraphvizInstalled());
        Process dot =
                new ProcessBuilder("dot", "-Tplain").redirectErrorStream(true).start();
        dot.getOutputStream().write(Graphs.of(Graphs.rag()).toDot().getBytes(StandardCharsets.UTF_8));
        dot.getOutputStream().close();

        String drawn = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(dot.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(dot.exitValue()).as(drawn).isZero();
    }

    private static boolean isGraphvizInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("dot", "-V").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
