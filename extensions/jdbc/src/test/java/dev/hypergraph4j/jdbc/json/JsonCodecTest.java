package dev.hypergraph4j.jdbc.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hypergraph4j.jdbc.json.Samples.Card;
import dev.hypergraph4j.jdbc.json.Samples.Cash;
import dev.hypergraph4j.jdbc.json.Samples.Color;
import dev.hypergraph4j.jdbc.json.Samples.Instalments;
import dev.hypergraph4j.jdbc.json.Samples.Invoice;
import dev.hypergraph4j.jdbc.json.Samples.Line;
import dev.hypergraph4j.jdbc.json.Samples.Numbers;
import dev.hypergraph4j.jdbc.json.Samples.Ok;
import dev.hypergraph4j.jdbc.json.Samples.Order;
import dev.hypergraph4j.jdbc.json.Samples.Pair;
import dev.hypergraph4j.jdbc.json.Samples.Payment;
import dev.hypergraph4j.jdbc.json.Samples.Result;
import dev.hypergraph4j.jdbc.json.Samples.Tree;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.plan.GenericType;
import java.lang.reflect.Type;
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
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values come back as they were. */
class JsonCodecTest {
    private static final UUID ID = UUID.fromString("0b1c7a50-57a3-4d1c-9b61-0123456789ab");

    private final JsonCodec codec = JsonCodec.create();

    static Stream<Arguments> values() {
        return Stream.of(scalars(), dates(), collections(), records()).flatMap(each -> each);
    }

    private static Stream<Arguments> scalars() {
        return Stream.of(
                arguments("text", String.class),
                arguments("", String.class),
                arguments("a\0b \uD83D\uDE00 \"\\\n\u2028", String.class),
                arguments("half \uD83D of a character, and \uDE00", String.class),
                arguments("x".repeat(100_000), String.class),
                arguments(Byte.MIN_VALUE, byte.class),
                arguments(Short.MAX_VALUE, Short.class),
                arguments(Integer.MIN_VALUE, int.class),
                arguments(Long.MIN_VALUE, long.class),
                arguments(Long.MAX_VALUE, Long.class),
                arguments(new BigInteger("9".repeat(2_000)), BigInteger.class),
                arguments(new BigDecimal("1.10"), BigDecimal.class),
                arguments(new BigDecimal("1E+3"), BigDecimal.class),
                arguments(new BigDecimal("0E-50"), BigDecimal.class),
                arguments(new BigDecimal("-0.0000001"), BigDecimal.class),
                arguments(new BigDecimal("1E+400"), BigDecimal.class),
                arguments(Double.NaN, double.class),
                arguments(Double.POSITIVE_INFINITY, Double.class),
                arguments(-0.0, double.class),
                arguments(Double.MIN_VALUE, double.class),
                arguments(Double.MAX_VALUE, double.class),
                arguments(0.1, double.class),
                arguments(Float.NaN, Float.class),
                arguments(Float.NEGATIVE_INFINITY, float.class),
                arguments(Float.MIN_VALUE, float.class),
                arguments(0.1f, float.class),
                arguments(true, boolean.class),
                arguments('x', char.class),
                arguments('\0', Character.class),
                arguments('\uD83D', char.class),
                arguments(ID, UUID.class),
                arguments(URI.create("https://example.org/a%20b?c=d#e"), URI.class),
                arguments(Locale.forLanguageTag("sr-Latn-RS-x-lvariant-posix"), Locale.class),
                arguments(Locale.ROOT, Locale.class),
                arguments(Currency.getInstance("JPY"), Currency.class),
                arguments(Color.RED, Color.class),
                arguments(Color.GREEN, Color.class));
    }

