package dev.hypergraph4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAlignedAndMissingCellsEmpty() {
        Table table = new Table("graph", "ns", "bar")
                .row("chain-10", "412", Table.bar(true))
                .row("chain-100", "3915");

        assertThat(table).hasToString("""
                | graph     |   ns | bar |
                |-----------|-----:|----:|
                | chain-10  |  412 | met |
                | chain-100 | 3915 |     |""");
    }

    @Test
    void spreadIsTheMiddleAndTheEnds() {
        assertThat(Spread.of(3, 1, 2).precise()).isEqualTo("2.00 (1.00 to 3.00)");
        assertThat(Spread.of(4, 1, 2, 2).rounded()).isEqualTo("2 (1 to 4)");
        assertThat(Spread.of(2.5).median()).isEqualTo(2.5);
    }
}
