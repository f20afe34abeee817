package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Locale;
import java.util.Optional;

/** Variations of how a type is spelled. */
final class Spellings {
    private static final ClassName OPTIONAL = ClassName.get(Optional.class);

    private Spellings() {}

    /** {@code Integer} for {@code int}; other types as they are. */
    static TypeName boxed(TypeName type) {
        return type.isPrimitive() ? type.box() : type;
    }

    /** {@code Optional<Integer>} for {@code int}. */
    static TypeName optional(TypeName type) {
        return ParameterizedTypeName.get(OPTIONAL, boxed(type));
    }

    /** The type without its arguments, for a class literal: {@code List} for {@code List<Doc>}. */
    static TypeName raw(TypeName type) {
        if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.rawType();
        }
        if (type instanceof ArrayTypeName array) {
            return ArrayTypeName.of(raw(array.componentType()));
        }
        return type instanceof WildcardTypeName ? raw(upperBound(type)) : type;
    }

    /** Of a wildcard its upper bound; other types as they are. */
    static TypeName upperBound(TypeName type) {
        return type instanceof WildcardTypeName wildcard
                ? wildcard.upperBounds().get(0)
                : type;
    }

    /** The type with the upper bounds of wildcards in their places: {@code List<Number>} for {@code List<? extends Number>}. */
    static TypeName withoutWildcards(TypeName type) {
        TypeName bound = upperBound(type);
        if (bound instanceof ParameterizedTypeName generic
                && !generic.typeArguments().isEmpty()) {
            TypeName[] arguments = generic.typeArguments().stream()
                    .map(Spellings::withoutWildcards)
                    .toArray(TypeName[]::new);
            return ParameterizedTypeName.get(generic.rawType(), arguments);
        }
        return bound instanceof ArrayTypeName array ? ArrayTypeName.of(withoutWildcards(array.componentType())) : bound;
    }

    /**
     * The type as it has to be spelled where the simple name {@code taken} means another one: in the header of a record the names of types nested in
     * it are in force, of which JavaPoet does not know there.
     */
    static TypeName avoiding(String taken, TypeName type) {
        if (type instanceof ClassName name) {
            boolean isTaken = name.topLevelClassName().simpleName().equals(taken);
            return isTaken ? ClassName.get("", name.canonicalName()) : name;
        }
        if (type instanceof ParameterizedTypeName parameterized) {
            TypeName[] arguments = parameterized.typeArguments().stream()
                    .map(argument -> avoiding(taken, argument))
                    .toArray(TypeName[]::new);
            return ParameterizedTypeName.get((ClassName) avoiding(taken, parameterized.rawType()), arguments);
        }
        if (type instanceof ArrayTypeName array) {
            return ArrayTypeName.of(avoiding(taken, array.componentType()));
        }
        if (type instanceof WildcardTypeName wildcard) {
            return wildcard.lowerBounds().isEmpty()
                    ? WildcardTypeName.subtypeOf(
                            avoiding(taken, wildcard.upperBounds().get(0)))
                    : WildcardTypeName.supertypeOf(
                            avoiding(taken, wildcard.lowerBounds().get(0)));
        }
        return type;
    }

    /** The name with a big first letter. */
    static String capitalized(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    /** The name with a small first letter. */
    static String decapitalized(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toLowerCase(Locale.ROOT) + name.substring(first);
    }
}
