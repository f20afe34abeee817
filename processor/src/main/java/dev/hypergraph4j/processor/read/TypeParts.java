package dev.hypergraph4j.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Takes a type apart into what it is spelled with: itself, its type arguments, the component of an array, the bound of a wildcard. */
final class TypeParts {
    private TypeParts() {}

    /** The type and all its parts. */
    static List<TypeMirror> of(TypeMirror type) {
        List<TypeMirror> parts = new ArrayList<>();
        Deque<TypeMirror> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            TypeMirror part = open.remove();
            parts.add(part);
            addPartsOf(part, open);
        }
        return parts;
    }

    private static void addPartsOf(TypeMirror type, Deque<TypeMirror> open) {
        if (type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ERROR) {
            DeclaredType declared = (DeclaredType) type;
            open.addAll(declared.getTypeArguments());
            addIfAny(declared.getEnclosingType(), open);
        } else if (type instanceof ArrayType array) {
            open.add(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            addIfAny(wildcard.getExtendsBound(), open);
            addIfAny(wildcard.getSuperBound(), open);
        }
    }

    private static void addIfAny(@Nullable TypeMirror type, Deque<TypeMirror> open) {
        if (type != null && type.getKind() != TypeKind.NONE) {
            open.add(type);
        }
    }
}
