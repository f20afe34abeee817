package dev.hypergraph4j.runtime.definition;

/**
 * What a node gives, and so may the graph.
 *
 * @param name the value's name in the graph
 * @param type its type, with simple names: {@code List<Doc>}
 * @param optional whether a successful run may end without it
 */
public record ValueDefinition(String name, String type, boolean optional) {}
