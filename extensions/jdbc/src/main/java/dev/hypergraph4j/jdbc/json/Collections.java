package dev.hypergraph4j.jdbc.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kinds of lists and sets: what they come back as equals what they were. */
final class Collections {
    /** Makes the shape of a kind. */
    @FunctionalInterface
    interface Kind {
        Shape of(ValueType type, Shape element);
    }

    @SuppressWarnings("JdkObsolete") // Users have linked lists.
    static final Map<Class<?>, Kind> KINDS = Map.of(
            Iterable.class, list(List.class, ArrayList::new),
            Collection.class, list(List.class, ArrayList::new),
            List.class, list(List.class, ArrayList::new),
            ArrayList.class, list(ArrayList.class, ArrayList::new),
            LinkedList.class, list(LinkedList.class, LinkedList::new),
            Set.class, set(Set.class, LinkedHashSet::new),
            HashSet.class, set(HashSet.class, HashSet::new),
            LinkedHashSet.class, set(LinkedHashSet.class, LinkedHashSet::new));

    private Collections() {}

    private static Kind list(Class<?> kind, Supplier<Collection<@Nullable Object>> empty) {
        return (type, element) -> new ListShape(type, kind, empty, false, element);
    }

    private static Kind set(Class<?> kind, Supplier<Collection<@Nullable Object>> empty) {
        return (type, element) -> new ListShape(type, kind, empty, true, element);
    }
}
