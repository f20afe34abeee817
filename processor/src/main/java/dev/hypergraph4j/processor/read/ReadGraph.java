package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Use;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * A type with {@code @Graph} as it was read, with everything that it names.
 *
 * @param declaration what it declares, taken to be complete
 * @param packageName its package
 * @param unresolved everything that the graph and its node classes mention and that does not exist (yet)
 */
record ReadGraph(GraphDeclaration declaration, String packageName, Set<String> unresolved) {

    static ReadGraph of(TypeElement type, Compilation compilation, NodeClasses nodeClasses) {
        AnnotationUse graph = AnnotationUse.on(type, Graph.class);
        if (graph == null) {
            throw new IllegalArgumentException(type + " is no graph");
        }
        Scope scope = new Scope(compilation, type, compilation.sites().of(type));
        Members members = new Members(type, scope, nodeClasses);
        graph.values("nodes").forEach(entry -> members.takeIn(graph, entry));
        uses(type).forEach(members::use);
        boolean isInterface = type.getKind().isInterface();
        String name = scope.text(graph, "name", "");
        GraphDeclaration declaration = new GraphDeclaration(
                ClassName.get(type),
                name.isEmpty() ? decapitalized(type.getSimpleName().toString()) : name,
                scope.text(graph, "version", ""),
                isInterface,
                Visibility.isPublic(type),
                members.classes(),
                members.uses(),
                isInterface ? new EntryMethodReader(type, scope).read() : List.of(),
                scope.names(graph, "inputs"),
                scope.names(graph, "select"),
                scope.names(graph, "entrypoint"),
                scope.names(graph, "shared"),
                graph.number("maxIterations", 1000),
                members.unknown(),
                true,
                scope.site(graph));
        return new ReadGraph(declaration, scope.packageName(), scope.unresolved());
    }

    private static String decapitalized(String name) {
        int second = name.offsetByCodePoints(0, 1);
        return name.substring(0, second).toLowerCase(Locale.ROOT) + name.substring(second);
    }

    /** The {@code @Use}s of a type; several stand in a container. */
    private static List<AnnotationUse> uses(TypeElement type) {
        List<AnnotationUse> uses = new ArrayList<>();
        AnnotationUse single = AnnotationUse.on(type, Use.class);
        if (single != null) {
            uses.add(single);
        }
        AnnotationUse container = AnnotationUse.on(type, Use.List.class);
        if (container != null) {
            for (AnnotationValue value : container.values("value")) {
                if (value.getValue() instanceof AnnotationMirror mirror) {
                    uses.add(new AnnotationUse(type, mirror));
                }
            }
        }
        return uses;
    }
}
