package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Subgraph;
import dev.hypergraph4j.Use;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.UnknownReference;
import java.lang.annotation.Annotation;
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
 * @param nested the types of its {@code @Subgraph}s, in their order
 * @param unresolved everything that the graph and its node classes mention and that does not exist (yet)
 */
record ReadGraph(GraphDeclaration declaration, String packageName, List<TypeElement> nested, Set<String> unresolved) {

    /** @param site the type itself, or where it is mentioned, if it comes from a class file */
    static ReadGraph of(TypeElement type, Site site, Compilation compilation, NodeClasses nodeClasses) {
        AnnotationUse graph = AnnotationUse.on(type, Graph.class);
        if (graph == null) {
            throw new IllegalArgumentException(type + " is no graph");
        }
        Scope scope = new Scope(compilation, type, site);
        Members members = new Members(type, scope, nodeClasses);
        graph.values("nodes").forEach(entry -> members.takeIn(graph, entry));
        repeated(type, Use.class, Use.List.class).forEach(members::use);
        SubgraphReader subgraphs = new SubgraphReader(scope);
        repeated(type, Subgraph.class, Subgraph.List.class).forEach(subgraphs::read);
        List<UnknownReference> unknown = new ArrayList<>(members.unknown());
        unknown.addAll(subgraphs.unknown());
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
                subgraphs.subgraphs(),
                isInterface ? new EntryMethodReader(type, scope).read() : List.of(),
                scope.names(graph, "inputs"),
                scope.names(graph, "select"),
                scope.names(graph, "entrypoint"),
                scope.names(graph, "shared"),
                graph.number("maxIterations", 1000),
                graph.flag("durable", false),
                List.copyOf(unknown),
                true,
                scope.site(graph));
        return new ReadGraph(declaration, scope.packageName(), subgraphs.types(), scope.unresolved());
    }

    private static String decapitalized(String name) {
        int second = name.offsetByCodePoints(0, 1);
        return name.substring(0, second).toLowerCase(Locale.ROOT) + name.substring(second);
    }

    /** The annotations of one kind that stand on a type; several stand in a container. */
    private static List<AnnotationUse> repeated(
            TypeElement type, Class<? extends Annotation> annotation, Class<? extends Annotation> container) {
        List<AnnotationUse> uses = new ArrayList<>();
        AnnotationUse single = AnnotationUse.on(type, annotation);
        if (single != null) {
            uses.add(single);
        }
        AnnotationUse several = AnnotationUse.on(type, container);
        if (several != null) {
            for (AnnotationValue value : several.values("value")) {
                if (value.getValue() instanceof AnnotationMirror mirror) {
                    uses.add(new AnnotationUse(type, mirror));
                }
            }
        }
        return uses;
    }
}
