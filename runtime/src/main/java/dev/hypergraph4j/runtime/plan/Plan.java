package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.definition.InputDefinition;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a runner needs to know of a graph: its nodes by number, in an order in which they can run, and who waits for whom. Numbers and slots come
 * from the compiler and are the same in every run.
 *
 * <p>Immutable; shared by all runs of the graph.
 */
public final class Plan {
    /** The form of the code that this runtime runs. The processor refuses to generate for a runtime with another one. */
    public static final int FORMAT = 1;

    private final GraphDefinition definition;
    private final Slots slots;
    private final int[][] predecessors;
    private final int[] waitCounts;
    private final int[] turnWaitCounts;
    private final int[][] successors;
    private final ControlFlow flow;
    private final NodeTraits[] traits;
    private final boolean asynchronous;
    private final boolean awaitsAny;
    private final boolean straight;
    private final boolean asks;
    private final boolean durable;

    /** The nodes that are nested graphs, and these graphs, if they are known: those of a graph that was made, not yet those of its class. */
    private final BitSet nestedNodes;

    private final Map<Integer, Nested> nested;

    /** Made when it is first wanted; who wants it at the same time makes the same one. */
    private @Nullable String structuralHash;

    /**
     * A graph that is a node of another one.
     *
     * @param hasRunner whether it is run by a runner of its own, whatever runs the graph around it
     */
    public record Nested(Plan plan, boolean hasRunner) {
        private boolean needsAsynchronous() {
            return plan.isAsynchronous() && !hasRunner;
        }
    }

    private Plan(GraphDefinition definition, Builder builder) {
        this.definition = definition;
        this.traits = builder.nodes.stream().map(NodeBuilder::traits).toArray(NodeTraits[]::new);
        this.slots = new Slots(definition, builder.types);
        this.nestedNodes = builder.nested();
        Links links = new Links(definition, builder.regions, builder.shared);
        this.predecessors = links.predecessors;
        this.waitCounts = links.waitCounts;
        this.turnWaitCounts = links.turnWaitCounts;
        this.successors = links.successors;
        this.flow = new ControlFlow(links);
        this.asynchronous = definition.nodes().stream().anyMatch(NodeDefinition::asynchronous);
        this.awaitsAny = asynchronous || Arrays.stream(traits).anyMatch(NodeTraits::publishing);
        this.straight = !links.controlled
                && nestedNodes.isEmpty()
                && Arrays.stream(traits).allMatch(NodeTraits::isStraight);
        this.asks = links.asks;
        this.durable = builder.durable;
        this.nested = Map.of();
    }

    private Plan(Plan plan, Map<Integer, Nested> nested, GraphDefinition definition) {
        this.definition = definition;
        this.slots = plan.slots;
        this.predecessors = plan.predecessors;
        this.waitCounts = plan.waitCounts;
        this.turnWaitCounts = plan.turnWaitCounts;
        this.successors = plan.successors;
        this.flow = plan.flow;
        this.traits = plan.traits;
        this.awaitsAny = plan.awaitsAny || nested.values().stream().anyMatch(Nested::needsAsynchronous);
        this.asynchronous = plan.asynchronous || nested.values().stream().anyMatch(Nested::needsAsynchronous);
        this.straight = plan.straight;
        this.asks = plan.asks
                || nested.values().stream().anyMatch(graph -> graph.plan().asks());
        this.durable = plan.durable;
        this.nestedNodes = plan.nestedNodes;
        this.nested = nested;
    }

