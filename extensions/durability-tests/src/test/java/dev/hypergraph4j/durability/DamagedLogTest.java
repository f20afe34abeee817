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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQLite's log is cut short, or has bits that were turned over, as after a power cut on a disk that lies: the store has what a moment of the past had, from which
 * all workflows go on to their right results, and that is the moment at which the damage begins. It may refuse to open, but seldom does.
 */
class DamagedLogTest {
    private static final int DAMAGES = Integer.getInteger("seeds", 40);
    private static final int NUMBER = 4;

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final Map<String, Object> outputs = new HashMap<>();
    private final Map<String, List<String>> journals = new HashMap<>();

    /** How many lines of their journals were there, by where the damage begins. */
    private final NavigableMap<Integer, Integer> kept = new TreeMap<>();

    /** A log with damage, and where that begins: at the first byte that is not as it was. */
    private static final class Damage {
        private final byte[] log;
        private final int begins;

        private Damage(byte[] log, int begins) {
            this.log = log;
            this.begins = begins;
        }

        static Damage of(byte[] log, Random random) {
            if (random.nextBoolean()) {
                int length = random.nextInt(log.length);
                return new Damage(Arrays.copyOf(log, length), length);
            }
            int[] places = random.ints(1 + random.nextInt(8), 0, log.length).toArray();
            byte[] damaged = log.clone();
            for (int place : places) {
                damaged[place] ^= (byte) (1 << random.nextInt(8));
            }
            return new Damage(damaged, Arrays.stream(places).min().orElseThrow());
        }

        static Damage ofLastByte(byte[] log) {
            return new Damage(Arrays.copyOf(log, log.length - 1), log.length - 1);
        }
    }

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
        AtomicInteger refused = new AtomicInteger();
        Seeds.each(DAMAGES, seed -> {
            Damage damage = Damage.of(log, new Random(seed));
            refused.addAndGet(isRefused("copy" + seed, file, damage) ? 1 : 0);
        });
        System.out.println(refused + " of " + DAMAGES + " damaged logs were refused; lines by damage: " + kept);
        assertThat(refused.get()).as("refused").isLessThanOrEqualTo(DAMAGES / 10);

        assertThat(isRefused("last", file, Damage.ofLastByte(log))).isFalse();
        assertThat(new ArrayList<>(kept.values()))
                .as("lines, by where the damage begins: " + kept)
                .isSorted();
        int all = journals.values().stream().mapToInt(List::size).sum();
        assertThat(kept.lastEntry().getValue())
                .as("lines but those of the last commit")
                .isBetween(all - 5, all - 1);
    }

    private boolean isRefused(String name, byte[] file, Damage damage) {
        Path copy = folder.resolve(name + ".db");
        write(copy, file);
        write(logOf(copy), damage.log);
        try (Checkpointer store = StoreKind.openSqlite(copy, clock)) {
            boolean isOver = false;
            int found = 0;
            for (Reference<?, ?> reference : Reference.ALL) {
                List<String> lines = lines(store, reference.name());
                List<String> all = journals.getOrDefault(reference.name(), List.of());
                assertThat(lines).isEqualTo(all.subList(0, lines.size()));
                assertThat(isOver && !lines.isEmpty())
                        .as("later ones are there")
                        .isFalse();
                isOver |= lines.size() < all.size();
                found += lines.size();
            }
            kept.put(damage.begins, found);
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
