package dev.hypergraph4j.processor.wire;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.Parameter.Seed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A graph with its edges.
 *
 * @param graph what was declared
 * @param declared all its nodes, in the order of declaration
 * @param active those that can run: neither cut off by {@code entrypoint} nor unneeded by {@code select} or the entry methods; in the order of
 *     declaration
 * @param plan the active nodes in the order they run in, ties in the order of declaration; empty where there is a cycle
 * @param numbers the place of each node in the plan
 * @param targets the active nodes that each gate may open
 * @param regions the cycles among them, in the order of the plan
 * @param sharedBefore for nodes that read shared values: who gives them before
 * @param values what nodes give, by name
 * @param producers who gives a value, among the active nodes
 * @param cutProducers who gives a value among the nodes that are not active
 * @param consumers who takes a value, among the active nodes
 * @param inputs what the caller gives, by name, in the order of {@code inputs}, of the entry methods, or of declaration
 * @param hidden values that nobody gives, that the caller may not give either, because the inputs are closed, and that every node can do without
 * @param unlisted values like these that some node can't do without; in the order of declaration
 * @param outputs what the graph gives
 * @param entries what each entry method runs
 * @param cycles a shortest cycle for each set of nodes that wait for each other, so that none of them could be the first
 * @param endless cycles that no gate can leave and whose values need not settle
 * @param idleSeeds parameters that say that a cycle closes there, where nothing turns
 * @param clashes pairs of nodes that give one value, where a run may execute both and nothing says which goes first
 * @param unordered in a durable graph, pairs of nodes that are run for their effects, where a run may execute both and nothing says which goes first: each such
 *     node at most once as the second one
 */
public record Wiring(
        GraphDeclaration graph,
        List<GraphNode> declared,
        Set<GraphNode> active,
        List<GraphNode> plan,
        Map<GraphNode, Integer> numbers,
        Map<GraphNode, List<GraphNode>> targets,
        List<Region> regions,
        Map<GraphNode, Set<GraphNode>> sharedBefore,
        Map<String, GraphValue> values,
        Map<String, List<Give>> producers,
        Map<String, List<Give>> cutProducers,
        Map<String, List<Take>> consumers,
        Map<String, GraphInput> inputs,
        Map<String, GraphInput> hidden,
        List<String> unlisted,
        List<GraphOutput> outputs,
        List<EntrySlice> entries,
        List<Cycle> cycles,
        List<Cycle> endless,
        List<Take> idleSeeds,
        List<List<Give>> clashes,
        List<List<GraphNode>> unordered) {

    /** Who gives {@code value}; the first, where there are several by mistake; {@code null} where it is an input or unknown. */
    public @Nullable Give producer(String value) {
        List<Give> gives = producers.get(value);
        return gives == null ? null : gives.get(0);
    }

    /** The number of {@code node} in the plan. */
    public int number(GraphNode node) {
        return Objects.requireNonNull(numbers.get(node));
    }

    /** The nodes of the plan that the gate {@code node} may open, in the order of its targets; none where it is no gate. */
    public List<GraphNode> targets(GraphNode node) {
        return targets.getOrDefault(node, List.of());
    }

    /** Whether {@code take} takes its value from the caller, at least at first. */
    public boolean isFromCaller(Take take) {
        GraphInput input = inputs.get(take.value());
        return input == null
                ? !producers.containsKey(take.value())
                : input.takes().contains(take);
    }

    /** Whether a successful run may end without what {@code give} gives, or at least without its having given it. */
    public boolean mayBeAbsent(Give give) {
        GraphValue value = values.get(give.value());
        return give.port().nullable() || (value != null && !value.certain());
    }

    /** Whether a cycle turns until what {@code give} gives stops changing. */
    public boolean isSettled(Give give) {
        GraphInput input = inputs.get(give.value());
        return input != null
                && input.takes().stream().anyMatch(take -> take.parameter().seed() == Seed.CONVERGING);
    }

    /** The names of the nodes that lead to the first one which asks a question, through nested graphs; none where none does. */
    public List<String> question() {
        for (GraphNode node : active) {
            Nesting nesting = node.nesting();
            List<String> inside = nesting == null ? List.of() : nesting.graph().question();
            if (!inside.isEmpty() || node.method().traits().interrupt()) {
                return Stream.concat(Stream.of(node.name()), inside.stream()).toList();
            }
        }
        return List.of();
    }

    /** What the graph is made of: instances of the classes whose nodes run, in the order of declaration, then the nested graphs. */
    public List<Holder> holders() {
        Set<ClassName> called = active.stream()
                .filter(node -> node.nesting() == null && !node.method().isStatic())
                .map(node -> node.use().holder())
                .collect(Collectors.toSet());
        Stream<Holder> classes = graph.nodeClasses().stream()
                .map(NodeClass::name)
                .filter(name -> !(graph.isInterface() && name.equals(graph.type())))
                .filter(called::contains)
                .map(Holder::of);
        return Stream.concat(classes, nestedGraphs(active)).toList();
    }

    /** The nested graphs in the order of the plan. */
    public List<Holder> nestedInPlan() {
        return nestedGraphs(plan).toList();
    }

    /** The nested graphs among {@code nodes}. */
    public static Stream<Holder> nestedGraphs(Collection<GraphNode> nodes) {
        return nodes.stream()
                .flatMap(node -> Stream.ofNullable(node.nesting()).map(nesting -> Holder.of(node, nesting)));
    }
}
