package dev.hypergraph4j.processor.read;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Finds the types that do not exist (yet) among those that a type is made of. */
final class MissingTypes {
    private MissingTypes() {}

    /** Their names as the user wrote them; those that were imported come without their package. */
    static List<String> in(TypeMirror type, Elements elements) {
        return TypeParts.of(type).stream()
                .filter(part -> part.getKind() == TypeKind.ERROR)
                .map(ErrorType.class::cast)
                .filter(part -> isMissing(part, elements))
                .map(MissingTypes::name)
                .toList();
    }

    /** Whether the type itself is missing: to ECJ a {@code List} of a type that is missing is an error as well. */
    static boolean isMissing(ErrorType type, Elements elements) {
        return type.getTypeArguments().isEmpty() || elements.getTypeElement(name(type)) == null;
    }

    /** The type's name without its arguments. */
    static String name(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }
}
