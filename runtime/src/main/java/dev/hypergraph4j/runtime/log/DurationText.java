package dev.hypergraph4j.runtime.log;

import java.time.Duration;

/** Spells durations for people: {@code 850 ns}, {@code 1.2 ms}, {@code 12 ms}, {@code 4.1s}, {@code 4m12s}, {@code 2h05m}. */
final class DurationText {
    private static final String[] UNITS = {" ns", " us", " ms"};
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private DurationText() {}

    static String of(Duration duration) {
        long nanos = Math.max(0, duration.toNanos());
        if (rounded(nanos, SECOND) >= 3600) {
            return twoUnits(rounded(nanos, MINUTE), "h", "m");
        }
        if (rounded(nanos, SECOND / 10) >= 600) {
            return twoUnits(rounded(nanos, SECOND), "m", "s");
        }
        long unit = 1;
        for (String name : UNITS) {
            if (rounded(nanos, unit) < 1000) {
                return nanos < 10 * unit ? tenths(nanos, unit) + name : rounded(nanos, unit) + name;
            }
            unit *= 1000;
        }
        return tenths(nanos, SECOND) + "s";
    }

    private static String twoUnits(long smallUnits, String large, String small) {
        return smallUnits / 60 + large + (smallUnits % 60 < 10 ? "0" : "") + smallUnits % 60 + small;
    }

    /** With one decimal, unless that is 0. */
    private static String tenths(long nanos, long unit) {
        long tenths = (nanos * 10 + unit / 2) / unit;
        return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    }

    /** Half a unit is rounded up. */
    private static long rounded(long nanos, long unit) {
        return (nanos + unit / 2) / unit;
    }
}
