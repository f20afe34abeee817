package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import java.util.ArrayList;
import java.util.List;

/** Collects the description of a node, as part of a {@link Plan.Builder}. Not thread-safe. */
public final class NodeBuilder {
    private final String name;
    private final String method;
    private final SourceLocation source;
    private final String hash;
    private NodeKind kind = NodeKind.STEP;
    private boolean asynchronous;
    private final List<ParameterDefinition> inputs = new ArrayList<>();
    private final List<ValueDefinition> outputs = new ArrayList<>(1);

    NodeBuilder(String name, String method, String file, int line, String hash) {
        this.name = name;
        this.method = method;
        this.source = new SourceLocation(file, line);
        this.hash = hash;
    }

    /** What kind of work it does, where that is not {@link NodeKind#STEP}. */
    public NodeBuilder kind(NodeKind kind) {
        this.kind = kind;
        return this;
    }

    /** Its method returns a {@link java.util.concurrent.CompletionStage}. */
    public NodeBuilder asynchronous() {
        this.asynchronous = true;
        return this;
    }

    /** It takes a value that must be there. */
    public NodeBuilder takes(String name, String type) {
        inputs.add(new ParameterDefinition(name, type, false));
        return this;
    }

    /** It takes a value that may be absent. */
    public NodeBuilder mayTake(String name, String type) {
        inputs.add(new ParameterDefinition(name, type, true));
        return this;
    }

    /** It gives a value. */
    public NodeBuilder gives(String name, String type) {
        outputs.add(new ValueDefinition(name, type, false));
        return this;
    }

    /** It gives a value that may be absent. */
    public NodeBuilder mayGive(String name, String type) {
        outputs.add(new ValueDefinition(name, type, true));
        return this;
    }

    NodeDefinition build() {
        return new NodeDefinition(name, method, kind, asynchronous, inputs, outputs, source, hash);
    }
}
