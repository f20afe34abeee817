package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How values get through a graph: the shortest way from each node to an output, found for all nodes by one breadth-first search from the
 * outputs backwards, when the first is asked for.
 */
final class Paths {
    private final Wiring wiring;
    private @Nullable Map<GraphNode, Step> steps;

    /** Where the way to an output goes on: to a node, or, behind the last, nowhere; then {@code output} is its end. */
    private record Step(@Nullable GraphNode next, String output) {}

    Paths(Wiring wiring) {
        this.wiring = wiring;
    }

    /** {@code retrieve -> generate -> answer}: nodes and, last, the output; empty where the node leads to none. */
    String fromNodeToOutput(GraphNode node) {
        Map<GraphNode, Step> way = steps();
        List<String> names = new ArrayList<>();
        GraphNode at = node;
        while (at != null && way.containsKey(at)) {
            Step step = way.get(at);
            names.add(at.name());
            if (step.next() == null) {
                names.add(step.output());
            }
            at = step.next();
        }
        return Arrows.path(names);
    }

    /** Whether {@code end} is {@code start} or takes, over any number of nodes, what {@code start} gives. */
    boolean leads(GraphNode start, GraphNode end) {
        Set<GraphNode> reached = new HashSet<>(Set.of(start));
        Deque<GraphNode> open = new ArrayDeque<>(reached);
        while (!open.isEmpty() && !reached.contains(end)) {
            for (Give give : open.remove().gives()) {
                for (Take take : wiring.consumers().getOrDefault(give.value(), List.of())) {
                    if (reached.add(take.node())) {
                        open.add(take.node());
                    }
                }
            }
        }
        return reached.contains(end);
    }

    private Map<GraphNode, Step> steps() {
        if (steps == null) {
            steps = backFromOutputs();
        }
        return steps;
    }

    private Map<GraphNode, Step> backFromOutputs() {
        Map<GraphNode, Step> way = new HashMap<>();
        Deque<GraphNode> open = new ArrayDeque<>();
        for (GraphOutput output : wiring.outputs()) {
            if (way.putIfAbsent(output.give().node(), new Step(null, output.name())) == null) {
                open.add(output.give().node());
            }
        }
        while (!open.isEmpty()) {
            GraphNode node = open.remove();
            for (Take take : node.takes()) {
                for (Give give : wiring.producers().getOrDefault(take.value(), List.of())) {
                    if (way.putIfAbsent(give.node(), new Step(node, "")) == null) {
                        open.add(give.node());
                    }
                }
            }
        }
        return way;
    }
}
