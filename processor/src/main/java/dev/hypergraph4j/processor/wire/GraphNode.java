package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Traits.Streaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a graph with the values it takes and gives. Nodes are compared by identity.
 *
 * <p>Immutable.
 */
public final class GraphNode {
    private final int declared;
    private final NodeUse use;
    private final @Nullable Nesting nesting;
    private final List<Take> takes;
    private final List<Give> gives;

    GraphNode(int declared, NodeUse use) {
        this(declared, use, null);
    }

    GraphNode(int declared, NodeUse use, @Nullable Nesting nesting) {
        this.declared = declared;
        this.nesting = nesting;
        this.use = use;
        this.takes = use.method().parameters().stream()
                .filter(parameter -> parameter.demand() != Demand.CONTEXT)
                .map(parameter -> new Take(this, parameter, use.inputName(parameter)))
                .toList();
        this.gives = use.method().outputs().stream()
                .map(port -> new Give(this, port, use.outputName(port)))
                .toList();
    }

    /** Its place in the order of declaration, from 0; not yet its number in the plan. */
    public int declared() {
        return declared;
    }

    /** What was declared. */
    public NodeUse use() {
        return use;
    }

    /** The method that it runs. */
    public NodeMethod method() {
        return use.method();
    }

    /** The nested graph that it is; {@code null} where it is none. */
    public @Nullable Nesting nesting() {
        return nesting;
    }

    /** Whether what it gives is there only some time after its code has run: it is asynchronous, or a nested graph. */
    public boolean endsLater() {
        return nesting != null || method().asynchronous() || method().traits().streaming() == Streaming.PUBLISHER;
    }

    /** Its name in the graph. */
    public String name() {
        return use.name();
    }

    /** Its parameters that take values, in their order. */
    public List<Take> takes() {
        return takes;
    }

    /** The signals that it gives. */
    public List<String> emits() {
        return method().traits().emits().stream().map(Name::text).toList();
    }

    /** Its outputs, in their order; none where it is run for its effect. */
    public List<Give> gives() {
        return gives;
    }

    @Override
    public String toString() {
        return name();
    }
}
