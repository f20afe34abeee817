package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Nested;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Subgraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Infers the edges of a graph from its names. The order of the steps is that of {@link #wire()}. */
public final class Wirer {
    private final GraphDeclaration graph;
    private final List<GraphNode> declared;

    private Wirer(GraphDeclaration graph, Map<GraphDeclaration, Wiring> known) {
        this.graph = graph;
        List<GraphNode> nodes = new ArrayList<>();
        for (NodeUse use : graph.uses()) {
            nodes.add(new GraphNode(nodes.size(), use));
        }
        for (Subgraph subgraph : graph.subgraphs()) {
            NestedGraph nested = nested(subgraph, known);
            if (nested != null) {
                nodes.add(NestedNode.of(nodes.size(), subgraph, nested));
            }
        }
        this.declared = List.copyOf(nodes);
    }

    /** What {@code subgraph} nests; {@code null} where it can't. */
    private static @Nullable NestedGraph nested(Subgraph subgraph, Map<GraphDeclaration, Wiring> known) {
        if (subgraph.nested() instanceof Nested.Declared declared) {
            return NestedGraph.of(wire(declared.graph(), known), subgraph);
        }
        return subgraph.nested() instanceof Nested.Processed processed ? NestedGraph.of(processed, subgraph) : null;
    }

    /** The wiring of {@code graph} and of all graphs that are nested in it, right or wrong. */
    public static Wiring wire(GraphDeclaration graph) {
        return wire(graph, new IdentityHashMap<>());
    }

    private static Wiring wire(GraphDeclaration graph, Map<GraphDeclaration, Wiring> known) {
        Wiring wiring = known.get(graph);
        if (wiring == null) {
            wiring = new Wirer(graph, known).wire();
            known.put(graph, wiring);
        }
        return wiring;
    }

    private Wiring wire() {
        Edges all = new Edges(declared);
        Edges downstream = all.within(startingAtEntrypoints(all));
        Set<String> shared = new LinkedHashSet<>();
        graph.shared().forEach(name -> shared.add(name.text()));
        Set<String> promised = promisedOutputs(downstream, shared);
        Edges active = downstream.within(neededFor(promised, downstream));
        Precedence precedence = new Precedence(active, shared);
        List<Region> regions = new ArrayList<>();
        List<GraphNode> plan =
                precedence.cycles().isEmpty() ? PlanOrder.of(active.nodes(), precedence, regions) : List.of();
        FromCaller fromCaller = new FromCaller(active, precedence, shared);
        Inputs inputs = Inputs.of(graph, active, fromCaller::takes);
        GateChoices choices = new GateChoices(active, plan, precedence, inputs.exposed(), shared);
        boolean decides = !plan.isEmpty()
                && plan.stream().anyMatch(node -> node.method().traits().isGate());
        Map<String, GraphValue> values = new Values(active, inputs.exposed(), decides ? choices : null).byName();
        return new Wiring(
                graph,
                declared,
                active.nodes(),
                plan,
                numbers(plan),
                targets(active),
                regions,
                precedence.sharedBefore(),
                values,
                active.producers(),
                all.without(active.nodes()).producers(),
                active.consumers(),
                inputs.exposed(),
                inputs.hidden(),
                inputs.unlisted(),
                promised.stream()
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .map(GraphOutput::new)
                        .toList(),
                entrySlices(active, values),
                precedence.cycles(),
                precedence.cycles().isEmpty() ? EndlessCycles.of(active, precedence, choices) : List.of(),
                fromCaller.idleSeeds(),
                clashes(active, shared, choices, precedence),
                graph.durable() && !plan.isEmpty()
                        ? new Effects(choices, precedence).unordered(active.nodes())
                        : List.of());
    }

    private static Map<GraphNode, Integer> numbers(List<GraphNode> plan) {
        Map<GraphNode, Integer> numbers = new HashMap<>();
        plan.forEach(node -> numbers.put(node, numbers.size()));
        return numbers;
    }

    private static Map<GraphNode, List<GraphNode>> targets(Edges edges) {
        Map<GraphNode, List<GraphNode>> targets = new HashMap<>();
        for (GraphNode node : edges.nodes()) {
            List<GraphNode> opened = edges.outOf(node).stream()
                    .filter(edge -> edge.kind() == Edge.Kind.CHOICE)
                    .map(Edge::to)
                    .toList();
            if (!opened.isEmpty()) {
                targets.put(node, opened);
            }
        }
        return targets;
    }

    private Set<GraphNode> startingAtEntrypoints(Edges edges) {
        if (graph.entrypoint().isEmpty()) {
            return edges.nodes();
        }
        Set<String> names = new LinkedHashSet<>();
        graph.entrypoint().forEach(name -> names.add(name.text()));
        List<GraphNode> starts =
                declared.stream().filter(node -> names.contains(node.name())).toList();
        return starts.isEmpty() ? edges.nodes() : edges.downstreamOf(starts);
    }

    /** The names of the outputs, in their order; those that nobody gives are left out. */
    private Set<String> promisedOutputs(Edges edges, Set<String> shared) {
        Set<String> outputs = new LinkedHashSet<>();
        if (!graph.select().isEmpty()) {
            graph.select().stream().map(Name::text).forEach(outputs::add);
        } else {
            graph.entries().stream()
                    .filter(entry -> entry.result() != EntryMethod.Result.RUN_RESULT)
                    .map(EntryMethod::output)
                    .forEach(outputs::add);
            if (givesWholeResult()) {
                outputs.addAll(results(edges, shared));
            }
        }
        outputs.retainAll(edges.producers().keySet());
        return outputs;
    }

    /** The values that nobody takes but the cycle that they come from, and shared ones. */
    private static Set<String> results(Edges edges, Set<String> shared) {
        Precedence precedence = new Precedence(edges, shared);
        Set<String> results = new LinkedHashSet<>();
        edges.producers().forEach((name, gives) -> {
            boolean taken = edges.consumers().getOrDefault(name, List.of()).stream()
                    .anyMatch(take ->
                            gives.stream().noneMatch(give -> precedence.isInSameRegion(give.node(), take.node())));
            if (!taken || shared.contains(name)) {
                results.add(name);
            }
        });
        return results;
    }

    /** Whether somebody gets all there is: the caller of a class's {@code run}, or of an entry method that returns the run's result. */
    private boolean givesWholeResult() {
        return graph.entries().isEmpty()
                || graph.entries().stream().anyMatch(entry -> entry.result() == EntryMethod.Result.RUN_RESULT);
    }

    /** Everything, unless it was said which outputs are wanted: then what these need. */
    private Set<GraphNode> neededFor(Set<String> outputs, Edges edges) {
        if (graph.select().isEmpty() && givesWholeResult()) {
            return edges.nodes();
        }
        List<GraphNode> ends = new ArrayList<>();
        outputs.forEach(output -> ends.addAll(givers(edges.producers().getOrDefault(output, List.of()))));
        return edges.upstreamOf(ends);
    }

    private static List<GraphNode> givers(List<Give> gives) {
        return gives.stream().map(Give::node).toList();
    }

    private List<EntrySlice> entrySlices(Edges active, Map<String, GraphValue> values) {
        List<EntrySlice> slices = new ArrayList<>();
        for (EntryMethod entry : graph.entries()) {
            boolean whole = entry.result() == EntryMethod.Result.RUN_RESULT;
            GraphValue value = whole ? null : values.get(entry.output());
            Set<GraphNode> nodes =
                    whole ? active.nodes() : value == null ? Set.of() : active.upstreamOf(givers(value.gives()));
            slices.add(new EntrySlice(entry, value, List.copyOf(nodes)));
        }
        return slices;
    }

    /** Pairs of nodes that give one value, where a run may execute both and nothing says which goes first. */
    private static List<List<Give>> clashes(
            Edges edges, Set<String> shared, GateChoices choices, Precedence precedence) {
        List<List<Give>> clashes = new ArrayList<>();
        edges.producers().forEach((value, gives) -> {
            for (int i = 1; i < gives.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean ordered = shared.contains(value)
                            && precedence.areOrdered(
                                    gives.get(j).node(), gives.get(i).node());
                    if (!ordered
                            && !choices.areExclusive(
                                    gives.get(j).node(), gives.get(i).node())) {
                        clashes.add(List.of(gives.get(j), gives.get(i)));
                    }
                }
            }
        });
        return List.copyOf(clashes);
    }
}
