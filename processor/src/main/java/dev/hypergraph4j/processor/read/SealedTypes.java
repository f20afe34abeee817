package dev.hypergraph4j.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Types whose subtypes are all known. */
final class SealedTypes {
    private final Types types;

    SealedTypes(Types types) {
        this.types = types;
    }

    /** Whether all values of the type are values of permitted subtypes. Enums are values by themselves, though constants with bodies seal them. */
    static boolean isSealed(TypeElement type) {
        boolean isAbstract = type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT);
        return isAbstract
                && type.getKind() != ElementKind.ENUM
                && type.getModifiers().contains(Modifier.SEALED);
    }

    /** Whether two of the subtypes that have values, over any number of sealed ones between, have one simple name. */
    static boolean hasNamesakes(TypeElement type) {
        Map<String, Element> byName = new HashMap<>();
        Set<Element> seen = new HashSet<>(List.of(type));
        Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            for (TypeMirror permitted : open.remove().getPermittedSubclasses()) {
                TypeElement subtype = (TypeElement) ((DeclaredType) permitted).asElement();
                if (isSealed(subtype)) {
                    if (seen.add(subtype)) {
                        open.add(subtype);
                    }
                } else if (!subtype.equals(
                        byName.getOrDefault(subtype.getSimpleName().toString(), subtype))) {
                    return true;
                } else {
                    byName.put(subtype.getSimpleName().toString(), subtype);
                }
            }
        }
        return false;
    }

    /** The permitted subtypes of {@code type}, with the type arguments that follow from its own; where none do, with their type variables. */
    List<TypeMirror> subtypes(DeclaredType type, TypeElement element) {
        return element.getPermittedSubclasses().stream()
                .map(permitted -> subtype((TypeElement) ((DeclaredType) permitted).asElement(), type))
                .toList();
    }

    private TypeMirror subtype(TypeElement subtype, DeclaredType type) {
        Map<Element, TypeMirror> arguments = new HashMap<>();
        for (TypeMirror inherited : types.directSupertypes(subtype.asType())) {
            if (inherited instanceof DeclaredType declared
                    && declared.asElement().equals(type.asElement())) {
                for (int i = 0; i < declared.getTypeArguments().size(); i++) {
                    if (declared.getTypeArguments().get(i) instanceof TypeVariable variable) {
                        arguments.put(
                                variable.asElement(), type.getTypeArguments().get(i));
                    }
                }
            }
        }
        TypeMirror[] own = subtype.getTypeParameters().stream()
                .map(parameter -> arguments.getOrDefault(parameter, parameter.asType()))
                .toArray(TypeMirror[]::new);
        return own.length == 0 ? subtype.asType() : types.getDeclaredType(subtype, own);
    }
}
