package dev.hypergraph4j.processor.model;

import java.util.List;

/**
 * An entry of {@code @Graph(nodes)}, a {@code @Use} or a {@code @Subgraph} that leads to no nodes.
 *
 * @param kind what was looked for
 * @param name what the user wrote: the class, or {@code Class.method}
 * @param known what there is instead, for a guess at what was meant
 * @param site the annotation value
 */
public record UnknownReference(Kind kind, String name, List<String> known, Site site) {

    /** What was looked for. */
    public enum Kind {
        /** A class with node methods. */
        NODE_CLASS,
        /** A class with node methods; what was found is itself a graph. */
        NOT_A_GRAPH,
        /** A node method of the class that {@code @Use} names. */
        NODE_METHOD,
        /** A graph, for {@code @Subgraph}. */
        GRAPH
    }
}
