package dev.hypergraph4j.processor.wire;

import java.util.List;

/**
 * Nodes that reach each other, and so run again and again.
 *
 * @param nodes in the order in which one turn looks at them
 */
public record Region(List<GraphNode> nodes) {}
