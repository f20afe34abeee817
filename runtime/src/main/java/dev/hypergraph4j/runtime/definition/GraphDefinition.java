package dev.hypergraph4j.runtime.definition;

import java.util.List;

/**
 * What a graph is.
 *
 * @param name its name
 * @param version what {@code @Graph(version)} says; empty by default
 * @param inputs what the caller gives
 * @param nodes its nodes, in the order of the plan
 * @param outputs what it gives
 */
public record GraphDefinition(
        String name,
        String version,
        List<InputDefinition> inputs,
        List<NodeDefinition> nodes,
        List<ValueDefinition> outputs) {

    /** Copies the lists. */
    public GraphDefinition {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }
}
