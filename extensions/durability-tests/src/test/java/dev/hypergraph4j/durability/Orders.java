package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a {@link WorkerProcess} is told.
 *
 * @param mix of which graphs its workflows are
 * @param ahead how far its clock is ahead, in milliseconds; {@link #STORES_CLOCK} for the store's own
 * @param leaseMillis how long its leases are
 * @param atOnce how many workflows it runs at once
 * @param first the number of the first workflow that it submits
 * @param count how many it submits, which were perhaps submitted before
 */
record Orders(Place place, Path world, Mix mix, long ahead, long leaseMillis, int atOnce, int first, int count) {
    static final long STORES_CLOCK = Long.MIN_VALUE;

    Orders withClock(long millisAhead) {
        return new Orders(place, world, mix, millisAhead, leaseMillis, atOnce, first, count);
    }

    Checkpointer open() {
        return ahead == STORES_CLOCK ? place.open() : place.open(ahead);
    }

    /** What time it is for the process; a server's clock is this machine's. */
    long now() {
        return System.currentTimeMillis() + (ahead == STORES_CLOCK ? 0 : ahead);
    }

    /** Whether all that others have begun is left to it, and what is not due yet is left to another. */
    boolean isAlone() {
        return mix == Mix.ONE_AFTER_ANOTHER;
    }

    Stream<Numbered<?, ?>> workflows() {
        return IntStream.range(first, first + count).mapToObj(mix::at);
    }

    static Orders of(String... words) {
        return new Orders(
                new Place(words[0]),
                Path.of(words[1]),
                Mix.valueOf(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]),
                Integer.parseInt(words[5]),
                Integer.parseInt(words[6]),
                Integer.parseInt(words[7]));
    }

    List<String> words() {
        return List.of(
                place.address(),
                world.toString(),
                mix.name(),
                String.valueOf(ahead),
                String.valueOf(leaseMillis),
                String.valueOf(atOnce),
                String.valueOf(first),
                String.valueOf(count));
    }
}
