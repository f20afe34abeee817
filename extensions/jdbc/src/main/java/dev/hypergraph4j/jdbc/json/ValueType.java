package dev.hypergraph4j.jdbc.json;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A declared type without variables and wildcards: these are replaced by what they stand for at least.
 *
 * @param raw its class
 * @param arguments its type arguments, {@code Object} where it is raw; of an array the type of its elements
 */
record ValueType(Class<?> raw, List<ValueType> arguments) {
    private static final ValueType OBJECT = new ValueType(Object.class, List.of());

    /** Deeper ones only come of types that contain ever larger ones of themselves. */
    private static final int DEEPEST = 50;

    static ValueType of(Type type) {
        return of(type, Map.of());
    }

    /**
     * The type, where some variables stand for what {@code bindings} says.
     *
     * @throws IllegalArgumentException if it is no type that reflection knows
     */
    static ValueType of(Type type, Map<TypeVariable<?>, ValueType> bindings) {
        if (type instanceof Class<?> known) {
            return ofClass(known);
        }
        if (type instanceof ParameterizedType generic) {
            List<ValueType> arguments = new ArrayList<>();
            for (Type argument : generic.getActualTypeArguments()) {
                arguments.add(of(argument, bindings));
            }
            return new ValueType((Class<?>) generic.getRawType(), List.copyOf(arguments));
        }
        if (type instanceof GenericArrayType array) {
            ValueType element = of(array.getGenericComponentType(), bindings);
            return new ValueType(Array.newInstance(element.raw, 0).getClass(), List.of(element));
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], bindings);
        }
        if (type instanceof TypeVariable<?> variable) {
            ValueType bound = bindings.get(variable);
            return bound != null ? bound : atLeast(variable.getBounds()[0]);
        }
        throw new IllegalArgumentException("no type: " + type);
    }

    private static ValueType ofClass(Class<?> known) {
        if (known.isArray()) {
            return new ValueType(known, List.of(ofClass(known.getComponentType())));
        }
        return new ValueType(known, Collections.nCopies(known.getTypeParameters().length, OBJECT));
    }

    /** Of a variable's bound only the class counts: it may contain the variable. */
    private static ValueType atLeast(Type bound) {
        return bound instanceof Class<?> known ? ofClass(known) : OBJECT;
    }

    /** What the variables of its class stand for. */
    Map<TypeVariable<?>, ValueType> bindings() {
        TypeVariable<?>[] variables = raw.getTypeParameters();
        Map<TypeVariable<?>, ValueType> bindings = new HashMap<>();
        for (int i = 0; i < variables.length; i++) {
            bindings.put(variables[i], arguments.get(i));
        }
        return bindings;
    }

    ValueType argument(int place) {
        return arguments.get(place);
    }

    boolean isTooDeep() {
        return depth() > DEEPEST;
    }

    private int depth() {
        return 1 + arguments.stream().mapToInt(ValueType::depth).max().orElse(0);
    }

    /** As people write it, with simple names. */
    String name() {
        if (raw.isArray()) {
            return argument(0).name() + "[]";
        }
        boolean isRaw = arguments.stream().allMatch(OBJECT::equals);
        String simple = raw.getSimpleName();
        return isRaw
                ? simple
                : simple + arguments.stream().map(ValueType::name).collect(Collectors.joining(", ", "<", ">"));
    }

    /**
     * What the variables of {@code subclass}, which extends or implements this type's class, stand for if it is to be of this type.
     *
     * @return {@code null} if it can't be: it is of the class with other arguments
     */
    @Nullable
    Map<TypeVariable<?>, ValueType> bindingsOf(Class<?> subclass) {
        List<Type> supertypes = new ArrayList<>(Arrays.asList(subclass.getGenericInterfaces()));
        if (subclass.getGenericSuperclass() != null) {
            supertypes.add(subclass.getGenericSuperclass());
        }
        Map<TypeVariable<?>, ValueType> bindings = new HashMap<>();
        for (Type supertype : supertypes) {
            if (supertype instanceof ParameterizedType generic && generic.getRawType() == raw) {
                Type[] patterns = generic.getActualTypeArguments();
                for (int i = 0; i < patterns.length; i++) {
                    if (!matches(patterns[i], argument(i), bindings)) {
                        return null;
                    }
                }
            }
        }
        return bindings;
    }

    private static boolean matches(Type pattern, ValueType actual, Map<TypeVariable<?>, ValueType> bindings) {
        if (pattern instanceof TypeVariable<?> variable) {
            ValueType before = bindings.putIfAbsent(variable, actual);
            return before == null || before.equals(actual);
        }
        if (pattern instanceof ParameterizedType generic) {
            Type[] patterns = generic.getActualTypeArguments();
            boolean fits = generic.getRawType() == actual.raw;
            for (int i = 0; fits && i < patterns.length; i++) {
                fits = matches(patterns[i], actual.argument(i), bindings);
            }
            return fits;
        }
        return of(pattern, bindings).equals(actual);
    }
}
