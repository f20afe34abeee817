package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.graphs.TenGraph;
import dev.hypergraph4j.durability.graphs.TenInputs;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a run has its database write, which is what it costs. */
class CommitsTest {
    private static final int RUNS = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void chainOfTenTakesElevenCommitsOfTheDatabase(StoreKind kind) throws SQLException, IOException {
        Place place = kind.newPlace(folder);
        DurableOptions options = DurableOptions.defaults().durability(Durability.SYNC);
        try (Checkpointer store = place.open()) {
            TenGraph ten = TenGraph.create()
                    .with(SyncRunner.builder().checkpointer(store, options).build());
            CommitCount commits = CommitCount.of(place);
            long least = Long.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                long before = commits.now();
                assertThat(ten.run(TenInputs.of(0), RunOptions.workflow("ten-" + run))
                                .outputs()
                                .v10())
                        .isEqualTo(10);
                // The server may keep house at the same time, but hardly in each run.
                least = Math.min(least, commits.now() - before);
            }
            assertThat(least).isEqualTo(11);
        }
    }
}
