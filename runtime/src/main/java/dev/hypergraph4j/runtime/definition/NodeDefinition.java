package dev.hypergraph4j.runtime.definition;

import dev.hypergraph4j.NodeKind;
import java.util.List;

/**
 * A node of a graph.
 *
 * @param name its name, unique in the graph
 * @param method the method it runs: {@code Retrieval.retrieve}
 * @param kind what kind of work it does
 * @param asynchronous whether its method returns a {@link java.util.concurrent.CompletionStage}
 * @param inputs what it takes, in the order of the parameters
 * @param outputs what it gives; none where it is run for its effect
 * @param source where the method stands
 * @param control what decides whether and when it runs, beside the values that it takes
 * @param hash of the method's signature and code, which comments and white space do not change; empty where the compiler did not tell
 */
public record NodeDefinition(
        String name,
        String method,
        NodeKind kind,
        boolean asynchronous,
        List<ParameterDefinition> inputs,
        List<ValueDefinition> outputs,
        SourceLocation source,
        NodeControl control,
        String hash) {

    /** Copies the lists. */
    public NodeDefinition {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** A node for which only values decide whether and when it runs. */
    public NodeDefinition(
            String name,
            String method,
            NodeKind kind,
            boolean asynchronous,
            List<ParameterDefinition> inputs,
            List<ValueDefinition> outputs,
            SourceLocation source,
            String hash) {
        this(name, method, kind, asynchronous, inputs, outputs, source, NodeControl.NONE, hash);
    }
}
