package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.definition.InputDefinition;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a runner needs to know of a graph: its nodes by number, in an order in which they can run, and who waits for whom. Numbers and slots come
 * from the compiler and are the same in every run.
 *
 * <p>Immutable; shared by all runs of the graph.
 */
public final class Plan {
    /** The form of the code that this runtime runs. The processor refuses to generate for a runtime with another one. */
    public static final int FORMAT = 1;

    private static final int[] NONE = {};

    private final GraphDefinition definition;
    private final List<String> slots;
    private final int[] firstOutputSlots;
    private final int[][] predecessors;
    private final int[][] successors;
    private final boolean asynchronous;

    private Plan(GraphDefinition definition) {
        this.definition = definition;
        List<NodeDefinition> nodes = definition.nodes();
        List<String> slots = new ArrayList<>();
        this.firstOutputSlots = new int[nodes.size()];
        this.predecessors = new int[nodes.size()][];
        Map<String, Integer> producers = new HashMap<>();
        definition.inputs().forEach(input -> slots.add(input.name()));
        int[] successorCounts = new int[nodes.size()];
        boolean anyAsynchronous = false;
        for (int node = 0; node < nodes.size(); node++) {
            firstOutputSlots[node] = slots.size();
            predecessors[node] = producersOf(nodes.get(node), producers);
            for (int predecessor : predecessors[node]) {
                successorCounts[predecessor]++;
            }
            for (ValueDefinition output : nodes.get(node).outputs()) {
                slots.add(output.name());
                producers.put(output.name(), node);
            }
            anyAsynchronous |= nodes.get(node).asynchronous();
        }
        this.slots = List.copyOf(slots);
        this.successors = reversed(predecessors, successorCounts);
        this.asynchronous = anyAsynchronous;
    }

    /** Starts the description of the graph {@code name}. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** What the graph is. */
    public GraphDefinition definition() {
        return definition;
    }

    /** The graph's name. */
    public String name() {
        return definition.name();
    }

    /** How many nodes there are; they are numbered from 0. */
    public int size() {
        return predecessors.length;
    }

    /** The node numbered {@code node}. */
    public NodeDefinition node(int node) {
        return definition.nodes().get(node);
    }

    /** The names of all values by {@link GraphState#value slot}: the inputs first, then what the nodes give, in the order of the plan. */
    public List<String> slots() {
        return slots;
    }

    /** The slot of the first value that {@code node} gives; its others follow. */
    public int firstOutputSlot(int node) {
        return firstOutputSlots[node];
    }

    /** How many nodes {@code node} waits for. */
    public int predecessorCount(int node) {
        return predecessors[node].length;
    }

    /** The {@code i}th of the nodes that {@code node} waits for. */
    public int predecessor(int node, int i) {
        return predecessors[node][i];
    }

    /** How many nodes wait for {@code node}. */
    public int successorCount(int node) {
        return successors[node].length;
    }

    /** The {@code i}th of the nodes that wait for {@code node}, in the order of the plan. */
    public int successor(int node, int i) {
        return successors[node][i];
    }

    /** Whether a node returns a {@link java.util.concurrent.CompletionStage}. */
    public boolean isAsynchronous() {
        return asynchronous;
    }

    /** The slice with the index 0: all nodes. */
    public <O> Slice<O> whole(Function<O, Map<String, Object>> byName) {
        return new Slice<>(0, new int[] {0, size()}, byName);
    }

    /**
     * A slice of some nodes.
     *
     * @param index what {@link GraphState#result} knows it by, from 1
     * @param ranges the nodes, as pairs of a first one (inclusive) and a last one (exclusive), ascending
     */
    public <O> Slice<O> slice(int index, Function<O, Map<String, Object>> byName, int... ranges) {
        return new Slice<>(index, ranges, byName);
    }

    private static int[] producersOf(NodeDefinition node, Map<String, Integer> producers) {
        Set<Integer> distinct = new LinkedHashSet<>();
        for (ParameterDefinition input : node.inputs()) {
            Integer producer = producers.get(input.name());
            if (producer != null) {
                distinct.add(producer);
            }
        }
        return distinct.isEmpty()
                ? NONE
                : distinct.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static int[][] reversed(int[][] edges, int[] counts) {
        int[][] reversed = new int[edges.length][];
        int[] filled = new int[edges.length];
        for (int node = 0; node < edges.length; node++) {
            reversed[node] = counts[node] == 0 ? NONE : new int[counts[node]];
        }
        for (int node = 0; node < edges.length; node++) {
            for (int predecessor : edges[node]) {
                reversed[predecessor][filled[predecessor]++] = node;
            }
        }
        return reversed;
    }

    /** Collects the description of a graph: its inputs, then its nodes in the order of the plan, then its outputs. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private String version = "";
        private final List<InputDefinition> inputs = new ArrayList<>();
        private final List<NodeBuilder> nodes = new ArrayList<>();
        private final List<String> outputs = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** The user's own version of the graph. */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /** An input that a run can't do without. */
        public Builder input(String name, String type) {
            inputs.add(new InputDefinition(name, type, true, ""));
            return this;
        }

        /** An input that a run can do without; {@code defaultValue} is as it stands in the source, empty where there is none. */
        public Builder optionalInput(String name, String type, String defaultValue) {
            inputs.add(new InputDefinition(name, type, false, defaultValue));
            return this;
        }

        /** The next node; see {@link NodeDefinition}. */
        public NodeBuilder node(String name, String method, String file, int line, String hash) {
            NodeBuilder node = new NodeBuilder(name, method, file, line, hash);
            nodes.add(node);
            return node;
        }

        /** The outputs of the graph by their names. */
        public Builder outputs(String... names) {
            outputs.addAll(List.of(names));
            return this;
        }

        /** The plan. */
        public Plan build() {
            List<NodeDefinition> definitions =
                    nodes.stream().map(NodeBuilder::build).toList();
            Map<String, ValueDefinition> values = new HashMap<>();
            definitions.forEach(node -> node.outputs().forEach(output -> values.put(output.name(), output)));
            return new Plan(new GraphDefinition(
                    name,
                    version,
                    inputs,
                    definitions,
                    outputs.stream().map(values::get).toList()));
        }
    }
}
