package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many processes on one store, whose leases are short: who stands still has lost his workflows when he goes on, and so has who is behind the times. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RaceTest {
    private static final Mix MIX = Mix.SIDE_BY_SIDE;
    private static final int PROCESSES = 8;
    private static final int WORKFLOWS = 200;
    private static final int TROUBLES = Integer.getInteger("troubles", 12);
    private static final int LEASE_MILLIS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "clocks that are off by up to {0} ms")
    @ValueSource(ints = {0, 2 * LEASE_MILLIS})
    void workflowsThatManyProcessesRaceForEndOnceWhoeverIsKilledOrStandsStill(int skewMillis) {
        Place place = new Place(PostgresServer.newDatabaseUrl());
        Path worldFile = folder.resolve("world.txt");
        ChildJvm jvm = new ChildJvm(folder, WorkerProcess.class);
        Ledger.createIn(place);
        jvm.archive(new Orders(place, worldFile, MIX, Orders.STORES_CLOCK, LEASE_MILLIS, 1, 0, 0).words());
        Orders orders = new Orders(place, worldFile, MIX, Orders.STORES_CLOCK, LEASE_MILLIS, 1, 0, WORKFLOWS);
        try (Checkpointer store = place.open();
                Faultless lives = new Faultless(folder.resolve("faultless.db"))) {
            Seeds.with(Seeds.one(), seed -> {
                Crew crew = new Crew(jvm, orders, store, new Random(seed), skewMillis);
                crew.work(PROCESSES, TROUBLES);
                assertThat(crew.troubles()).isPositive();
                Verdicts verdicts = new Verdicts(lives, store, new World(worldFile), MIX);
                for (int i = 0; i < WORKFLOWS; i++) {
                    verdicts.check(MIX.at(i), Integer.MAX_VALUE / 2); // Also who is only slow loses leases.
                }
                verdicts.checkWorld(place);
                System.out.println(crew + "; " + verdicts);
            });
        }
    }
}
