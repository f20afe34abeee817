package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StoreClockTest {
    private static final long HOUR = 3_600_000;
    private static final long SECOND = 1_000;

    private final StoreClock clock = new StoreClock();

    @Test
    void goesAsTheDatabasesDoes() {
        seenToBeAhead(HOUR, 5);
        seenToBeAhead(2 * HOUR, 5);

        assertAheadBy(2 * HOUR);
    }

    @Test
    void pauseWhileItAskedForTheTimeDoesNotPutItWrong() {
        seenToBeAhead(HOUR, 5);
        seenToBeAhead(HOUR - 20 * SECOND, 20 * SECOND);
        seenToBeAhead(HOUR + 20 * SECOND, 20 * SECOND);

        assertAheadBy(HOUR);
    }

    @Test
    void firstTimeCountsHoweverLongItTook() {
        seenToBeAhead(HOUR, 20 * SECOND);

        assertAheadBy(HOUR);
    }

    private void seenToBeAhead(long ahead, long took) {
        long told = System.currentTimeMillis();
        clock.seen(told + ahead, told - took, told, told);
    }

    private void assertAheadBy(long ahead) {
        assertThat(clock.getAsLong() - System.currentTimeMillis()).isCloseTo(ahead, within(500L));
    }
}
