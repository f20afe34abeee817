package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nodes took and gave, by name. */
final class CapturedValues {
    private final Plan plan;
    private final GraphState state;
    private final Map<String, Integer> slots = new HashMap<>();

    CapturedValues(Plan plan, GraphState state) {
        this.plan = plan;
        this.state = state;
        List<String> names = plan.slots();
        for (int slot = 0; slot < names.size(); slot++) {
            slots.put(names.get(slot), slot);
        }
    }

    Map<String, Object> inputs(int node) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterDefinition input : plan.node(node).inputs()) {
            Integer slot = slots.get(input.name());
            if (slot != null) {
                put(slot, values);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    Map<String, Object> outputs(int node) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < plan.node(node).outputs().size(); i++) {
            put(plan.outputSlot(node, i), values);
        }
        return Collections.unmodifiableMap(values);
    }

    private void put(int slot, Map<String, Object> values) {
        Object value = state.value(slot);
        if (value != null) {
            values.put(plan.slots().get(slot), value);
        }
    }
}