    /**
     * The same plan with the graphs that are nested in it.
     *
     * @param graphs one for each node that is a nested graph, in the order of the plan
     */
    public Plan nesting(List<Nested> graphs) {
        Map<Integer, Nested> byNode = new LinkedHashMap<>();
        Map<String, GraphDefinition> definitions = new LinkedHashMap<>();
        Iterator<Nested> next = graphs.iterator();
        nestedNodes.stream().forEach(node -> {
            Nested graph = next.next();
            byNode.put(node, graph);
            definitions.put(node(node).name(), graph.plan().definition());
        });
        return new Plan(this, Collections.unmodifiableMap(byNode), definition.nesting(definitions));
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

    /** The {@linkplain GraphDefinition#structuralHash() structural hash} of the graph, which each recorded run is compared by. */
    public String structuralHash() {
        String hash = structuralHash;
        if (hash == null) {
            hash = definition.structuralHash();
            structuralHash = hash;
        }
        return hash;
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
        return slots.names();
    }

    /**
     * The exact type of the value in {@code slot}: what {@link GraphState#put} takes there. Primitive where there always is a value when it is looked at,
     * and without wildcards, in whose place their upper bounds stand.
     *
     * @throws IllegalStateException if the graph was compiled by a processor that did not tell
     */
    public Type type(int slot) {
        return slots.type(slot, name());
    }

    /** The slot of the {@code i}th value that {@code node} gives. */
    public int outputSlot(int node, int i) {
        return slots.output(node, i);
    }

    /** The slot of the {@code i}th value that {@code node} takes; -1 where nobody gives it. */
    public int inputSlot(int node, int i) {
        return slots.input(node, i);
    }

    /** Whether a cycle waits for the value in {@code slot} to settle. */
    boolean isSettling(int slot) {
        return slots.isSettling(slot);
    }

    /** What decides whether a node runs. */
    public ControlFlow flow() {
        return flow;
    }

    /** What an execution of {@code node} goes through. */
    public NodeTraits traits(int node) {
        return traits[node];
    }

    /** Whether {@code node} ends with a stage in a concurrent run: it returns one, or a publisher. */
    public boolean isAwaited(int node) {
        return node(node).asynchronous() || traits[node].publishing();
    }

    /** Whether there is such a node. */
    boolean awaitsAny() {
        return awaitsAny;
    }

    /**
     * Whether every node runs once, by a call of its method alone, if none fails: there are no gates, cycles, questions and nested graphs, and no node is tried
     * again.
     */
    public boolean isStraight() {
        return straight;
    }

    /**
     * How many nodes have to be through before {@code node} is looked at: the predecessors, and in a cycle those that must have read what
     * it is about to overwrite.
     */
    public int waitCount(int node) {
        return waitCounts[node];
    }

    /** How many of these are part of the same cycle as {@code node}, which waits for them in every turn. */
    public int turnWaitCount(int node) {
        return turnWaitCounts[node];
    }

    /** How many nodes {@code node} depends on, those left out whose values reach it in the next turn of a cycle. */
    public int predecessorCount(int node) {
        return predecessors[node].length;
    }

    /** The {@code i}th of the nodes that {@code node} depends on, in the order of the plan. */
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

    /** Whether nodes of it are nested graphs. */
    public boolean isNesting() {
        return !nestedNodes.isEmpty();
    }

    /** Whether {@code node} is a nested graph. */
    public boolean isNested(int node) {
        return nestedNodes.get(node);
    }

    /** The graph that {@code node} is; {@code null} where it is none, or where the graph was not made yet. */
    public @Nullable Nested nested(int node) {
        return nested.get(node);
    }

    /** Whether a node returns a {@link java.util.concurrent.CompletionStage}, or one of a nested graph that has no runner of its own. */
    public boolean isAsynchronous() {
        return asynchronous;
    }

    /** Whether a node, or one of a nested graph, asks a question, so that a run may pause. */
    public boolean asks() {
        return asks;
    }

    /** Whether the compiler has seen to it that all values can be written and read back; see {@link dev.hypergraph4j.Graph#durable()}. */
    public boolean isDurable() {
        return durable;
    }

    /** The slice with the index 0: all nodes. */
    public <O> Slice<O> whole(Function<O, Map<String, Object>> byName) {
        return new Slice<>(Slice.WHOLE, new int[] {0, size()}, byName);
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

    /** Collects the description of a graph: its inputs, then its nodes in the order of the plan, then its outputs. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private String version = "";
        private final List<InputDefinition> inputs = new ArrayList<>();
        private final List<NodeBuilder> nodes = new ArrayList<>();
        private final List<String> outputs = new ArrayList<>();
        private final List<Region> regions = new ArrayList<>();
        private final Set<String> shared = new HashSet<>();
        private @Nullable IntFunction<Type> types;
        private boolean durable;

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

        /** The nodes from {@code from} to {@code to} (exclusive) are a cycle; regions come in the order of the plan. */
        public Builder region(int from, int to, int maxIterations) {
            regions.add(new Region(regions.size(), from, to, maxIterations));
            return this;
        }

        /** These values are given by several nodes, one after the other, and make no node run. */
        public Builder shared(String... names) {
            shared.addAll(List.of(names));
            return this;
        }

        /** The outputs of the graph by their names. */
        public Builder outputs(String... names) {
            outputs.addAll(List.of(names));
            return this;
        }

        /** The type of each value by its {@link Plan#slots() slot}; asked only when somebody wants to know. */
        public Builder types(IntFunction<Type> types) {
            this.types = types;
            return this;
        }

        /** All values can be written and read back. */
        public Builder durable() {
            this.durable = true;
            return this;
        }

        /** The plan. */
        public Plan build() {
            List<NodeDefinition> definitions =
                    nodes.stream().map(NodeBuilder::build).toList();
            Map<String, ValueDefinition> values = new HashMap<>();
            definitions.forEach(node -> node.outputs().forEach(output -> values.putIfAbsent(output.name(), output)));
            GraphDefinition definition = new GraphDefinition(
                    name,
                    version,
                    inputs,
                    definitions,
                    outputs.stream().map(values::get).toList());
            return new Plan(definition, this);
        }

        private BitSet nested() {
            BitSet nested = new BitSet();
            for (int node = 0; node < nodes.size(); node++) {
                nested.set(node, nodes.get(node).isNested());
            }
            return nested;
        }
    }
}
