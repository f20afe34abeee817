package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Obstacle.Kind;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what keeps values of a type from being written and read back exactly, through type arguments, components of records and subtypes of
 * sealed types: the nearest one, breadth first. Types that are to be generated are taken to be right: their values are those of another graph.
 */
final class ObstacleFinder {
    /** Nobody spells such a type, but a record that nests itself with other arguments leads to it. */
    private static final int MOST_PARTS = 200;

    /** @param component the component of the record before that has this type; empty where another way leads here */
    private record Step(TypeMirror type, @Nullable Step before, String component) {}

    private final Compilation compilation;
    private final Function<TypeMirror, ValueType> asValue;
    private final SealedTypes sealedTypes;
    private final Deque<Step> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    ObstacleFinder(Compilation compilation, Function<TypeMirror, ValueType> asValue) {
        this.compilation = compilation;
        this.asValue = asValue;
        this.sealedTypes = new SealedTypes(compilation.types());
    }

    /** The nearest obstacle; {@code null} where there is none. */
    @Nullable
    Obstacle find(TypeMirror type) {
        open(type, null, "");
        Obstacle found = null;
        while (found == null && !open.isEmpty()) {
            found = look(open.remove());
        }
        return found;
    }

    private void open(TypeMirror type, @Nullable Step before, String component) {
        Step step = new Step(withBound(type), before, component);
        if (seen.add(TypeDisplay.qualified(step.type()))) {
            open.add(step);
        }
    }

    /** Of a wildcard its upper bound, where it has one. */
    private TypeMirror withBound(TypeMirror type) {
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() == null
                ? type
                : Bounds.upper(type, compilation.elements());
    }

    private @Nullable Obstacle look(Step step) {
        TypeMirror type = step.type();
        if (type instanceof ArrayType array) {
            open(array.getComponentType(), step, "");
            return null;
        }
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.ERROR) {
            return null;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return obstacle(step, Kind.ANYTHING);
        }
        return look((DeclaredType) type, (TypeElement) ((DeclaredType) type).asElement(), step);
    }

    private @Nullable Obstacle look(DeclaredType type, TypeElement element, Step step) {
        String name = element.getQualifiedName().toString();
        if (KeptTypes.isScalar(name) || element.getKind() == ElementKind.ENUM) {
            return null;
        }
        boolean isMap = KeptTypes.isMap(name);
        // How the JDK divides types of its own is its business, and differs from one to the next.
        boolean isSealed = SealedTypes.isSealed(element) && !name.startsWith("java.");
        if (!isMap && !isSealed && !KeptTypes.isContainer(name) && element.getKind() != ElementKind.RECORD) {
            return obstacle(step, UnkeptTypes.kind(type, element, compilation));
        }
        if (type.getTypeArguments().size() != element.getTypeParameters().size()) {
            return obstacle(step, Kind.RAW);
        }
        if (isMap && !isKey(type.getTypeArguments().get(0))) {
            return obstacle(new Step(withBound(type.getTypeArguments().get(0)), step, ""), Kind.KEY);
        }
        return isSealed ? lookAtSubtypes(type, element, step) : lookAtParts(type, step);
    }

    private boolean isKey(TypeMirror key) {
        TypeMirror type = withBound(key);
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && (declared.asElement().getKind() == ElementKind.ENUM
                                || KeptTypes.isKey(MissingTypes.name(declared))));
    }

    private @Nullable Obstacle lookAtSubtypes(DeclaredType type, TypeElement element, Step step) {
        if (SealedTypes.hasNamesakes(element)) {
            return obstacle(step, Kind.NAMES);
        }
        sealedTypes.subtypes(type, element).forEach(subtype -> open(subtype, step, ""));
        return null;
    }

    private @Nullable Obstacle lookAtParts(DeclaredType type, Step step) {
        if (TypeParts.of(type).size() > MOST_PARTS) {
            return obstacle(step, Kind.ENDLESS);
        }
        RecordComponents components = RecordComponents.of(type, compilation);
        if (components == null) {
            type.getTypeArguments().forEach(argument -> open(argument, step, ""));
        } else {
            components.all().forEach((name, component) -> open(component.type(), step, name));
        }
        return null;
    }

    private Obstacle obstacle(Step at, Kind kind) {
        List<ValueType> path = new ArrayList<>();
        Obstacle.Component component = null;
        for (Step step = at; step != null; step = step.before()) {
            ValueType type = asValue.apply(step.type());
            path.add(0, type);
            Step before = step.before();
            if (component == null && before != null && !step.component().isEmpty()) {
                component = new Obstacle.Component(asValue.apply(before.type()), step.component(), type);
            }
        }
        boolean isDeclared = at.type().getKind() == TypeKind.DECLARED;
        return new Obstacle(
                kind,
                path,
                component,
                isDeclared && compilation.origins().isSource((TypeElement) ((DeclaredType) at.type()).asElement()),
                isDeclared ? UnkeptTypes.instead((DeclaredType) at.type(), compilation) : "");
    }
}
