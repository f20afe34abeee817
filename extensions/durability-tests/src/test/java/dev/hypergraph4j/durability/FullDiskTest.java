package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.ChainInputs;
import dev.hypergraph4j.durability.graphs.ChainOutputs;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.testing.ManualClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The disk is full in the middle of a workflow: it stops loudly, and goes on when there is space. Skipped where no small disk may be mounted, unless
 * {@code -Ddisks.required=true} has that fail.
 */
class FullDiskTest {
    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);

    @BeforeEach
    void mountSmallDisk() {
        boolean isMounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString());
        assumeTrue(isMounted || Boolean.getBoolean("disks.required"), "no disk can be mounted");
        assertThat(isMounted)
                .as("a small disk can be mounted, which takes root")
                .isTrue();
    }

    @AfterEach
    void unmount() {
        run("umount", folder.toString());
    }

    @ParameterizedTest(name = "full when node {0} runs")
    @ValueSource(ints = {0, 1, 2, 3})
    void workflowStopsWhenTheDiskIsFullAndGoesOnWhenItIsNot(int fullAt) {
        AtomicInteger ran = new AtomicInteger();
        AtomicInteger full = new AtomicInteger(fullAt);
        Chain chain = new Chain((context, effect) -> {
            if (ran.getAndIncrement() == full.get()) {
                fill();
            }
        });
        try (Checkpointer store = JdbcCheckpointer.builder().clock(clock).sqlite(folder.resolve("workflows.db"))) {
            // Statements that are longer than the space that is left in the log's last page.
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            run(chain, store, "w" + i);
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("full");
            long stopped = store.workflows(dev.hypergraph4j.runtime.durable.WorkflowQuery.ALL)
                    .size();
            empty();
            full.set(-1);
            clock.advance(Duration.ofMinutes(1));

            for (int i = 0; i <= stopped; i++) {
                assertThat(run(chain, store, "w" + i).sent()).isEqualTo("parcel 7 with stamp of 80");
                Invariants.of(store, "w" + i);
            }
        }
    }

    private static ChainOutputs run(Chain chain, Checkpointer store, String id) {
        SyncRunner runner = SyncRunner.builder().checkpointer(store).build();
        return ChainGraph.create(chain)
                .with(runner)
                .run(ChainInputs.of(7), RunOptions.workflow(id))
                .outputs();
    }

    private void fill() {
        byte[] page = new byte[512];
        try (OutputStream file = Files.newOutputStream(folder.resolve("filler"))) {
            while (true) {
                file.write(page);
            }
        } catch (IOException full) {
            // That is what it is for.
        }
    }

    private void empty() {
        try {
            Files.delete(folder.resolve("filler"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }
}
