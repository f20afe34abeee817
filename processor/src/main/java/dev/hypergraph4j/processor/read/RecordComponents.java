package dev.hypergraph4j.processor.read;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The components of a record, as members of the type that a method returns: those of {@code Pair<String, Doc>} are of these types. */
final class RecordComponents {

    /** A component. */
    record Component(TypeMirror type, boolean nullable) {}

    private final Map<String, Component> components = new LinkedHashMap<>();

    private RecordComponents() {}

    /** The components of {@code type}; {@code null} where it is no record. */
    static @Nullable RecordComponents of(TypeMirror type, Compilation compilation) {
        if (type.getKind() != TypeKind.DECLARED
                || ((DeclaredType) type).asElement().getKind() != ElementKind.RECORD) {
            return null;
        }
        RecordComponents components = new RecordComponents();
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(element.getEnclosedElements())) {
            components.add(component, element, (DeclaredType) type, compilation);
        }
        return components;
    }

    private void add(
            RecordComponentElement component, TypeElement element, DeclaredType type, Compilation compilation) {
        String name = component.getSimpleName().toString();
        for (ExecutableElement accessor : ElementFilter.methodsIn(element.getEnclosedElements())) {
            if (accessor.getSimpleName().contentEquals(name)
                    && accessor.getParameters().isEmpty()) {
                ExecutableType member = (ExecutableType) compilation.types().asMemberOf(type, accessor);
                boolean nullable = Nullness.isNullable(component)
                        || Nullness.isNullable(component.asType())
                        || Nullness.isNullable(accessor)
                        || Nullness.isNullable(accessor.getReturnType());
                components.put(
                        name, new Component(Bounds.upper(member.getReturnType(), compilation.elements()), nullable));
            }
        }
    }

    /** All of them by name, in their order. */
    Map<String, Component> all() {
        return components;
    }

    /** The component called {@code name}; {@code null} where there is none. */
    @Nullable
    Component find(String name) {
        return components.get(name);
    }
}
