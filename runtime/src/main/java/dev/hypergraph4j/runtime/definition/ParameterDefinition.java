package dev.hypergraph4j.runtime.definition;

/**
 * What a node takes.
 *
 * @param name the value's name in the graph
 * @param type the type that the node wants, with simple names: {@code List<Doc>}
 * @param optional whether the node runs without it as well
 */
public record ParameterDefinition(String name, String type, boolean optional) {}
