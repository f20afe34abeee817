package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a value of every type that the compiler lets into a durable graph. */
@Graph(durable = true)
@SuppressWarnings("NonApiType") // The compiler lets them in.
public final class Everything {

    public enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "with a body of its own";
            }
        }
    }

    public record Pair<A, B>(A left, B right) {}

    @SuppressWarnings("UnusedTypeParameter") // What it is of counts nowhere.
    public record Tagged<T>(String name) {}

    public record Tree(Colour colour, List<Tree> children) {}

    @SuppressWarnings("ArrayRecordComponent")
    public record Loose(
            @Nullable String text,
            @Nullable Integer number,
            Optional<Optional<Colour>> maybe,
            Tree[] trees,
            byte[] bytes,
            Pair<List<? extends Shape>, int[]> pair) {}

    public sealed interface Shape permits Circle, Polygon, Unit, Mood {}

    public record Circle(double radius) implements Shape {}

    /** Enums may be sealed themselves, and abstract. */
    public enum Unit implements Shape {
        ONE {
            @Override
            int size() {
                return 1;
            }
        },
        TWO {
            @Override
            int size() {
                return 2;
            }
        };

        abstract int size();
    }

    public enum Mood implements Shape {
        GOOD,
        BAD {
            @Override
            public String toString() {
                return "also with a body of its own";
            }
        }
    }

    public sealed interface Polygon extends Shape permits Square, Compound {}

    public record Square(float side) implements Polygon {}

    public record Compound(Set<Shape> parts) implements Polygon {}

    public static final class Line {}

    public sealed interface Result<T> permits Ok, Failed {}

    public record Ok<S>(S value, Tagged<S> tag) implements Result<S> {}

    public record Failed<Q>(Optional<String> why) implements Result<Q> {}

    @Node(outputName = "scalars")
    static int scalars(
            boolean primitiveBoolean,
            byte primitiveByte,
            short primitiveShort,
            char primitiveChar,
            int primitiveInt,
            long primitiveLong,
            float primitiveFloat,
            double primitiveDouble,
            Boolean boxedBoolean,
            Byte boxedByte,
            Short boxedShort,
            Character boxedCharacter,
            Integer boxedInteger,
            Long boxedLong,
            Float boxedFloat,
            Double boxedDouble,
            String string,
            BigInteger bigInteger,
            BigDecimal bigDecimal,
            UUID uuid,
            URI uri,
            Colour colour) {
        return 22;
    }

    @Node(outputName = "times")
    static int times(
            Instant instant,
            LocalDate localDate,
            LocalTime localTime,
            LocalDateTime localDateTime,
            OffsetDateTime offsetDateTime,
            OffsetTime offsetTime,
            ZonedDateTime zonedDateTime,
            Duration duration,
            Period period,
            Year year,
            YearMonth yearMonth,
            MonthDay monthDay,
            ZoneId zoneId,
            ZoneOffset zoneOffset) {
        return 14;
    }

    @Node(outputName = "containers")
    static int containers(
            Optional<String> optional,
            Optional<Optional<Integer>> optionalOfOptional,
            Optional<Optional<Optional<String>>> optionalThrice,
            Optional<OptionalInt> optionalOfOptionalInt,
            Optional<List<Optional<String>>> optionalOfList,
            OptionalInt optionalInt,
            OptionalLong optionalLong,
            OptionalDouble optionalDouble,
            List<Optional<Optional<Colour>>> list,
            ArrayList<List<Tree>> arrayList,
            LinkedList<Shape> linkedList,
            Set<String> set,
            Set<BigDecimal> decimals,
            HashSet<Pair<Integer, Colour>> hashSet,
            LinkedHashSet<Long> linkedHashSet,
            List<? extends Shape> wildcard) {
        return 16;
    }

    @Node(outputName = "maps")
    static int maps(
            Map<String, List<Integer>> byString,
            Map<Boolean, Integer> byBoolean,
            Map<Byte, Integer> byByte,
            Map<Short, Integer> byShort,
            Map<Character, Integer> byCharacter,
            Map<Integer, Optional<Integer>> byInteger,
            Map<Long, Optional<Optional<Integer>>> byLong,
            Map<Float, Integer> byFloat,
            Map<Double, Integer> byDouble,
            Map<UUID, Integer> byUuid,
            Map<LocalDate, Map<Instant, Shape>> byLocalDate,
            Map<Colour, int[]> byColour,
            Map<Unit, Mood> byUnit,
            HashMap<String, Tree> hashMap,
            LinkedHashMap<Instant, String> linkedHashMap,
            EnumMap<Colour, String> enumMap,
            EnumMap<Unit, EnumMap<Mood, Optional<Shape>>> enumMaps,
            Map<? extends Colour, ? extends Circle> wildcards) {
        return 18;
    }

    @Node(outputName = "composites")
    static int composites(
            int[] ints,
            byte[] bytes,
            byte[][] manyBytes,
            char[] chars,
            boolean[][][] cube,
            String[] strings,
            Integer[] integers,
            Colour[][] colours,
            List<String>[] lists,
            Optional<String>[] optionals,
            Pair<String, Integer>[] pairs,
            Shape[] shapes,
            Pair<Optional<Optional<String>>, Pair<int[], Set<Colour>>> pair,
            Tagged<Line> tagged,
            Tree tree,
            Loose loose,
            Shape shape,
            Polygon polygon,
            Result<Optional<Tree>> result,
            Result<Result<int[]>> results) {
        return 20;
    }
}
