package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Traits.Streaming;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A type whose elements come one after the other.
 *
 * @param how in which way they come
 * @param list the type that has all of them: {@code List<T>}
 */
record Streamed(Streaming how, TypeMirror list) {
    private static final Map<Class<?>, Streaming> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put(Stream.class, Streaming.STREAM);
        WAYS.put(Iterator.class, Streaming.ITERATOR);
        WAYS.put(Flow.Publisher.class, Streaming.PUBLISHER);
    }

    /** {@code type} as such a type; {@code null} where it is none. A collection is a value, whatever else it is. */
    static @Nullable Streamed by(TypeMirror type, Compilation compilation) {
        TypeElement list = compilation.elements().getTypeElement(List.class.getCanonicalName());
        if (list == null || Supertypes.of(type, Collection.class, compilation) != null) {
            return null;
        }
        for (Map.Entry<Class<?>, Streaming> way : WAYS.entrySet()) {
            DeclaredType stream = Supertypes.of(type, way.getKey(), compilation);
            if (stream != null) {
                TypeMirror element = Bounds.argument(stream, compilation.elements());
                return new Streamed(way.getValue(), compilation.types().getDeclaredType(list, element));
            }
        }
        return null;
    }

    /** Whether {@code type} is a stream, but not one of objects. */
    static boolean isOfPrimitives(TypeMirror type, Compilation compilation) {
        return Supertypes.of(type, BaseStream.class, compilation) != null
                && Supertypes.of(type, Stream.class, compilation) == null;
    }
}
