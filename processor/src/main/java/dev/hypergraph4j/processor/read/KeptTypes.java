package dev.hypergraph4j.processor.read;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of the JDK whose values are written and read back exactly, by their qualified names. {@code Iterable} and {@code Collection} are none: a set
 * that is handed on as one of them would come back as a list. That stores keep them all is tested with a graph that has a value of each, which is called
 * {@code Everything}.
 */
final class KeptTypes {
    private static final Set<String> KEYS = names(
            "java.lang.",
            "String Boolean Byte Short Character Integer Long Float Double",
            "java.util.",
            "UUID",
            "java.time.",
            "LocalDate Instant");

    private static final Set<String> SCALARS = names(
            "java.math.",
            "BigInteger BigDecimal",
            "java.net.",
            "URI",
            "java.util.",
            "OptionalInt OptionalLong OptionalDouble",
            "java.time.",
            "Duration LocalTime LocalDateTime OffsetDateTime OffsetTime ZonedDateTime Year YearMonth MonthDay Period ZoneId ZoneOffset");

    private static final Set<String> CONTAINERS =
            names("java.util.", "List Set ArrayList LinkedList HashSet LinkedHashSet Optional");

    private static final Set<String> MAPS = names("java.util.", "Map HashMap LinkedHashMap EnumMap");

    private KeptTypes() {}

    /** @param packagesAndTypes a package, then the types of it, and so on */
    private static Set<String> names(String... packagesAndTypes) {
        Stream.Builder<String> names = Stream.builder();
        for (int i = 0; i < packagesAndTypes.length; i += 2) {
            for (String type : packagesAndTypes[i + 1].split(" ", -1)) {
                names.add(packagesAndTypes[i] + type);
            }
        }
        return names.build().collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it has values that are made of nothing else. */
    static boolean isScalar(String type) {
        return SCALARS.contains(type) || KEYS.contains(type);
    }

    /** Whether it may be the key of a map; so may every enum. */
    static boolean isKey(String type) {
        return KEYS.contains(type);
    }

    /** Whether its values are made of those of its type argument. */
    static boolean isContainer(String type) {
        return CONTAINERS.contains(type);
    }

    /** Whether its values are made of keys and values. */
    static boolean isMap(String type) {
        return MAPS.contains(type);
    }
}
