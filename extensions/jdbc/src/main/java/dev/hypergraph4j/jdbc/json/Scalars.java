package dev.hypergraph4j.jdbc.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of values without parts. */
final class Scalars {
    private static final String LOCAL_DAY = "-01";

    private static final Map<Class<?>, Function<ValueType, Shape>> SHAPES = new HashMap<>();

    static {
        numbers();
        texts();
        dates();
    }

    private Scalars() {}

    /** The shape of a type that is one of these; {@code null} for others. */
    static @Nullable Shape of(ValueType type) {
        Function<ValueType, Shape> shape = SHAPES.get(type.raw());
        return shape == null ? null : shape.apply(type);
    }

    private static void numbers() {
        whole(Byte.class, byte.class, Byte::valueOf, Byte.MIN_VALUE, Byte.MAX_VALUE);
        whole(Short.class, short.class, Short::valueOf, Short.MIN_VALUE, Short.MAX_VALUE);
        whole(Integer.class, int.class, Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE);
        whole(Long.class, long.class, Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE);
        Texts<BigInteger> big =
                new Texts<>(BigInteger.class, BigInteger::toString, BigInteger::new, () -> Schemas.ofType("integer"));
        put(BigInteger.class, type -> new NumberShape(type, big, true));
        decimal(Float.class, float.class, Float::valueOf);
        decimal(Double.class, double.class, Double::valueOf);
        Texts<BigDecimal> exact =
                new Texts<>(BigDecimal.class, Scalars::digits, BigDecimal::new, () -> Schemas.ofType("number"));
        put(BigDecimal.class, type -> new NumberShape(type, exact, false));
        Texts<Boolean> truth =
                new Texts<>(Boolean.class, String::valueOf, Scalars::booleanOf, () -> Schemas.ofType("boolean"));
        put(Boolean.class, type -> new BooleanShape(type, truth));
        put(boolean.class, type -> new BooleanShape(type, truth));
    }

    private static void texts() {
        text(String.class, Function.identity(), Function.identity());
        Texts<Character> character = new Texts<>(
                Character.class,
                String::valueOf,
                Scalars::characterOf,
                () -> Schemas.ofType("string").put("minLength", 1).put("maxLength", 1));
        put(Character.class, type -> new TextShape(type, character));
        put(char.class, type -> new TextShape(type, character));
        formatted(UUID.class, UUID::toString, Scalars::uuidOf, "uuid");
        formatted(URI.class, URI::toString, URI::create, "uri-reference");
        text(Locale.class, Scalars::tag, Locale::forLanguageTag);
        text(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
        text(ZoneId.class, ZoneId::getId, ZoneId::of);
        text(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
        Texts<byte[]> bytes = new Texts<>(
                byte[].class,
                value -> Base64.getEncoder().encodeToString(value),
                value -> Base64.getDecoder().decode(value),
                () -> Schemas.ofType("string").put("contentEncoding", "base64"));
        put(byte[].class, type -> new TextShape(type, bytes));
    }

    private static void dates() {
        formatted(Instant.class, Instant::toString, Instant::parse, "date-time");
        formatted(LocalDate.class, LocalDate::toString, LocalDate::parse, "date");
        text(LocalTime.class, LocalTime::toString, LocalTime::parse);
        text(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        text(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
        text(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
        text(ZonedDateTime.class, ZonedDateTime::toString, Scalars::zonedOf);
        formatted(Duration.class, Duration::toString, Duration::parse, "duration");
        text(Period.class, Period::toString, Period::parse);
        text(MonthDay.class, MonthDay::toString, MonthDay::parse);
        // The text of a month is not read back where the year has five digits.
        text(YearMonth.class, Scalars::month, text -> YearMonth.from(LocalDate.parse(text + LOCAL_DAY)));
        Texts<Year> year = new Texts<>(
                Year.class, Year::toString, text -> Year.of(Integer.parseInt(text)), () -> Schemas.ofType("integer"));
        put(Year.class, type -> new NumberShape(type, year, true));
    }

    // How they are put

    private static void put(Class<?> type, Function<ValueType, Shape> shape) {
        SHAPES.put(type, shape);
    }

    private static <T> void whole(Class<T> boxed, Class<T> primitive, Function<String, T> read, long least, long most) {
        Texts<T> text = new Texts<>(
                boxed,
                String::valueOf,
                read,
                () -> Schemas.ofType("integer").put("minimum", least).put("maximum", most));
        put(boxed, type -> new NumberShape(type, text, true));
        put(primitive, type -> new NumberShape(type, text, true));
    }

    private static <T> void decimal(Class<T> boxed, Class<T> primitive, Function<String, T> read) {
        Texts<T> text = new Texts<>(boxed, String::valueOf, read, () -> Schemas.ofType("number"));
        put(boxed, type -> new NumberShape(type, text, false));
        put(primitive, type -> new NumberShape(type, text, false));
    }

    private static <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        Texts<T> text = new Texts<>(type, write, read, () -> Schemas.ofType("string"));
        put(type, declared -> new TextShape(declared, text));
    }

    private static <T> void formatted(
            Class<T> type, Function<T, String> write, Function<String, T> read, String format) {
        Texts<T> text =
                new Texts<>(type, write, read, () -> Schemas.ofType("string").put("format", format));
        put(type, declared -> new TextShape(declared, text));
    }

    // Texts that are not simply those of toString

    /** Plain where that is short; either way the scale comes back. */
    private static String digits(BigDecimal value) {
        return value.scale() >= 0 && value.scale() <= 40 ? value.toPlainString() : value.toString();
    }

    private static Boolean booleanOf(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static Character characterOf(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    /** UUID.fromString takes shorter texts too, and fills them up. */
    private static UUID uuidOf(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    /** Some locales have no tag of their own. */
    private static String tag(Locale value) {
        String tag = value.toLanguageTag();
        if (!Locale.forLanguageTag(tag).equals(value)) {
            throw new IllegalArgumentException("the locale '" + value + "' has no language tag of its own");
        }
        return tag;
    }

    private static String month(YearMonth value) {
        String date = value.atDay(1).toString();
        return date.substring(0, date.length() - LOCAL_DAY.length());
    }

    /** With the offset and the zone that are written, whatever the rules of the zone have become: else it is none. */
    private static ZonedDateTime zonedOf(String text) {
        int zoneAt = text.indexOf('[');
        if (zoneAt < 0) {
            OffsetDateTime plain = OffsetDateTime.parse(text);
            return plain.toLocalDateTime().atZone(plain.getOffset());
        }
        OffsetDateTime offset = OffsetDateTime.parse(text.substring(0, zoneAt));
        ZoneId zone = ZoneId.of(text.substring(zoneAt + 1, text.length() - 1));
        return ZonedDateTime.ofStrict(offset.toLocalDateTime(), offset.getOffset(), zone);
    }
}
