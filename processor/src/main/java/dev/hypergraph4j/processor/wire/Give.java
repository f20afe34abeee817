package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.OutputPort;

/**
 * An output of a node, under the name that it has in the graph.
 *
 * @param node the node that gives it
 */
public record Give(GraphNode node, OutputPort port, String value) {}
