package dev.hypergraph4j.processor.read;

import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** What values a type argument stands for. */
final class Bounds {
    private Bounds() {}

    /** Whether {@code type} is the class called so, whatever its type arguments. */
    static boolean isClass(TypeMirror type, String qualifiedName) {
        return type instanceof DeclaredType declared
                && MissingTypes.name(declared).equals(qualifiedName);
    }

    /** Whether {@code type} is that class, whatever its type arguments. */
    static boolean isClass(TypeMirror type, Class<?> wanted) {
        return isClass(type, wanted.getCanonicalName());
    }

    /** The first type argument: of a wildcard its upper bound, of a raw type {@code Object}. */
    static TypeMirror argument(TypeMirror type, Elements elements) {
        DeclaredType declared = (DeclaredType) type;
        return declared.getTypeArguments().isEmpty()
                ? object(elements)
                : upper(declared.getTypeArguments().get(0), elements);
    }

    /** The type itself; of a wildcard, or of a type variable that stands for one, the upper bound. */
    static TypeMirror upper(TypeMirror type, Elements elements) {
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? object(elements) : wildcard.getExtendsBound();
        }
        boolean isCaptured = type instanceof TypeVariable variable
                && variable.getLowerBound().getKind() != TypeKind.NULL;
        return isCaptured ? ((TypeVariable) type).getUpperBound() : type;
    }

    /** Whether {@code type} is {@code ?}. */
    static boolean isUnbounded(TypeMirror type) {
        return type instanceof WildcardType wildcard
                && wildcard.getExtendsBound() == null
                && wildcard.getSuperBound() == null;
    }

    private static TypeMirror object(Elements elements) {
        return elements.getTypeElement("java.lang.Object").asType();
    }
}
