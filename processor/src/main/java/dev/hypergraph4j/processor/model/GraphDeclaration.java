package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A type with {@code @Graph}.
 *
 * @param type the type
 * @param name the graph's name
 * @param version what {@code @Graph(version)} says
 * @param isInterface whether its abstract methods are entry methods
 * @param isPublic whether the generated types are to be public
 * @param nodeClasses the classes that its nodes come from, its own first, then in the order of the annotation
 * @param uses its nodes, in that order and the order of the source, then those of {@code @Use}
 * @param subgraphs the graphs that are nodes of it, in the order of the source
 * @param entries the entry methods of an interface
 * @param inputs what {@code @Graph(inputs)} lists
 * @param select what {@code @Graph(select)} lists
 * @param entrypoint what {@code @Graph(entrypoint)} lists
 * @param shared what {@code @Graph(shared)} lists
 * @param maxIterations how often a cycle may turn
 * @param durable whether all its values have to be such that they can be written and read back
 * @param unknown entries of {@code nodes} and {@code @Use}s that lead nowhere
 * @param complete false where a type it needs does not exist, so that nothing can be said of the graph
 * @param site the type's {@code @Graph} annotation
 */
public record GraphDeclaration(
        ClassName type,
        String name,
        String version,
        boolean isInterface,
        boolean isPublic,
        List<NodeClass> nodeClasses,
        List<NodeUse> uses,
        List<Subgraph> subgraphs,
        List<EntryMethod> entries,
        List<Name> inputs,
        List<Name> select,
        List<Name> entrypoint,
        List<Name> shared,
        int maxIterations,
        boolean durable,
        List<UnknownReference> unknown,
        boolean complete,
        Site site) {

    /** The same graph, known to need types that do not exist. */
    public GraphDeclaration incomplete() {
        return with(subgraphs, false);
    }

    /** The same graph with what its {@code @Subgraph}s were found to be. */
    public GraphDeclaration nesting(List<Subgraph> known) {
        return with(known, complete);
    }

    private GraphDeclaration with(List<Subgraph> newSubgraphs, boolean isComplete) {
        return new GraphDeclaration(
                type,
                name,
                version,
                isInterface,
                isPublic,
                nodeClasses,
                uses,
                newSubgraphs,
                entries,
                inputs,
                select,
                entrypoint,
                shared,
                maxIterations,
                durable,
                unknown,
                isComplete,
                site);
    }

    /** The name that generated types start with: the simple name, with those of the types around it before it. */
    public String baseName() {
        return String.join("_", type.simpleNames());
    }

    /** Whether an input that is not listed, or not taken by an entry method, is an error. */
    public boolean closesInputs() {
        return (isInterface && !entries.isEmpty()) || !inputs.isEmpty();
    }
}
