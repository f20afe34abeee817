package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.processor.model.Nested;
import dev.hypergraph4j.processor.model.Subgraph;
import dev.hypergraph4j.processor.model.UnknownReference;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the {@code @Subgraph}s of a graph, but not yet what they nest: that is a graph to be read by itself. */
final class SubgraphReader {
    private final Scope scope;
    private final List<Subgraph> subgraphs = new ArrayList<>();
    private final List<TypeElement> types = new ArrayList<>();
    private final List<UnknownReference> unknown = new ArrayList<>();

    SubgraphReader(Scope scope) {
        this.scope = scope;
    }

    /** Those that nest a graph. */
    List<Subgraph> subgraphs() {
        return List.copyOf(subgraphs);
    }

    /** The types that they nest. */
    List<TypeElement> types() {
        return List.copyOf(types);
    }

    /** Those that nest what is no graph. */
    List<UnknownReference> unknown() {
        return List.copyOf(unknown);
    }

    void read(AnnotationUse annotation) {
        AnnotationValue value = annotation.value("value");
        TypeElement type = value == null ? null : graph(annotation, value);
        if (type == null) {
            return;
        }
        types.add(type);
        subgraphs.add(new Subgraph(
                ClassName.get(type),
                new Nested.Unknown(),
                scope.text(annotation, "name", ""),
                annotation.flag("namespaced", false),
                scope.renamings(annotation, "inputs"),
                scope.renamings(annotation, "outputs"),
                new Subgraph.Mapping(
                        scope.names(annotation, "mapOver"),
                        MapMode.valueOf(annotation.text("mapMode", MapMode.ZIP.name())),
                        ErrorHandling.valueOf(annotation.text("onError", ErrorHandling.RAISE.name()))),
                Scope.inner(annotation, "bind").stream()
                        .map(bind -> new Subgraph.Binding(scope.name(bind, "input"), scope.name(bind, "value")))
                        .toList(),
                scope.site(annotation)));
    }

    /** The graph that {@code value} mentions; {@code null}, and noted, where it is none. */
    private @Nullable TypeElement graph(AnnotationUse annotation, AnnotationValue value) {
        if (AnnotationUse.isUnresolved(value)) {
            scope.addUnresolved(AnnotationUse.UNRESOLVED);
            return null;
        }
        if (!(value.getValue() instanceof TypeMirror mirror) || mirror.getKind() == TypeKind.ERROR) {
            if (value.getValue() instanceof TypeMirror missing) {
                scope.addUnresolved(missing);
            }
            return null;
        }
        if (mirror.getKind() == TypeKind.DECLARED
                && ((DeclaredType) mirror).asElement() instanceof TypeElement type
                && AnnotationUse.on(type, Graph.class) != null) {
            return type;
        }
        unknown.add(new UnknownReference(
                UnknownReference.Kind.GRAPH, TypeDisplay.simple(mirror), List.of(), scope.site(annotation, value)));
        return null;
    }
}