    private static Stream<Arguments> dates() {
        LocalDateTime overlap = LocalDateTime.parse("2025-10-26T02:30");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        return Stream.of(
                arguments(Instant.MAX, Instant.class),
                arguments(Instant.MIN, Instant.class),
                arguments(Instant.ofEpochSecond(1, 1), Instant.class),
                arguments(LocalDate.MIN, LocalDate.class),
                arguments(LocalDate.MAX, LocalDate.class),
                arguments(LocalTime.MAX, LocalTime.class),
                arguments(LocalTime.MIDNIGHT, LocalTime.class),
                arguments(LocalDateTime.MIN, LocalDateTime.class),
                arguments(OffsetDateTime.MAX, OffsetDateTime.class),
                arguments(OffsetTime.MIN, OffsetTime.class),
                arguments(ZonedDateTime.ofLocal(overlap, berlin, ZoneOffset.ofHours(1)), ZonedDateTime.class),
                arguments(ZonedDateTime.ofLocal(overlap, berlin, ZoneOffset.ofHours(2)), ZonedDateTime.class),
                arguments(overlap.atZone(ZoneOffset.UTC), ZonedDateTime.class),
                arguments(overlap.atZone(ZoneId.of("UTC")), ZonedDateTime.class),
                arguments(overlap.atZone(ZoneId.of("GMT+02:00")), ZonedDateTime.class),
                arguments(Duration.ofSeconds(Long.MIN_VALUE), Duration.class),
                arguments(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), Duration.class),
                arguments(Duration.ofMillis(-500), Duration.class),
                arguments(Period.of(-1, 2, -3), Period.class),
                arguments(Year.of(5), Year.class),
                arguments(Year.of(-12_345), Year.class),
                arguments(YearMonth.of(12_345, 6), YearMonth.class),
                arguments(YearMonth.of(-5, 6), YearMonth.class),
                arguments(MonthDay.of(2, 29), MonthDay.class),
                arguments(berlin, ZoneId.class),
                arguments(ZoneOffset.ofHoursMinutesSeconds(1, 2, 3), ZoneId.class),
                arguments(ZoneOffset.UTC, ZoneOffset.class));
    }

    private static Stream<Arguments> collections() {
        return Stream.of(
                arguments(List.of(1, 2), GenericType.of(List.class, Integer.class)),
                arguments(Arrays.asList("a", null), GenericType.of(List.class, String.class)),
                arguments(List.of(List.of(), List.of(1L)), listOf(listOf(Long.class))),
                arguments(new LinkedHashSet<>(List.of("b", "a")), GenericType.of(Set.class, String.class)),
                arguments(Map.of("a", List.of(1.5)), GenericType.of(Map.class, String.class, listOf(Double.class))),
                arguments(Map.of(Color.GREEN, 1), GenericType.of(Map.class, Color.class, Integer.class)),
                arguments(Map.of(7L, "x"), GenericType.of(Map.class, Long.class, String.class)),
                arguments(Map.of(-0.5, "x"), GenericType.of(Map.class, Double.class, String.class)),
                arguments(Map.of(true, "x"), GenericType.of(Map.class, Boolean.class, String.class)),
                arguments(Map.of('c', "x"), GenericType.of(Map.class, Character.class, String.class)),
                arguments(Map.of(ID, "x"), GenericType.of(Map.class, UUID.class, String.class)),
                arguments(
                        new LinkedHashMap<>(Map.of(LocalDate.EPOCH, "x")),
                        GenericType.of(LinkedHashMap.class, LocalDate.class, String.class)),
                arguments(
                        new HashMap<>(Map.of(new Line("a", 1), "x")),
                        GenericType.of(Map.class, Line.class, String.class)),
                arguments(Map.entry("a", 1), GenericType.of(Map.Entry.class, String.class, Integer.class)),
                arguments(Optional.of("a"), GenericType.of(Optional.class, String.class)),
                arguments(Optional.empty(), GenericType.of(Optional.class, String.class)),
                arguments(Optional.empty(), optionalOf(optionalOf(String.class))),
                arguments(Optional.of(Optional.empty()), optionalOf(optionalOf(String.class))),
                arguments(Optional.of(Optional.of("a")), optionalOf(optionalOf(String.class))),
                arguments(Optional.of(Optional.of(Optional.empty())), optionalOf(optionalOf(optionalOf(int[].class)))),
                arguments(Optional.of(OptionalInt.empty()), optionalOf(OptionalInt.class)),
                arguments(
                        new EnumMap<>(Map.of(Color.GREEN, 1)),
                        GenericType.of(EnumMap.class, Color.class, Integer.class)),
                arguments(OptionalInt.of(3), OptionalInt.class),
                arguments(OptionalLong.empty(), OptionalLong.class),
                arguments(OptionalDouble.of(-0.0), OptionalDouble.class),
                arguments(new int[] {1, 2}, int[].class),
                arguments(new byte[] {0, -1, 127}, byte[].class),
                arguments(new char[] {'a', '\uDE00'}, char[].class),
                arguments(new String[][] {{"a", null}, {}}, String[][].class),
                arguments(new List<?>[] {List.of("a")}, GenericType.array(listOf(String.class))));
    }

    private static Stream<Arguments> records() {
        Map<Color, Long> counts = Map.of(Color.RED, 1L);
        Order order = new Order(ID, List.of(new Line("a", 1)), Optional.empty(), null, counts);
        Payment nested = new Instalments(List.of(new Cash(5), new Invoice(LocalDate.EPOCH), Samples.Currency.EUR));
        return Stream.of(
                arguments(order, Order.class),
                arguments(new Numbers((byte) 1, (short) 2, 3, 4, 5, 6, '7', true), Numbers.class),
                arguments(new Samples.Empty(), Samples.Empty.class),
                arguments(new Pair<>(1, List.of("a")), GenericType.of(Pair.class, Integer.class, listOf(String.class))),
                arguments(new Tree("a", List.of(new Tree("b", List.of()))), Tree.class),
                arguments(
                        new Samples.Arrays(new int[] {1}, new String[][] {{"x"}}, new byte[] {2}),
                        Samples.Arrays.class),
                arguments(new Cash(1), Payment.class),
                arguments(new Card("1", Duration.ZERO), Card.class),
                arguments(nested, Payment.class),
                arguments(Samples.Currency.USD, Payment.class),
                arguments(new Ok<>(List.of(1)), GenericType.of(Result.class, listOf(Integer.class))),
                arguments(new Samples.Failure<>("x", Set.of(Color.RED)), GenericType.of(Result.class, Color.class)));
    }

    private static Type listOf(Type element) {
        return GenericType.of(List.class, element);
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueComesBackAsItWas(Object value, Type type) {
        Object read = codec.decode(codec.encode(value, type), type);

        if (value instanceof Samples.Arrays arrays) {
            assertThat(read).usingRecursiveComparison().isEqualTo(arrays);
        } else {
            assertThat(read).isEqualTo(value);
            assertThat(read.getClass().isArray()).isEqualTo(value.getClass().isArray());
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void sameValueIsWrittenAsTheSameBytes(Object value, Type type) {
        assertThat(codec.encode(value, type)).isEqualTo(JsonCodec.create().encode(value, type));
    }

    @Test
    void subtypeIsToldByItsSimpleName() {
        assertThat(json(new Cash(5), Payment.class)).isEqualTo("{\"@type\":\"Cash\",\"cents\":5}");
        assertThat(json(Samples.Currency.EUR, Payment.class)).isEqualTo("{\"@type\":\"Currency\",\"value\":\"EUR\"}");
        assertThat(json(new Cash(5), Cash.class)).isEqualTo("{\"cents\":5}");
    }

    @Test
    void nameOfTheSubtypeMayStandAnywhere() {
        Payload written = codec.ofJson("{\"number\":\"1\",\"valid\":\"PT1H\",\"@type\":\"Card\"}");

        assertThat(codec.decode(written, Payment.class)).isEqualTo(new Card("1", Duration.ofHours(1)));
    }

    @Test
    void textIsWhatPeopleWouldWrite() {
        assertThat(json(new BigDecimal("1.10"), BigDecimal.class)).isEqualTo("1.10");
        assertThat(json(Double.NaN, double.class)).isEqualTo("\"NaN\"");
        assertThat(json(
                        Map.of(Color.RED, Optional.of(1)),
                        GenericType.of(Map.class, Color.class, optionalOf(Integer.class))))
                .isEqualTo("{\"RED\":1}");
        assertThat(json(Optional.of(Optional.empty()), optionalOf(optionalOf(Integer.class))))
                .isEqualTo("[null]");
        assertThat(json(Optional.of(Optional.of(1)), optionalOf(optionalOf(Integer.class))))
                .isEqualTo("[1]");
        assertThat(json(LocalDate.of(2026, 1, 2), LocalDate.class)).isEqualTo("\"2026-01-02\"");
    }

    @Test
    void optionalInsideOfAnotherIsDescribedAsItIsWritten() {
        assertThat(codec.schema(optionalOf(optionalOf(Integer.class))))
                .contains("{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"integer\"")
                .endsWith("\"minItems\":1,\"maxItems\":1},{\"type\":\"null\"}]}");
    }

    @Test
    void payloadBeginsWithTheVersionOfTheForm() {
        Payload.Bytes written = (Payload.Bytes) codec.encode("a", String.class);

        assertThat(written.bytes()).containsExactly(1, '"', 'a', '"');
    }

    static Stream<Arguments> equalValuesInOtherOrders() {
        Type texts = GenericType.of(Set.class, String.class);
        Map<String, Integer> counts = new LinkedHashMap<>(Map.of("a", 1));
        counts.put("b", 2);
        Map<String, Integer> reversed = new LinkedHashMap<>(Map.of("b", 2));
        reversed.put("a", 1);
        Map<Line, String> byLine = new LinkedHashMap<>(Map.of(new Line("a", 1), "x"));
        byLine.put(new Line("b", 1), "y");
        Map<Line, String> byLineReversed = new LinkedHashMap<>(Map.of(new Line("b", 1), "y"));
        byLineReversed.put(new Line("a", 1), "x");
        return Stream.of(
                arguments(set("a", "b"), set("b", "a"), texts),
                arguments(crowd(16), crowd(4_096), GenericType.of(HashSet.class, String.class)),
                arguments(counts, reversed, GenericType.of(Map.class, String.class, Integer.class)),
                arguments(byLine, byLineReversed, GenericType.of(Map.class, Line.class, String.class)),
                arguments(set(set("a", "b"), set("c")), set(set("c"), set("b", "a")), GenericType.of(Set.class, texts)),
                arguments(
                        List.of(new Pair<>(set("a", "b"), Optional.of(counts))),
                        List.of(new Pair<>(set("b", "a"), Optional.of(reversed))),
                        listOf(GenericType.of(
                                Pair.class,
                                texts,
                                optionalOf(GenericType.of(Map.class, String.class, Integer.class))))),
                arguments(
                        new Samples.Failure<>("x", set("a", "b")),
                        new Samples.Failure<>("x", set("b", "a")),
                        GenericType.of(Result.class, String.class)));
    }

    private static Set<Object> set(Object... elements) {
        return new LinkedHashSet<>(List.of(elements));
    }

    private static Set<String> crowd(int capacity) {
        Set<String> crowd = new HashSet<>(capacity);
        IntStream.range(0, 12).forEach(number -> crowd.add("tag number " + number));
        return crowd;
    }

    @ParameterizedTest
    @MethodSource("equalValuesInOtherOrders")
    void canonicalFormOfEqualValuesIsTheSame(Object value, Object other, Type type) {
        Payload written = codec.encode(value, type);
        Payload otherwise = codec.encode(other, type);

        assertThat(value).isEqualTo(other);
        assertThat(written).isNotEqualTo(otherwise);
        assertThat(codec.canonical(written, type)).isEqualTo(codec.canonical(otherwise, type));
        assertThat(codec.decode(codec.canonical(written, type), type)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void canonicalFormIsThatOfThisValueOnly(Object value, Type type) {
        Payload canonical = codec.canonical(codec.encode(value, type), type);

        assertThat(codec.canonical(canonical, type)).isEqualTo(canonical);
        assertThat(codec.encode(codec.decode(canonical, type), type)).isEqualTo(canonical);
    }

    @Test
    void orderOfListsIsPartOfTheCanonicalForm() {
        Type type = listOf(GenericType.of(Set.class, String.class));
        Payload one = codec.canonical(codec.encode(List.of(set("a"), set("b")), type), type);
        Payload other = codec.canonical(codec.encode(List.of(set("b"), set("a")), type), type);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void whatIsNothingOfTheTypeAnyMoreIsItsOwnCanonicalForm() {
        Payload text = codec.encode("a", String.class);

        assertThat(codec.canonical(text, GenericType.of(Set.class, Integer.class)))
                .isEqualTo(text);
    }

    private static Type optionalOf(Type type) {
        return GenericType.of(Optional.class, type);
    }

    private String json(Object value, Type type) {
        return codec.json(codec.encode(value, type));
    }
}
