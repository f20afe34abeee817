package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.definition.InputDefinition;
import dev.hypergraph4j.runtime.definition.NodeControl;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Finds out from the names in a graph's definition which node waits for which, and why. Used once, while a {@link Plan} is made. */
final class Links {
    private static final int[] NONE = {};

    private final List<NodeDefinition> nodes;
    private final List<InputDefinition> inputs;
    private final Set<String> shared;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Integer>> producers = new HashMap<>();
    private final Map<String, List<Integer>> emitters = new HashMap<>();

    /** The nodes that each node waits for and whose loss is its own. */
    final int[][] predecessors;

    /** How many nodes each node waits for, those included that must only have read what it is about to overwrite. */
    final int[] waitCounts;

    /** How many of these are in the same cycle: the node waits for them in every turn. */
    final int[] turnWaitCounts;

    /** The nodes that wait for each node. */
    final int[][] successors;

    final int[][][] needs;

    /** The slots of the shared values that the caller may give or leave out. */
    final int[] uncertainInputs;

    final int[][] triggers;
    final boolean[][] converging;
    final int[][] gatesInto;
    final int[] firstGateEdge;
    final int[] gates;
    final int[] targets;
    final boolean[] entries;
    final boolean[] several;
    final boolean[] defaultOpen;
    final List<Region> regions;
    final int[] regionOf;

    /** Whether nodes may be skipped, pause or run more than once. */
    final boolean controlled;

    /** Whether a node asks a question. */
    final boolean asks;

