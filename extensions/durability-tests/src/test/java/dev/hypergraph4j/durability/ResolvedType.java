package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.plan.GenericType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A type as it stands in a declaration, with nothing left open: wildcards are their bounds, and variables what they stand for. */
record ResolvedType(Type type) {

    static ResolvedType of(Type type) {
        return of(type, Map.of());
    }

    private static ResolvedType of(Type type, Map<TypeVariable<?>, Type> bindings) {
        return new ResolvedType(resolved(type, bindings));
    }

    private static Type resolved(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?> variable) {
            return bindings.get(variable);
        }
        if (type instanceof WildcardType wildcard) {
            return resolved(wildcard.getUpperBounds()[0], bindings);
        }
        if (type instanceof GenericArrayType array) {
            return GenericType.array(resolved(array.getGenericComponentType(), bindings));
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(each -> resolved(each, bindings))
                    .toArray(Type[]::new);
            return GenericType.of((Class<?>) generic.getRawType(), arguments);
        }
        return type;
    }

    Class<?> raw() {
        return GenericType.raw(type);
    }

    ResolvedType argument(int place) {
        return new ResolvedType(((ParameterizedType) type).getActualTypeArguments()[place]);
    }

    ResolvedType element() {
        return new ResolvedType(
                type instanceof GenericArrayType array ? array.getGenericComponentType() : raw().getComponentType());
    }

    /** The types of the components of a record. */
    List<ResolvedType> components() {
        return Arrays.stream(raw().getRecordComponents())
                .map(component -> of(component.getGenericType(), bindings()))
                .toList();
    }

    private Map<TypeVariable<?>, Type> bindings() {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        TypeVariable<?>[] variables = raw().getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            bindings.put(variables[i], argument(i).type());
        }
        return bindings;
    }

    /** The subtypes that a sealed type permits, whose type arguments are those of the sealed one. */
    List<ResolvedType> subtypes() {
        return Arrays.stream(raw().getPermittedSubclasses()).map(this::subtype).toList();
    }

    private ResolvedType subtype(Class<?> permitted) {
        return permitted.getTypeParameters().length == 0
                ? new ResolvedType(permitted)
                : new ResolvedType(
                        GenericType.of(permitted, Stream.of(argument(0).type()).toArray(Type[]::new)));
    }
}
