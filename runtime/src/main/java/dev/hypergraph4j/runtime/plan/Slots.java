package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import java.lang.reflect.Type;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The places of a graph's values: the inputs, then what the nodes give, each name once. */
final class Slots {
    private final List<String> names;
    private final int[][] outputs;
    private final int[][] inputs;
    private final @Nullable IntFunction<Type> types;
    private final BitSet settling = new BitSet(0);

    /** @param types the type of each; {@code null} where the compiler did not tell */
    Slots(GraphDefinition definition, @Nullable IntFunction<Type> types) {
        List<NodeDefinition> nodes = definition.nodes();
        this.outputs = new int[nodes.size()][];
        this.names = names(definition, outputs);
        this.inputs = inputs(nodes, names);
        this.types = types;
        nodes.forEach(node -> node.control().converging().forEach(name -> settling.set(names.indexOf(name))));
    }

    private static List<String> names(GraphDefinition definition, int[][] outputSlots) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        definition.inputs().forEach(input -> slots.putIfAbsent(input.name(), slots.size()));
        for (int node = 0; node < outputSlots.length; node++) {
            List<ValueDefinition> outputs = definition.nodes().get(node).outputs();
            outputSlots[node] = new int[outputs.size()];
            for (int i = 0; i < outputs.size(); i++) {
                int next = slots.size();
                outputSlots[node][i] = slots.computeIfAbsent(outputs.get(i).name(), name -> next);
            }
        }
        return List.copyOf(slots.keySet());
    }

    private static int[][] inputs(List<NodeDefinition> nodes, List<String> slots) {
        Map<String, Integer> numbers = new HashMap<>();
        slots.forEach(slot -> numbers.put(slot, numbers.size()));
        return nodes.stream()
                .map(node -> node.inputs().stream()
                        .mapToInt(input -> numbers.getOrDefault(input.name(), -1))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Whether a cycle waits for the value to settle. */
    boolean isSettling(int slot) {
        return settling.get(slot);
    }

    List<String> names() {
        return names;
    }

    int output(int node, int i) {
        return outputs[node][i];
    }

    int input(int node, int i) {
        return inputs[node][i];
    }

    Type type(int slot, String graph) {
        Objects.checkIndex(slot, names.size());
        if (types == null) {
            throw new IllegalStateException(
                    "The graph '" + graph
                            + "' was compiled by an older processor, which did not tell the types of its values. Compile it again.");
        }
        return types.apply(slot);
    }
}
