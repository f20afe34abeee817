package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Obstacle;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObstacleFinderTest {
    private static final String TYPES = """
            package p;

            class X {
                @Node(outputName = "x") static TYPE f() { return null; }

                enum Colour { RED, GREEN { @Override public String toString() { return "g"; } } }

                record Line(String text, Map<String, Object> meta) {}
                record Order(List<Line> lines) {}
                record Pair<A, B>(A first, B second) {}
                record Id<T>(String id) {}
                record Tree(String name, List<Tree> children, Tree[] more) {}
                record Wild(List<? extends Colour> colours, Pair<?, String> pair) {}
                record Grows<T>(T value, Grows<List<T>> next) {}
                record Twins<T>(T value, Twins<Pair<T, T>> next) {}

                sealed interface Shape permits Circle, Polygon, Unit {}
                record Circle(double radius) implements Shape {}
                sealed static abstract class Polygon implements Shape permits Big {}
                enum Unit implements Shape { ONE }
                static final class Big extends Polygon {}

                sealed interface Good<T> permits Ok, Failed {}
                record Ok<S>(S value, Id<S> id) implements Good<S> {}
                record Failed<Q>(String why) implements Good<Q> {}

                sealed interface Loose<T> permits Free {}
                record Free<T, U>(T one, U other) implements Loose<T> {}

                sealed interface Namesakes permits One.Same, Two.Same {}
                static class One { record Same() implements Namesakes {} }
                static class Two { record Same() implements Namesakes {} }

                sealed interface Opened permits Wide {}
                non-sealed interface Wide extends Opened {}

                static class Plain { int field; }
                static abstract class Half {}
                static class Basket extends ArrayList<String> {}
                class Inner {}
                interface Any {}
                @FunctionalInterface interface Rule { int apply(int x); }
                static class Broken extends Exception {}
            }
            """;

    private static void read(String type, Consumer<Obstacle> assertions) {
        Reading.of(TYPES.replace("TYPE", type))
                .method(method ->
                        assertions.accept(method.outputs().get(0).type().obstacle()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int",
                "boolean[][]",
                "Integer",
                "Character",
                "String",
                "java.math.BigInteger",
                "java.math.BigDecimal",
                "UUID",
                "java.net.URI",
                "java.time.Duration",
                "java.time.Instant",
                "java.time.ZonedDateTime",
                "java.time.Period",
                "java.time.ZoneId",
                "java.time.ZoneOffset",
                "java.time.Year",
                "Colour",
                "Optional<String>",
                "OptionalInt",
                "Optional<Optional<OptionalInt>>",
                "List<String>[]",
                "Set<int[]>",
                "ArrayList<String>",
                "LinkedList<String>",
                "HashSet<String>",
                "LinkedHashSet<String>",
                "Map<Colour, List<String>>",
                "Map<Integer, String>",
                "HashMap<UUID, String>",
                "LinkedHashMap<java.time.LocalDate, String>",
                "EnumMap<Colour, String>",
                "Map<? extends Colour, ? extends Circle>",
                "Pair<String, Pair<Integer, List<Circle>>>",
                "Id<Plain>",
                "Tree",
                "Good<String>",
                "Good<Tree>",
                "Flow.Publisher<String>",
                "java.util.stream.Stream<Colour>",
                "CompletionStage<Tree>"
            })
    void valuesThatAreKept(String type) {
        read(type, obstacle -> assertThat(obstacle).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Object                      | ANYTHING   | Object
                    List<?>                     | ANYTHING   | List<?> -> ?
                    List<? super Integer>       | ANYTHING   | List<? super Integer> -> ? super Integer
                    Map<String, Object>         | ANYTHING   | Map<String, Object> -> Object
                    Order                       | ANYTHING   | Order -> List<Line> -> Line -> Map<String, Object> -> Object
                    Wild                        | ANYTHING   | Wild -> Pair<?, String> -> Object
                    Loose<String>               | ANYTHING   | Loose<String> -> Free<String, U> -> U
                    List                        | RAW        | List
                    Pair<String, Set>           | RAW        | Pair<String, Set> -> Set
                    Collection<Long>            | OPEN       | Collection<Long>
                    List<Iterable<Colour>>      | OPEN       | List<Iterable<Colour>> -> Iterable<Colour>
                    Object[]                    | ANYTHING   | Object[] -> Object
                    List<Object>[]              | ANYTHING   | List<Object>[] -> List<Object> -> Object
                    Map<?, String>              | KEY        | Map<?, String> -> ?
                    EnumMap                     | RAW        | EnumMap
                    Map.Entry<String, String>   | OPEN       | Entry<String, String>
                    Optional<Pair>              | RAW        | Optional<Pair> -> Pair
                    Plain                       | CLASS      | Plain
                    Good<Plain>                 | CLASS      | Good<Plain> -> Ok<Plain> -> Plain
                    Shape                       | CLASS      | Shape -> Polygon -> Big
                    Class<String>               | CLASS      | Class<String>
                    Locale                      | CLASS      | Locale
                    Half                        | OPEN       | Half
                    List<Any>                   | OPEN       | List<Any> -> Any
                    Opened                      | OPEN       | Opened -> Wide
                    Number                      | OPEN       | Number
                    CharSequence                | OPEN       | CharSequence
                    Rule                        | CODE       | Rule
                    Runnable                    | CODE       | Runnable
                    Map<String, Comparator<String>> | CODE   | Map<String, Comparator<String>> -> Comparator<String>
                    Optional<Iterator<String>>  | STREAM     | Optional<Iterator<String>> -> Iterator<String>
                    java.util.stream.IntStream[]| STREAM     | IntStream[] -> IntStream
                    java.io.InputStream         | STREAM     | InputStream
                    EnumSet<Colour>             | COLLECTION | EnumSet<Colour>
                    Deque<String>               | COLLECTION | Deque<String>
                    Basket                      | COLLECTION | Basket
                    ConcurrentHashMap<String, String> | COLLECTION | ConcurrentHashMap<String, String>
                    TreeSet<String>             | COMPARATOR | TreeSet<String>
                    SortedMap<String, String>   | COMPARATOR | SortedMap<String, String>
                    Broken                      | THROWABLE  | Broken
                    java.nio.ByteBuffer         | BUFFER     | ByteBuffer
                    Inner                       | INNER      | Inner
                    Optional<Void>              | NOTHING    | Optional<Void> -> Void
                    Map<Circle, String>         | KEY        | Map<Circle, String> -> Circle
                    Map<Object, String>         | KEY        | Map<Object, String> -> Object
                    Namesakes                   | NAMES      | Namesakes
                    """)
    void nearestTypeThatIsNotKept(String type, Obstacle.Kind kind, String path) {
        read(type, obstacle -> {
            assertThat(obstacle).isNotNull();
            assertThat(obstacle.path()).hasToString("[" + path.replace(" -> ", ", ") + "]");
            assertThat(obstacle.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EnumSet<Colour>                 | Set<Colour>
                    TreeMap<String, Integer>        | Map<String, Integer>
                    ArrayDeque<String>              | List<String>
                    Collection<Long>                | List<Long>
                    Iterable<? extends Number>      | List<? extends Number>
                    Iterable                        | List
                    Basket                          | List<String>
                    Optional<Iterator<String>>      | List<String>
                    java.nio.ByteBuffer             | byte[]
                    Date                            | Instant
                    Plain                           | ''
                    """)
    void typeThatWouldDo(String type, String instead) {
        read(type, obstacle -> assertThat(obstacle.instead()).isEqualTo(instead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grows<String>", "Twins<String>"})
    void recordThatNestsItselfWithOtherArgumentsHasNoEnd(String type) {
        read(type, obstacle -> assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.ENDLESS));
    }

    @Test
    void componentThatLeadsOnIsTold() {
        read("Optional<Order>", obstacle -> {
            assertThat(obstacle.component().name()).isEqualTo("meta");
            assertThat(obstacle.component().owner()).hasToString("Line");
            assertThat(obstacle.component().type()).hasToString("Map<String, Object>");
            assertThat(obstacle.own()).isFalse();
        });
        read("List<Plain>", obstacle -> {
            assertThat(obstacle.component()).isNull();
            assertThat(obstacle.own()).isTrue();
        });
    }

    @Test
    void typeVariableMayBeAnything() {
        Reading.of("package p; class X<T> { @Node(outputName = \"x\") List<T> f() { return null; } }")
                .method(method -> assertThat(
                                method.outputs().get(0).type().obstacle().path())
                        .hasToString("[List<T>, T]"));
    }
}
