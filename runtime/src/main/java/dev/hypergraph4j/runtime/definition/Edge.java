package dev.hypergraph4j.runtime.definition;

/**
 * A value on its way from one node to another.
 *
 * @param from the name of the node that gives it
 * @param value the value's name in the graph
 * @param to the name of the node that takes it
 */
public record Edge(String from, String value, String to) {}
