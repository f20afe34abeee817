package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what is to be known of the values that nodes give. */
final class Values {
    private final Edges edges;
    private final Map<String, GraphInput> inputs;
    private final @Nullable GateChoices choices;

    /** @param choices what gates may decide; {@code null} where there are none, or where the order of the nodes is not known */
    Values(Edges edges, Map<String, GraphInput> inputs, @Nullable GateChoices choices) {
        this.edges = edges;
        this.inputs = inputs;
        this.choices = choices;
    }

    /** The values by name, in the order of the nodes that give them first. */
    Map<String, GraphValue> byName() {
        Map<String, GraphValue> values = new LinkedHashMap<>();
        edges.producers().forEach((name, gives) -> {
            GraphInput input = inputs.get(name);
            boolean fromCaller = input != null && !input.mayBeAbsent();
            boolean certain = fromCaller || choices == null || choices.isCertain(name);
            values.put(name, new GraphValue(name, gives, type(name, gives, input), certain));
        });
        return values;
    }

    /** What all who give it can be kept as; who takes it may well have a type for that which none of them has. */
    private ValueType type(String name, List<Give> gives, @Nullable GraphInput input) {
        if (gives.size() == 1 && input == null) {
            return gives.get(0).port().type();
        }
        Set<ValueType> given = new LinkedHashSet<>();
        gives.forEach(give -> given.add(give.port().type()));
        List<ValueType> candidates = new ArrayList<>();
        if (input != null) {
            given.add(input.type());
            candidates.add(input.type());
        }
        candidates.addAll(given);
        edges.consumers()
                .getOrDefault(name, List.of())
                .forEach(take -> candidates.add(take.parameter().type()));
        return candidates.stream()
                .filter(candidate -> given.stream().allMatch(type -> type.isAssignableTo(candidate)))
                .findFirst()
                .orElse(candidates.get(0));
    }
}
