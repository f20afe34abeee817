package dev.hypergraph4j.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("ArrayRecordComponent") // Users have them.
class CacheKeyTest {

    record Doc(String title, List<String> tags, int[] counts) {}

    record Other(String title, List<String> tags, int[] counts) {}

    record Box<T>(T content) {}

    record Faulty(int number) {
        Faulty {
            if (number < 0) {
                throw new IllegalArgumentException();
            }
        }

        @Override
        public int number() {
            throw new IllegalStateException("broken");
        }
    }

    record Mistaken(int number) {
        @Override
        public int number() {
            throw new AssertionError("broken");
        }
    }

    enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "SMALL";
            }
        }
    }

    static final class Plain {}

    static final class WithEquals {
        @Override
        public boolean equals(Object other) {
            return other instanceof WithEquals;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static Stream<Supplier<Object>> values() {
        return Stream.of(
                () -> null,
                () -> "",
                () -> "a",
                () -> "ab",
                () -> "?",
                () -> "\uD800",
                () -> "\uDFFF",
                () -> 'a',
                () -> 1,
                () -> 1L,
                () -> (short) 1,
                () -> (byte) 1,
                () -> 1f,
                () -> 1d,
                () -> 0d,
                () -> -0d,
                () -> Double.NaN,
                () -> true,
                () -> false,
                () -> Size.SMALL,
                () -> Size.LARGE,
                () -> DayOfWeek.MONDAY,
                () -> new BigInteger("1"),
                () -> new BigDecimal("1"),
                () -> new BigDecimal("1.0"),
                () -> new UUID(1, 2),
                () -> URI.create("https://example.org/a"),
                () -> Locale.forLanguageTag("de-CH"),
                () -> Locale.forLanguageTag("de-CH-u-nu-latn"),
                () -> Locale.ROOT,
                () -> Currency.getInstance("CHF"),
                () -> Instant.EPOCH,
                () -> LocalDate.EPOCH,
                () -> OffsetDateTime.parse("2024-01-01T00:00Z"),
                () -> ZonedDateTime.parse("2024-01-01T00:00Z"),
                () -> ZonedDateTime.parse("2024-01-01T00:00Z[UTC]"),
                () -> ZoneId.of("Europe/Zurich"),
                () -> ZoneOffset.UTC,
                () -> Duration.ofHours(24),
                () -> Period.ofDays(1),
                () -> Optional.empty(),
                () -> Optional.of("a"),
                () -> OptionalInt.of(1),
                () -> OptionalLong.of(1),
                () -> List.of(),
                () -> List.of("a"),
                () -> List.of("a", "b"),
                () -> List.of("b", "a"),
                () -> List.of(List.of("a"), "b"),
                () -> List.of(List.of("a", "b")),
                () -> Arrays.asList("a", null),
                () -> Set.of(),
                () -> Set.of("a"),
                () -> Set.of("a", "b"),
                () -> Map.of(),
                () -> Map.of("a", "b"),
                () -> Map.of("b", "a"),
                () -> Map.of("a", 1, "b", 2),
                () -> Map.of("a", 2, "b", 1),
                () -> Set.of(Map.entry("a", "b")),
                () -> Map.entry("a", "b"),
                () -> new String[] {"a"},
                () -> new Object[] {"a"},
                () -> new int[] {1, 2},
                () -> new long[] {1, 2},
                () -> new int[][] {{1}, {2}},
                () -> new int[][] {{1, 2}},
                () -> new byte[] {1, 2},
                () -> new byte[5000],
                () -> new Doc("a", List.of("b"), new int[] {1}),
                () -> new Doc("a", List.of("b"), new int[] {2}),
                () -> new Other("a", List.of("b"), new int[] {1}),
                () -> new Box<>(new Box<>(null)),
                () -> new Box<>(null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void contentMakesTheKey(Supplier<Object> value) {
        assertThat(key(value.get())).isEqualTo(key(value.get())).hasSameHashCodeAs(key(value.get()));
    }

    @Test
    void differentContentsHaveDifferentKeys() {
        List<CacheKey> keys = values().map(value -> key(value.get())).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    static Stream<Arguments> equals() {
        Map<String, Integer> forwards = new LinkedHashMap<>();
        Map<String, Integer> backwards = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            forwards.put("key" + i, i);
            backwards.put("key" + (99 - i), 99 - i);
        }
        return Stream.of(
                Arguments.of(List.of("a", "b"), new ArrayList<>(List.of("a", "b"))),
                Arguments.of(List.of("a", "b"), Collections.unmodifiableList(Arrays.asList("a", "b"))),
                Arguments.of(forwards, backwards),
                Arguments.of(forwards, new TreeMap<>(backwards)),
                Arguments.of(forwards, new HashMap<>(backwards)),
                Arguments.of(new LinkedHashSet<>(forwards.keySet()), new LinkedHashSet<>(backwards.keySet())),
                Arguments.of(forwards.keySet(), new TreeSet<>(backwards.keySet())),
                Arguments.of(Double.NaN, Double.longBitsToDouble(0x7ff8000000000001L)),
                Arguments.of(new Box<>(Set.of(1, 2, 3)), new Box<>(new HashSet<>(List.of(3, 2, 1)))));
    }

    @ParameterizedTest
    @MethodSource("equals")
    void equalCollectionsHaveEqualKeysWhateverTheirClassAndOrder(Object one, Object other) {
        assertThat(one).isEqualTo(other);
        assertThat(key(one)).isEqualTo(key(other));
    }

    @Test
    void nodeAndNamesAndNumberOfInputsCount() {
        assertThat(Stream.of(
                                CacheKey.ofNode("1a"),
                                CacheKey.ofNode("1b"),
                                CacheKey.ofNode("1a").input("x", 1),
                                CacheKey.ofNode("1a").input("y", 1),
                                CacheKey.ofNode("1a").input("x", 1).input("y", 2),
                                CacheKey.ofNode("1a").input("y", 2).input("x", 1),
                                CacheKey.ofNode("1a").input("x", 2).input("y", 1))
                        .map(builder -> builder.key().orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void digestIsTheSameInEveryProcess() {
        CacheKey key = CacheKey.ofNode("0123456789abcdef")
                .input("question", "What is a record?")
                .input("topK", 5)
                .input("doc", new Doc("a", List.of("b"), new int[] {1, 2}))
                .input("weights", Map.of("a", 0.5, "b", 0.25))
                .input("days", Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY))
                .input("since", Instant.EPOCH)
                .input("none", null)
                .key()
                .orElseThrow();

        assertThat(key.digest()).isEqualTo("5a68df1d0b42f420a5bd900ade2fbc4764b49f108cd72d3489a355e9ce140b0c");
        assertThat(key).hasToString(key.digest());
    }

    @Test
    void keyDoesNotChangeWithTheInput() {
        List<String> docs = new ArrayList<>(List.of("a"));
        CacheKey key = key(docs);
        docs.add("b");

        assertThat(key).isEqualTo(key(List.of("a"))).isNotEqualTo(key(docs));
    }

    static Stream<Arguments> unstable() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        String unknown = ", which is no record, no collection and no value whose content is known";
        return Stream.of(
                Arguments.of(new Plain(), "holds a " + Plain.class.getName() + unknown),
                Arguments.of(List.of(new Box<>(new Plain())), "holds a " + Plain.class.getName() + unknown),
                Arguments.of(Map.of("a", new WithEquals()), "holds a " + WithEquals.class.getName() + unknown),
                Arguments.of(new Plain[][] {{new Plain()}}, "holds a " + Plain.class.getName() + unknown),
                Arguments.of(new AtomicInteger(), "holds a java.util.concurrent.atomic.AtomicInteger" + unknown),
                Arguments.of(new ArrayDeque<>(), "holds a java.util.ArrayDeque" + unknown),
                Arguments.of(new IdentityHashMap<>(), "holds a java.util.IdentityHashMap" + unknown),
                Arguments.of(Path.of("a"), "holds a " + Path.of("a").getClass().getName() + unknown),
                Arguments.of(
                        new BigDecimal("1") {
                            private static final long serialVersionUID = 1;
                        },
                        "holds a " + CacheKeyTest.class.getName() + "$1" + unknown),
                Arguments.of(itself, "is nested deeper than 200 levels, or contains itself"),
                Arguments.of(
                        new Faulty(1),
                        "holds a " + Faulty.class.getName()
                                + ", whose number() threw java.lang.IllegalStateException: broken"),
                Arguments.of(
                        Collections.checkedList(new BrokenList(), String.class),
                        "could not be read: java.lang.IllegalStateException: no connection"));
    }

    @ParameterizedTest
    @MethodSource("unstable")
    void inputWithoutStableContentHasNoKeyAndTheReasonIsTold(Object value, String reason) {
        CacheKey.Builder builder =
                CacheKey.ofNode("1a").input("a", 1).input("docs", value).input("b", new Plain());

        assertThat(builder.key()).isEmpty();
        assertThat(builder.obstacle()).contains("input 'docs' " + reason);
    }

    @Test
    void stableInputsHaveNoObstacle() {
        assertThat(CacheKey.ofNode("1a").input("a", 1).obstacle()).isEmpty();
    }

    @Test
    void nodeWithoutHashHasNoKey() {
        CacheKey.Builder builder = CacheKey.ofNode("").input("a", new Plain());

        assertThat(builder.key()).isEmpty();
        assertThat(builder.obstacle()).contains("the node has no hash of its definition");
    }

    @Test
    void errorOfAnAccessorIsNoReason() {
        CacheKey.Builder builder = CacheKey.ofNode("1a");

        assertThatThrownBy(() -> builder.input("a", new Mistaken(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("broken");
    }

    @Test
    void deepValuesHaveKeysUpToALimit() {
        Object deep = "bottom";
        for (int i = 0; i < 200; i++) {
            deep = i % 2 == 0 ? new Box<>(deep) : Set.of(deep);
        }

        assertThat(CacheKey.ofNode("1a").input("a", deep).key()).isPresent();
        assertThat(CacheKey.ofNode("1a").input("a", List.of(deep)).key()).isEmpty();
    }

    private static CacheKey key(Object value) {
        return CacheKey.ofNode("1a").input("x", value).key().orElseThrow();
    }

    private static final class BrokenList extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        @Override
        public Iterator<String> iterator() {
            throw new IllegalStateException("no connection");
        }
    }
}
