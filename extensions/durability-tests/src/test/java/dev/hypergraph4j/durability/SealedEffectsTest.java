package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.graphs.Telling;
import dev.hypergraph4j.durability.graphs.TellingGraph;
import dev.hypergraph4j.durability.graphs.TellingInputs;
import dev.hypergraph4j.runtime.OutboxRelay;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Progress and messages of a sealed type come out of every store as what they were. */
class SealedEffectsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void progressAndMessagesAreReadAsWhatTheyWereSaidToBe(StoreKind kind) {
        try (Checkpointer store = kind.open(folder, ManualClock.at(1_700_000_000_000L))) {
            TellingGraph graph = TellingGraph.create()
                    .with(SyncRunner.builder().checkpointer(store).build());
            String seen = graph.run(TellingInputs.of("17"), RunOptions.workflow("w"))
                    .outputs()
                    .seen();
            List<Object> received = new ArrayList<>();
            OutboxRelay.on(store)
                    .to("events", Telling.Event.class, (event, message) -> received.add(event))
                    .to("payments", Telling.Paid.class, (paid, message) -> received.add(paid))
                    .build()
                    .workHere();

            assertThat(seen).isEqualTo("Shipped[parcels=[1, 2]]");
            assertThat(received)
                    .containsExactly(new Telling.Paid("17", 5), Telling.Mood.GOOD, new Telling.Paid("17", 6));
        }
    }
}
