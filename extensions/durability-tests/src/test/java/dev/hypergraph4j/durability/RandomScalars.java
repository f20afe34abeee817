package dev.hypergraph4j.durability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values without parts, by chance: all bits are as likely, and the ends of what there is come often. */
final class RandomScalars {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC", "GMT+02:00", "Z", "-11:30", "+01:02:03");

    private final Random random;
    private final Map<Class<?>, Supplier<Object>> all = new HashMap<>();

    RandomScalars(Random random) {
        this.random = random;
        primitives();
        numbersAndTexts();
        times();
    }

    /** A value of {@code type}; {@code null} if its values have parts. */
    @Nullable
    Object of(Class<?> type) {
        Supplier<Object> some = all.get(type);
        return some == null ? null : some.get();
    }

    private void primitives() {
        both(boolean.class, Boolean.class, random::nextBoolean);
        both(byte.class, Byte.class, () -> (byte) random.nextInt());
        both(short.class, Short.class, () -> (short) random.nextInt());
        both(char.class, Character.class, () -> (char) random.nextInt());
        both(int.class, Integer.class, () -> edge() ? Integer.MIN_VALUE : random.nextInt());
        both(long.class, Long.class, () -> edge() ? Long.MAX_VALUE : random.nextLong());
        both(float.class, Float.class, () -> edge() ? -0.0f : Float.intBitsToFloat(random.nextInt()));
        both(double.class, Double.class, () -> edge() ? Double.NaN : Double.longBitsToDouble(random.nextLong()));
        all.put(OptionalInt.class, () -> edge() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()));
        all.put(OptionalLong.class, () -> edge() ? OptionalLong.empty() : OptionalLong.of(random.nextLong()));
        all.put(OptionalDouble.class, () -> edge() ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian()));
    }

    private void both(Class<?> primitive, Class<?> boxed, Supplier<Object> some) {
        all.put(primitive, some);
        all.put(boxed, some);
    }

    private void numbersAndTexts() {
        all.put(String.class, this::text);
        all.put(BigInteger.class, this::whole);
        all.put(BigDecimal.class, () -> new BigDecimal(whole(), random.nextInt(200) - 100));
        all.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
        all.put(URI.class, () -> URI.create(edge() ? "" : "urn:x:" + random.nextInt()));
    }

    private void times() {
        all.put(Instant.class, () -> edge() ? Instant.MIN : Instant.ofEpochSecond(random.nextInt(), random.nextInt()));
        all.put(LocalDate.class, this::date);
        all.put(LocalTime.class, this::time);
        all.put(LocalDateTime.class, this::dateTime);
        all.put(OffsetDateTime.class, () -> dateTime().atOffset(offset()));
        all.put(OffsetTime.class, () -> time().atOffset(offset()));
        all.put(
                ZonedDateTime.class,
                () -> LocalDateTime.of(LocalDate.ofEpochDay(random.nextInt(40_000)), time())
                        .atZone(zone()));
        all.put(
                Duration.class,
                () -> edge() ? Duration.ofSeconds(Long.MIN_VALUE) : Duration.ofNanos(random.nextLong()));
        all.put(Period.class, () -> Period.of(random.nextInt(), random.nextInt(), random.nextInt()));
        all.put(Year.class, () -> edge() ? Year.of(Year.MIN_VALUE) : Year.of(random.nextInt(20_000) - 10_000));
        all.put(YearMonth.class, () -> YearMonth.from(date()));
        all.put(MonthDay.class, () -> edge() ? MonthDay.of(Month.FEBRUARY, 29) : MonthDay.from(date()));
        all.put(ZoneId.class, this::zone);
        all.put(ZoneOffset.class, this::offset);
    }

    private boolean edge() {
        return random.nextInt(5) == 0;
    }

    /** With halves of characters, and those that JSON has to escape. */
    private String text() {
        StringBuilder text = new StringBuilder();
        while (random.nextInt(5) > 0) {
            text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536)));
        }
        return text.toString();
    }

    private BigInteger whole() {
        BigInteger whole = new BigInteger(random.nextInt(200), random);
        return random.nextBoolean() ? whole : whole.negate();
    }

    private LocalDate date() {
        return edge() ? LocalDate.MAX : LocalDate.ofEpochDay(random.nextInt());
    }

    private LocalTime time() {
        return edge() ? LocalTime.MIDNIGHT : LocalTime.ofNanoOfDay(random.nextLong(LocalTime.MAX.toNanoOfDay()));
    }

    private LocalDateTime dateTime() {
        return LocalDateTime.of(date(), time());
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(random.nextInt(2 * 64_800 + 1) - 64_800);
    }

    private ZoneId zone() {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }
}
