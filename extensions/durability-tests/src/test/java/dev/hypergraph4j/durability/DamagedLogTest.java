package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.testing.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQLite's log is cut short, or has bits that were turned over, as after a power cut on a disk that lies: the store has what a moment of the past had, from which
 * all workflows go on to their right results, or it refuses to open.
 */
class DamagedLogTest {
    private static final int DAMAGES = Integer.getInteger("seeds", 40);
    private static final int NUMBER = 4;

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final Map<String, Object> outputs = new HashMap<>();
    private final Map<String, List<String>> journals = new HashMap<>();

    @Test
    void storeWithADamagedLogIsAsItWasAtSomeMoment() throws IOException {
        Path original = folder.resolve("original.db");
        byte[] file;
        byte[] log;
        try (Checkpointer store = StoreKind.openSqlite(original, clock)) {
            for (Reference<?, ?> reference : Reference.ALL) {
                outputs.put(reference.name(), live(reference, store));
                journals.put(reference.name(), lines(store, reference.name()));
            }
            file = Files.readAllBytes(original);
            log = Files.readAllBytes(logOf(original));
        }
        clock.advance(Duration.ofMinutes(1));
        int[] refused = new int[1];
        Seeds.each(DAMAGES, seed -> {
            Path copy = folder.resolve("copy" + seed + ".db");
            write(copy, file);
            write(logOf(copy), damaged(log, new Random(seed)));
            refused[0] += isRefused(copy) ? 1 : 0;
        });
        System.out.println(refused[0] + " of " + DAMAGES + " damaged logs were refused");
    }

    private static byte[] damaged(byte[] log, Random random) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(log, random.nextInt(log.length));
        }
        byte[] damaged = log.clone();
        int bits = 1 + random.nextInt(8);
        for (int i = 0; i < bits; i++) {
            damaged[random.nextInt(log.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private boolean isRefused(Path copy) {
        try (Checkpointer store = StoreKind.openSqlite(copy, clock)) {
            boolean isOver = false;
            for (Reference<?, ?> reference : Reference.ALL) {
                List<String> lines = lines(store, reference.name());
                List<String> all = journals.getOrDefault(reference.name(), List.of());
                assertThat(lines).isEqualTo(all.subList(0, lines.size()));
                assertThat(isOver && !lines.isEmpty())
                        .as("later ones are there")
                        .isFalse();
                isOver |= lines.size() < all.size();
            }
            for (Reference<?, ?> reference : Reference.ALL) {
                assertThat(live(reference, store)).isEqualTo(outputs.get(reference.name()));
                Invariants.of(store, reference.name());
            }
            return false;
        } catch (StoreException loud) {
            return true;
        }
    }

    private static List<String> lines(Checkpointer store, String id) {
        return store.journal(id, 0, Integer.MAX_VALUE).stream()
                .map(JournalEntry::toString)
                .toList();
    }

    private static <I, O> O live(Reference<I, O> reference, Checkpointer store) {
        return new Life<>(reference, reference.name(), NUMBER, new Bodies(), store).live(Way.RUN);
    }

    private static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
