package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.Parameter;

/**
 * A parameter of a node, under the name that its value has in the graph.
 *
 * @param node the node that takes it
 */
public record Take(GraphNode node, Parameter parameter, String value) {}
