package dev.hypergraph4j.runtime.plan;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Makes types for which there is no class literal: {@code List<Doc>}, {@code List<Doc>[]}. They are {@linkplain Object#equals equal} to those that reflection
 * gives, in both directions, and have the same hash codes and names.
 */
public final class GenericType {
    private GenericType() {}

    /**
     * The type {@code raw<arguments>}. A type nested in a generic one, and not static, has the raw type around it for its owner.
     *
     * @throws IllegalArgumentException if {@code raw} has no type parameters, or another number of them
     */
    public static ParameterizedType of(Class<?> raw, Type... arguments) {
        int wanted = raw.getTypeParameters().length;
        if (wanted == 0 || arguments.length != wanted) {
            throw new IllegalArgumentException(
                    raw.getName() + " has " + wanted + " type parameters, and got " + arguments.length);
        }
        return new Parameterized(raw, List.of(arguments));
    }

    /** The type {@code component[]}: a class where {@code component} is one, as reflection has it. */
    public static Type array(Type component) {
        return component instanceof Class<?> type
                ? type.arrayType()
                : new GenericArray(Objects.requireNonNull(component, "component"));
    }

    /** The class of which values of {@code type} are instances. */
    public static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof GenericArrayType array
                ? raw(array.getGenericComponentType()).arrayType()
                : (Class<?>) type;
    }

    private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(new Type[0]);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ParameterizedType that
                    && raw.equals(that.getRawType())
                    && Objects.equals(getOwnerType(), that.getOwnerType())
                    && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
        }

        /** That of the JDK's types, which are equal to this one. */
        @Override
        public int hashCode() {
            return Arrays.hashCode(getActualTypeArguments()) ^ Objects.hashCode(getOwnerType()) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            StringJoiner text = new StringJoiner(", ", raw.getName() + "<", ">");
            arguments.forEach(argument -> text.add(argument.getTypeName()));
            return text.toString();
        }
    }

    private record GenericArray(Type component) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return component;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof GenericArrayType that && component.equals(that.getGenericComponentType());
        }

        /** That of the JDK's types, which are equal to this one. */
        @Override
        public int hashCode() {
            return component.hashCode();
        }

        @Override
        public String toString() {
            return component.getTypeName() + "[]";
        }
    }
}
