package dev.hypergraph4j.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times of the store for people and programs, in UTC: an operator and a log far away speak of the same. */
final class Times {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private Times() {}

    /** For programs: ISO 8601 with milliseconds. */
    static String exact(long millis) {
        return EXACT.format(Instant.ofEpochMilli(millis));
    }

    /** For people: to the second; empty where there is no time. */
    static String text(long millis) {
        return millis == 0 ? "" : TEXT.format(Instant.ofEpochMilli(millis));
    }

    /** How long something took, for people; empty where it has not ended. */
    static String took(long from, long to) {
        if (from == 0 || to == 0) {
            return "";
        }
        long millis = Math.max(0, to - from);
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
        }
        return millis < HOUR
                ? millis / MINUTE + " min " + millis % MINUTE / 1_000 + " s"
                : millis / HOUR + " h " + millis % HOUR / MINUTE + " min";
    }

    /**
     * A point in time as a user says it.
     *
     * @throws DateTimeParseException if it is none
     */
    static long since(String text, long now) {
        if (text.startsWith("P")) {
            return now - Duration.parse(text).toMillis();
        }
        return text.contains("T")
                ? Instant.parse(text).toEpochMilli()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
