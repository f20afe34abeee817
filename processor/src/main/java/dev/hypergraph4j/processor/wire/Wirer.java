package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Infers the edges of a graph from its names. The order of the steps is that of {@link #wire()}. */
public final class Wirer {
    private final GraphDeclaration graph;
    private final List<GraphNode> declared;

    private Wirer(GraphDeclaration graph) {
        this.graph = graph;
        List<GraphNode> nodes = new ArrayList<>();
        for (NodeUse use : graph.uses()) {
            nodes.add(new GraphNode(nodes.size(), use));
        }
        this.declared = List.copyOf(nodes);
    }

    /** The wiring of {@code graph}, right or wrong. */
    public static Wiring wire(GraphDeclaration graph) {
        return new Wirer(graph).wire();
    }

    private Wiring wire() {
        Edges all = new Edges(declared);
        Edges downstream = all.within(startingAtEntrypoints(all));
        Map<String, Give> promised = promisedOutputs(downstream);
        Edges active = downstream.within(neededFor(promised.values(), downstream));
        List<Cycle> cycles = new CycleFinder(active).shortestCycles();
        Inputs inputs = Inputs.of(graph, active);
        return new Wiring(
                graph,
                declared,
                active.nodes(),
                cycles.isEmpty() ? PlanOrder.of(active) : List.of(),
                active.producers(),
                all.without(active.nodes()).producers(),
                active.consumers(),
                inputs.exposed(),
                inputs.hidden(),
                inputs.unlisted(),
                promised.values().stream().map(GraphOutput::new).toList(),
                entrySlices(active),
                cycles);
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

    /** The outputs by name, in their order; names that nobody gives are left out. */
    private Map<String, Give> promisedOutputs(Edges edges) {
        Map<String, Give> outputs = new LinkedHashMap<>();
        if (!graph.select().isEmpty()) {
            graph.select().stream().map(Name::text).forEach(name -> putIfGiven(name, edges, outputs));
            return outputs;
        }
        graph.entries().stream()
                .filter(entry -> entry.result() != EntryMethod.Result.RUN_RESULT)
                .map(EntryMethod::output)
                .forEach(name -> putIfGiven(name, edges, outputs));
        if (givesWholeResult()) {
            edges.producers().keySet().stream()
                    .filter(name -> !edges.consumers().containsKey(name))
                    .forEach(name -> putIfGiven(name, edges, outputs));
        }
        return outputs;
    }

    /** Whether somebody gets all there is: the caller of a class's {@code run}, or of an entry method that returns the run's result. */
    private boolean givesWholeResult() {
        return graph.entries().isEmpty()
                || graph.entries().stream().anyMatch(entry -> entry.result() == EntryMethod.Result.RUN_RESULT);
    }

    private static void putIfGiven(String name, Edges edges, Map<String, Give> outputs) {
        Give give = edges.producer(name);
        if (give != null) {
            outputs.putIfAbsent(name, give);
        }
    }

    /** Everything, unless it was said which outputs are wanted: then what these need. */
    private Set<GraphNode> neededFor(Iterable<Give> outputs, Edges edges) {
        if (graph.select().isEmpty() && givesWholeResult()) {
            return edges.nodes();
        }
        List<GraphNode> ends = new ArrayList<>();
        outputs.forEach(give -> ends.add(give.node()));
        return edges.upstreamOf(ends);
    }

    private List<EntrySlice> entrySlices(Edges active) {
        List<EntrySlice> slices = new ArrayList<>();
        for (EntryMethod entry : graph.entries()) {
            Give give = entry.result() == EntryMethod.Result.RUN_RESULT ? null : active.producer(entry.output());
            Set<GraphNode> nodes = entry.result() == EntryMethod.Result.RUN_RESULT
                    ? active.nodes()
                    : give == null ? Set.of() : active.upstreamOf(List.of(give.node()));
            slices.add(new EntrySlice(entry, give, List.copyOf(nodes)));
        }
        return slices;
    }
}
