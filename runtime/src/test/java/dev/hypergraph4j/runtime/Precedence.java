package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.Sketch.Loop;
import dev.hypergraph4j.runtime.Sketch.Node;
import dev.hypergraph4j.runtime.Takes.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which nodes of a {@link Sketch} come before which, worked out from names anew each time. */
final class Precedence {
    private final Sketch sketch;

    Precedence(Sketch sketch) {
        this.sketch = sketch;
    }

    /** Who has to be looked at before {@code node}. */
    Set<Node> predecessors(Node node) {
        Set<Node> all = new LinkedHashSet<>(directPredecessors(node));
        for (String value : node.takes().names()) {
            if (sketch.shared().contains(value)) {
                sketch.producers(value).stream()
                        .filter(producer -> !producer.equals(node) && !isOrderedAfter(producer, node))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Shared values left out, whose order is given by everything else. */
    private Set<Node> directPredecessors(Node node) {
        Set<Node> all = new LinkedHashSet<>();
        for (Value value : node.takes().values()) {
            if (!sketch.shared().contains(value.name())) {
                sketch.producers(value.name()).stream()
                        .filter(producer -> !leadsBack(producer, node))
                        .forEach(all::add);
            }
        }
        node.takes().signals().forEach(signal -> all.addAll(sketch.givers(signal)));
        sketch.gatesOf(node).stream().filter(gate -> !leadsBack(gate, node)).forEach(all::add);
        return all;
    }

    private boolean isOrderedAfter(Node later, Node node) {
        Set<Node> upstream = new HashSet<>(directPredecessors(later));
        boolean grows = true;
        while (grows) {
            Set<Node> more = new HashSet<>();
            upstream.forEach(each -> more.addAll(directPredecessors(each)));
            grows = upstream.addAll(more);
        }
        return upstream.contains(node);
    }

    boolean leadsBack(Node from, Node to) {
        return areTogether(from, to) && from.number() >= to.number();
    }

    boolean areTogether(Node one, Node other) {
        return loop(one) != null && Objects.equals(loop(one), loop(other));
    }

    /** The nodes of the cycle that {@code node} is part of, in order; the node alone where it is part of none. */
    List<Node> company(Node node) {
        return sketch.nodes().stream()
                .filter(other -> other.equals(node) || areTogether(node, other))
                .toList();
    }

    /** The cycle that it is part of; {@code null} if there is none. */
    @Nullable
    Loop loop(Node node) {
        return sketch.loopOf(node).orElse(null);
    }
}
