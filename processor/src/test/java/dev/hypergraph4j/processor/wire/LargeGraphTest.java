package dev.hypergraph4j.processor.wire;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LargeGraphTest {
    private static final int NODES = 5_000;

    /** Every value of the chain is declared before the one it is made from, the worst order there is. */
    private static Sketch chain(String first) {
        Sketch sketch = graph("Chain");
        for (int node = NODES; node > 0; node--) {
            String input = node == 1 ? first : "v" + (node - 1);
            sketch.node("n" + node + "(int " + input + ") -> int v" + node);
        }
        return sketch;
    }

    @Test
    void chainOfThousandsOfNodesNeedsNoDeepStack() {
        Wiring wiring = chain("start").wired();

        assertThat(wiring.plan()).hasSize(NODES);
        assertThat(wiring.plan().get(0).name()).isEqualTo("n1");
        assertThat(wiring.plan().get(NODES - 1).name()).isEqualTo("n" + NODES);
    }

    @Test
    void cycleOfThousandsOfNodesNeedsNoDeepStack() {
        Wiring wiring = chain("v" + NODES).wired();

        assertThat(wiring.cycles())
                .singleElement()
                .extracting(cycle -> cycle.edges().size())
                .isEqualTo(NODES);
    }

    @Test
    void sliceOfThousandsOfNodesNeedsNoDeepStack() {
        assertThat(chain("start")
                        .entrypoint("n10")
                        .select("v" + (NODES - 10))
                        .wired()
                        .plan())
                .hasSize(NODES - 19);
    }

    @Test
    void costGrowsLinearly() {
        Sketch sketch = chain("start");

        Assertions.assertTimeout(Duration.ofSeconds(5), sketch::wired);
    }
}
