package dev.hypergraph4j.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds a type as another one inherits it. */
final class Supertypes {
    private Supertypes() {}

    /** {@code wanted} with the type arguments that {@code type} gives to it; {@code null} where it is no subtype. */
    static @Nullable DeclaredType of(TypeMirror type, Class<?> wanted, Compilation compilation) {
        if (Bounds.isClass(type, wanted)) {
            return (DeclaredType) type;
        }
        TypeElement element = compilation.elements().getTypeElement(wanted.getCanonicalName());
        Types types = compilation.types();
        if (element == null
                || type.getKind() != TypeKind.DECLARED
                || !types.isSubtype(types.erasure(type), types.erasure(element.asType()))) {
            return null;
        }
        Set<Element> seen = new HashSet<>();
        Deque<TypeMirror> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            if (open.remove() instanceof DeclaredType next && seen.add(next.asElement())) {
                if (next.asElement().equals(element)) {
                    return next;
                }
                open.addAll(types.directSupertypes(next));
            }
        }
        return null;
    }
}
