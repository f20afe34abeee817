package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Obstacle.Kind;
import java.io.InputStream;
import java.io.Reader;
import java.nio.Buffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Why values of a type that is none of those which are kept can't be read back, and which type would do. */
final class UnkeptTypes {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("java.io.File", "String"),
            Map.entry("java.io.InputStream", "byte[]"),
            Map.entry("java.lang.CharSequence", "String"),
            Map.entry("java.lang.StringBuilder", "String"),
            Map.entry("java.net.URL", "URI"),
            Map.entry("java.nio.ByteBuffer", "byte[]"),
            Map.entry("java.nio.file.Path", "String"),
            Map.entry("java.sql.Date", "LocalDate"),
            Map.entry("java.sql.Timestamp", "Instant"),
            Map.entry("java.util.Calendar", "ZonedDateTime"),
            Map.entry("java.util.Currency", "String"),
            Map.entry("java.util.Date", "Instant"),
            Map.entry("java.util.Locale", "String"));

    /** The first one that fits decides. */
    private static final Map<Class<?>, Kind> BY_SUPERTYPE = new LinkedHashMap<>();

    static {
        BY_SUPERTYPE.put(Void.class, Kind.NOTHING);
        BY_SUPERTYPE.put(BaseStream.class, Kind.STREAM);
        BY_SUPERTYPE.put(InputStream.class, Kind.STREAM);
        BY_SUPERTYPE.put(Reader.class, Kind.STREAM);
        BY_SUPERTYPE.put(Throwable.class, Kind.THROWABLE);
        BY_SUPERTYPE.put(Buffer.class, Kind.BUFFER);
        BY_SUPERTYPE.put(SortedSet.class, Kind.COMPARATOR);
        BY_SUPERTYPE.put(SortedMap.class, Kind.COMPARATOR);
        BY_SUPERTYPE.put(PriorityQueue.class, Kind.COMPARATOR);
        BY_SUPERTYPE.put(Collection.class, Kind.COLLECTION);
        BY_SUPERTYPE.put(Map.class, Kind.COLLECTION);
    }

    private UnkeptTypes() {}

    static Kind kind(DeclaredType type, TypeElement element, Compilation compilation) {
        if (Bounds.isClass(type, Object.class)) {
            return Kind.ANYTHING;
        }
        if (isAnyCollection(type)) {
            return Kind.OPEN;
        }
        for (Map.Entry<Class<?>, Kind> known : BY_SUPERTYPE.entrySet()) {
            if (Supertypes.of(type, known.getKey(), compilation) != null) {
                return known.getValue();
            }
        }
        if (Streamed.by(type, compilation) != null) {
            return Kind.STREAM;
        }
        if (element.getAnnotation(FunctionalInterface.class) != null) {
            return Kind.CODE;
        }
        if (element.getKind().isInterface() || element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Kind.OPEN;
        }
        boolean isInner = element.getNestingKind() == NestingKind.MEMBER
                && !element.getModifiers().contains(Modifier.STATIC);
        return isInner ? Kind.INNER : Kind.CLASS;
    }

    /** Whether values may be lists or sets or whatever else, so that nobody knows as what they would have to come back. */
    private static boolean isAnyCollection(DeclaredType type) {
        return Bounds.isClass(type, Collection.class) || Bounds.isClass(type, Iterable.class);
    }

    /** How to spell a type that is kept and can hold the same; empty where none is known. */
    static String instead(DeclaredType type, Compilation compilation) {
        String name = MissingTypes.name(type);
        if (INSTEAD.containsKey(name) || KeptTypes.isContainer(name) || KeptTypes.isMap(name)) {
            return INSTEAD.getOrDefault(name, "");
        }
        Streamed streamed = Streamed.by(type, compilation);
        if (streamed != null) {
            return TypeDisplay.simple(streamed.list());
        }
        return Stream.<Class<?>>of(Map.class, Set.class, List.class)
                .map(wanted -> Supertypes.of(type, wanted, compilation))
                .filter(Objects::nonNull)
                .map(TypeDisplay::simple)
                .findFirst()
                .orElseGet(() -> list(type, compilation));
    }

    private static String list(DeclaredType type, Compilation compilation) {
        DeclaredType any = isAnyCollection(type) ? type : Supertypes.of(type, Collection.class, compilation);
        TypeElement list = compilation.elements().getTypeElement(List.class.getCanonicalName());
        return any == null || list == null
                ? ""
                : TypeDisplay.simple(compilation
                        .types()
                        .getDeclaredType(list, any.getTypeArguments().toArray(TypeMirror[]::new)));
    }
}
