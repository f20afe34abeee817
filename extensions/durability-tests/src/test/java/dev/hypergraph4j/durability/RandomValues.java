package dev.hypergraph4j.durability;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of whatever type is declared, by chance. Those that nest themselves come to an end. */
final class RandomValues {
    @SuppressWarnings("JdkObsolete") // Users have linked lists.
    private static final Map<Class<?>, Supplier<Collection<@Nullable Object>>> COLLECTIONS = Map.of(
            List.class, ArrayList::new,
            ArrayList.class, ArrayList::new,
            LinkedList.class, LinkedList::new,
            Set.class, LinkedHashSet::new,
            HashSet.class, HashSet::new,
            LinkedHashSet.class, LinkedHashSet::new);

    private static final Map<Class<?>, Supplier<Map<Object, @Nullable Object>>> MAPS = Map.of(
            Map.class, LinkedHashMap::new,
            HashMap.class, HashMap::new,
            LinkedHashMap.class, LinkedHashMap::new);

    private static final int DEEPEST = 6;

    private final Random random;
    private final RandomScalars scalars;
    private int depth;

    RandomValues(long seed) {
        random = new Random(seed);
        scalars = new RandomScalars(random);
    }

    Object of(ResolvedType type) {
        depth++;
        try {
            Object scalar = scalars.of(type.raw());
            return scalar != null ? scalar : composite(type);
        } finally {
            depth--;
        }
    }

    private Object composite(ResolvedType type) {
        Class<?> raw = type.raw();
        if (raw.isArray()) {
            return array(type.element());
        }
        if (raw.isEnum()) {
            return oneOf(Arrays.asList(raw.getEnumConstants()));
        }
        if (raw.isRecord()) {
            return record(type);
        }
        if (raw.isSealed()) {
            return of(oneOf(type.subtypes()));
        }
        if (raw == Optional.class) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(of(type.argument(0)));
        }
        return COLLECTIONS.containsKey(raw) ? collection(type) : map(type);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** How many elements there are. */
    private int some() {
        return depth > DEEPEST ? 0 : random.nextInt(4);
    }

    private Object array(ResolvedType element) {
        Object array = Array.newInstance(element.raw(), some());
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, element.raw().isPrimitive() ? of(element) : orNull(element));
        }
        return array;
    }

    private Object collection(ResolvedType type) {
        Collection<@Nullable Object> all = COLLECTIONS.get(type.raw()).get();
        for (int left = some(); left > 0; left--) {
            all.add(orNull(type.argument(0)));
        }
        return all;
    }

    private Object map(ResolvedType type) {
        Map<Object, @Nullable Object> map = type.raw() == EnumMap.class
                ? enumMap(type.argument(0).raw())
                : MAPS.get(type.raw()).get();
        for (int left = some(); left > 0; left--) {
            map.put(key(type.argument(0)), orNull(type.argument(1)));
        }
        return map;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<Object, @Nullable Object> enumMap(Class<?> keys) {
        return new EnumMap(keys);
    }

    /** The names of JSON have no half characters. */
    private Object key(ResolvedType type) {
        Object key = of(type);
        return key.toString().codePoints().anyMatch(each -> each >= 0xD800 && each <= 0xDFFF) ? key(type) : key;
    }

    /** No Optional is null. */
    private @Nullable Object orNull(ResolvedType type) {
        boolean mayBeNull = !type.raw().getSimpleName().startsWith("Optional");
        return mayBeNull && random.nextInt(8) == 0 ? null : of(type);
    }

    private Object record(ResolvedType type) {
        RecordComponent[] components = type.raw().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = type.components().stream().map(this::of).toArray();
        try {
            return type.raw().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(type.toString(), broken);
        }
    }
}