    Links(GraphDefinition graph, List<Region> regions, Set<String> shared) {
        this.nodes = graph.nodes();
        this.shared = shared;
        this.regions = List.copyOf(regions);
        int size = nodes.size();
        this.predecessors = new int[size][];
        this.waitCounts = new int[size];
        this.turnWaitCounts = new int[size];
        this.successors = new int[size][];
        this.needs = new int[size][][];
        this.triggers = new int[size][];
        this.converging = new boolean[size][];
        this.gatesInto = new int[size][];
        this.firstGateEdge = new int[size + 1];
        this.several = new boolean[size];
        this.defaultOpen = new boolean[size];
        this.regionOf = new int[size];
        this.inputs = graph.inputs();
        this.uncertainInputs = IntStream.range(0, inputs.size())
                .filter(slot -> shared.contains(inputs.get(slot).name()))
                .filter(slot -> inputs.get(slot).mayBeAbsent())
                .toArray();
        indexNames();
        Arrays.fill(regionOf, -1);
        regions.forEach(region -> Arrays.fill(regionOf, region.from(), region.to(), region.index()));
        List<int[]> gateEdges = gateEdges();
        this.gates = gateEdges.stream().mapToInt(edge -> edge[0]).toArray();
        this.targets = gateEdges.stream().mapToInt(edge -> edge[1]).toArray();
        this.entries = new boolean[targets.length];
        linkGates();
        findEntries();
        List<Set<Integer>> all = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            all.add(link(node));
        }
        addGuards(all);
        linkBack(all);
        this.asks = nodes.stream().anyMatch(node -> node.control().asks());
        this.controlled = !regions.isEmpty() || gates.length > 0 || asks;
    }

    private void indexNames() {
        for (int node = 0; node < nodes.size(); node++) {
            int number = node;
            NodeDefinition definition = nodes.get(node);
            numbers.put(definition.name(), node);
            definition.outputs().forEach(output -> add(producers, output.name(), number));
            definition.control().emits().forEach(signal -> add(emitters, signal, number));
        }
    }

    private static void add(Map<String, List<Integer>> index, String name, int node) {
        index.computeIfAbsent(name, first -> new ArrayList<>(1)).add(node);
    }

    /** Pairs of a gate and a target; a target that the plan leaves out is no node. */
    private List<int[]> gateEdges() {
        List<int[]> edges = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            firstGateEdge[node] = edges.size();
            NodeControl control = nodes.get(node).control();
            several[node] = control.several();
            defaultOpen[node] = control.defaultOpen();
            for (String target : control.targets()) {
                Integer number = numbers.get(target);
                if (number == null) {
                    throw new IllegalArgumentException("gate '"
                            + nodes.get(node).name() + "' opens '" + target + "', which is no node of the plan");
                }
                edges.add(new int[] {node, number});
            }
        }
        firstGateEdge[nodes.size()] = edges.size();
        return edges;
    }

    private void linkGates() {
        Arrays.fill(gatesInto, NONE);
        for (int edge = 0; edge < targets.length; edge++) {
            int[] known = gatesInto[targets[edge]];
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = edge;
            gatesInto[targets[edge]] = more;
        }
    }

    private void findEntries() {
        for (int edge = 0; edge < targets.length; edge++) {
            int region = regionOf[targets[edge]];
            entries[edge] = region >= 0
                    && regionOf[gates[edge]] != region
                    && Arrays.stream(gatesInto[targets[edge]]).anyMatch(other -> regionOf[gates[other]] == region);
        }
    }

    /** Fills in what is to be known of {@code node}, and gives the nodes that it waits for. */
    private Set<Integer> link(int node) {
        Set<Integer> real = new LinkedHashSet<>();
        List<int[]> groups = new ArrayList<>(0);
        Map<Integer, Boolean> triggeredBy = new TreeMap<>();
        NodeDefinition definition = nodes.get(node);
        NodeControl control = definition.control();
        for (ParameterDefinition input : definition.inputs()) {
            if (!shared.contains(input.name())) {
                linkValue(node, input, control, real, groups, triggeredBy);
            }
        }
        for (String earlier : control.after()) {
            real.add(numbers.get(earlier));
        }
        linkShared(definition, groups);
        for (String signal : control.waitsFor()) {
            List<Integer> givers = emitters.getOrDefault(signal, producers.getOrDefault(signal, List.of()));
            real.addAll(givers);
            groups.add(givers.stream().mapToInt(Integer::intValue).toArray());
        }
        for (int edge : gatesInto[node]) {
            addForward(gates[edge], node, real);
        }
        needs[node] = groups.toArray(int[][]::new);
        triggers[node] =
                triggeredBy.keySet().stream().mapToInt(Integer::intValue).toArray();
        converging[node] = new boolean[triggers[node].length];
        for (int i = 0; i < triggers[node].length; i++) {
            converging[node][i] = triggeredBy.getOrDefault(triggers[node][i], false);
        }
        predecessors[node] = real.isEmpty()
                ? NONE
                : real.stream().mapToInt(Integer::intValue).sorted().toArray();
        return real;
    }

    private void linkValue(
            int node,
            ParameterDefinition input,
            NodeControl control,
            Set<Integer> real,
            List<int[]> groups,
            Map<Integer, Boolean> triggeredBy) {
        List<Integer> givers = producers.getOrDefault(input.name(), List.of());
        if (givers.isEmpty()) {
            return;
        }
        boolean seed = control.seeds().contains(input.name());
        boolean converges = control.converging().contains(input.name());
        for (int giver : givers) {
            addForward(giver, node, real);
            // What a node gives itself does not make it run again, or a list that it adds to would grow for ever.
            boolean wakes = giver != node || converges;
            if (wakes && regionOf[giver] >= 0 && regionOf[giver] == regionOf[node]) {
                triggeredBy.merge(giver, converges, Boolean::logicalAnd);
            }
        }
        if (!seed && !input.optional()) {
            groups.add(givers.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** A shared value that the caller does not surely give has to come from one of the nodes that give it, or from the caller after all. */
    private void linkShared(NodeDefinition definition, List<int[]> groups) {
        for (ParameterDefinition input : definition.inputs()) {
            String name = input.name();
            if (shared.contains(name) && !input.optional() && !isSurelyGiven(name)) {
                IntStream givers =
                        producers.getOrDefault(name, List.of()).stream().mapToInt(Integer::intValue);
                groups.add(IntStream.concat(givers, uncertainInputs(name)).toArray());
            }
        }
    }

    private boolean isSurelyGiven(String name) {
        return inputs.stream().anyMatch(input -> input.name().equals(name) && !input.mayBeAbsent());
    }

    /** The number of the input {@code name}, if the caller may leave it out: it comes behind the nodes. */
    private IntStream uncertainInputs(String name) {
        return IntStream.range(0, uncertainInputs.length)
                .filter(i -> inputs.get(uncertainInputs[i]).name().equals(name))
                .map(i -> nodes.size() + i);
    }

    private void addForward(int from, int node, Set<Integer> real) {
        if (!isBackward(from, node)) {
            real.add(from);
        }
    }

    /** Whether what {@code from} does reaches {@code node} in the next turn of a cycle only. */
    private boolean isBackward(int from, int node) {
        return from >= node && regionOf[from] >= 0 && regionOf[from] == regionOf[node];
    }

    /**
     * Whoever sends something backwards waits until the receiver was looked at in this turn: else, on several threads, the receiver might get it
     * a turn too early.
     */
    private void addGuards(List<Set<Integer>> all) {
        for (int node = 0; node < nodes.size(); node++) {
            for (ParameterDefinition input : nodes.get(node).inputs()) {
                for (int giver : producers.getOrDefault(input.name(), List.of())) {
                    guard(giver, node, all);
                }
            }
            for (int edge : gatesInto[node]) {
                guard(gates[edge], node, all);
            }
        }
    }

    private void guard(int from, int node, List<Set<Integer>> all) {
        if (from != node && isBackward(from, node)) {
            all.get(from).add(node);
        }
    }

    private void linkBack(List<Set<Integer>> all) {
        int[] counts = new int[nodes.size()];
        for (int node = 0; node < nodes.size(); node++) {
            waitCounts[node] = all.get(node).size();
            for (int earlier : all.get(node)) {
                counts[earlier]++;
                turnWaitCounts[node] += regionOf[node] >= 0 && regionOf[earlier] == regionOf[node] ? 1 : 0;
            }
        }
        int[] filled = new int[nodes.size()];
        for (int node = 0; node < nodes.size(); node++) {
            successors[node] = counts[node] == 0 ? NONE : new int[counts[node]];
        }
        for (int node = 0; node < nodes.size(); node++) {
            for (int earlier : all.get(node)) {
                successors[earlier][filled[earlier]++] = node;
            }
        }
    }
}
