package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.read.GeneratedNames.Generated;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Reads graphs and node classes. A reader is good for one round of processing, in which it reads each type once; the next round needs a new one.
 */
public final class GraphReader {
    private final Compilation compilation;
    private final NodeClasses nodeClasses;
    private final Set<TypeElement> roots = new HashSet<>();
    private final Map<TypeElement, ReadGraph> graphs = new HashMap<>();
    private final NestedGraphs nesting = new NestedGraphs(this::read);

    /** A reader for this round. */
    public GraphReader(ProcessingEnvironment environment) {
        this.compilation = Compilation.of(environment);
        this.nodeClasses = new NodeClasses(compilation);
    }

    /** The annotations that make a method a node. */
    public static Set<Class<? extends Annotation>> nodeAnnotations() {
        return Arrays.stream(NodeMark.Kind.values())
                .map(NodeMark.Kind::annotation)
                .collect(Collectors.toSet());
    }

    /**
     * Tells of the graphs for which types are still to be generated. A signature may mention such a type before it exists; to be told of all
     * graphs at the start keeps two that mention each other's types from waiting for each other.
     */
    public void expect(Collection<TypeElement> pending) {
        roots.addAll(pending);
        pending.forEach(compilation.generated()::add);
    }

    /** The graph that {@code type}, a type with {@code @Graph}, declares. */
    public GraphDeclaration graph(TypeElement type) {
        roots.add(type);
        GraphDeclaration declaration = nesting.of(type);
        return needsAnotherRound(type) ? declaration.incomplete() : declaration;
    }

    /** A class with its node methods, which may be none. */
    public NodeClass nodeClass(TypeElement type) {
        return nodeClasses.get(type, null).nodeClass();
    }

    /**
     * Whether a type is missing that {@code type} (a graph with its node classes, or a node class) needs and that another processor, or this one
     * for another graph, may generate. In the last round it means that the type does not exist, of which the compiler itself tells the user.
     */
    public boolean needsAnotherRound(TypeElement type) {
        if (AnnotationUse.on(type, Graph.class) == null) {
            return !nodeClasses.get(type, null).unresolved().isEmpty();
        }
        return nesting.allFrom(type).stream().anyMatch(this::isMissingTypes);
    }

    private boolean isMissingTypes(TypeElement type) {
        ReadGraph graph = read(type);
        return graph.unresolved().stream()
                .map(name -> compilation.generated().find(name, graph.packageName()))
                .anyMatch(generated -> generated == null || !waitsFor(generated.graph(), type));
    }

    private ReadGraph read(TypeElement type) {
        ReadGraph known = graphs.get(type);
        if (known == null) {
            boolean isSource = roots.contains(type) || compilation.origins().isSource(type);
            if (isSource) {
                compilation.generated().add(type);
            }
            known = isSource ? ReadGraph.of(type, compilation, nodeClasses) : ReadGraph.ofClassFile(type, compilation);
            graphs.put(type, known);
        }
        return known;
    }

    /** Whether {@code graph} is {@code wanted}, or mentions types that are to be generated for it, or nests it, or does so with another one that does, and so on. */
    private boolean waitsFor(TypeElement graph, TypeElement wanted) {
        Set<TypeElement> seen = new HashSet<>(List.of(graph));
        Deque<TypeElement> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            TypeElement next = open.remove();
            if (next.equals(wanted)) {
                return true;
            }
            ReadGraph read = read(next);
            read.unresolved().stream()
                    .map(name -> compilation.generated().find(name, read.packageName()))
                    .filter(Objects::nonNull)
                    .map(Generated::graph)
                    .filter(seen::add)
                    .forEach(open::add);
            read.nested().stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
