package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverlapTest {

    @Test
    void workThatOverlappedIsSaved() {
        assertThat(new Overlap(Duration.ofMillis(1000), Duration.ofMillis(600)))
                .hasToString("1000 ms of work in 600 ms: running nodes side by side saved up to 400 ms (40 %).");
    }

    @Test
    void runOfOneNodeAfterTheOtherSavesNothing() {
        assertThat(new Overlap(Duration.ofMillis(1000), Duration.ofMillis(1001)).saved())
                .isEqualTo(Duration.ZERO);
    }
}
