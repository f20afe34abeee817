package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A cycle has turned as often as it may ({@link dev.hypergraph4j.Graph#maxIterations()}), and would go on. */
public final class InfiniteLoopException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String graph;
    private final ArrayList<String> nodes;
    private final int iterations;

    private InfiniteLoopException(String message, String graph, List<String> nodes, int iterations) {
        super(message, null);
        this.graph = graph;
        this.nodes = new ArrayList<>(nodes);
        this.iterations = iterations;
    }

    /** @param course whose {@code region} would go on */
    static InfiniteLoopException of(Plan plan, Region region, Course course) {
        List<Integer> due = course.due(region);
        List<String> nodes = new ArrayList<>();
        for (int node = region.from(); node < region.to(); node++) {
            nodes.add(plan.node(node).name());
        }
        Set<String> changing = new LinkedHashSet<>();
        for (int node : due) {
            for (int giver : course.changing(node)) {
                plan.node(giver).outputs().stream().map(ValueDefinition::name).forEach(changing::add);
            }
        }
        Message message = Message.of(
                        "InfiniteLoop",
                        "A cycle of '" + plan.name() + "' turned " + region.maxIterations() + " times and did not end.")
                .fact("cycle", String.join(" -> ", nodes))
                .fact(
                        "next",
                        Lists.enumerated(
                                due.stream().map(node -> plan.node(node).name()).toList()));
        if (!changing.isEmpty()) {
            message = message.fact("changing", Lists.enumerated(List.copyOf(changing)));
        }
        String text = message.fix("see to it that a gate leaves the cycle")
                .fix("let it turn more often: @Graph(maxIterations = " + 10L * region.maxIterations() + ")")
                .text();
        return new InfiniteLoopException(text, plan.name(), nodes, region.maxIterations());
    }

    /** The graph that the cycle is part of. */
    public String graph() {
        return graph;
    }

    /** The nodes of the cycle, in the order in which a turn looks at them. */
    public List<String> nodes() {
        return List.copyOf(nodes);
    }

    /** How often it turned. */
    public int iterations() {
        return iterations;
    }
}
