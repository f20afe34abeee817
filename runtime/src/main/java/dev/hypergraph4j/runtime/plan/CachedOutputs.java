package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.internal.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a cached node gives, on its way into a cache and out of it. A gate's decision is kept by names: in another graph the nodes have other numbers. */
final class CachedOutputs {
    private final Plan plan;
    private final GraphState state;
    private final @Nullable Choices choices;

    CachedOutputs(Plan plan, GraphState state, @Nullable Choices choices) {
        this.plan = plan;
        this.state = state;
        this.choices = choices;
    }

    List<@Nullable Object> of(int node) {
        List<@Nullable Object> outputs = new ArrayList<>();
        List<String> targets = plan.node(node).control().targets();
        for (int target = 0; target < targets.size(); target++) {
            if (choices().isChosen(node, target)) {
                outputs.add(targets.get(target));
            }
        }
        for (int i = 0; i < plan.node(node).outputs().size(); i++) {
            outputs.add(state.value(plan.outputSlot(node, i)));
        }
        return outputs;
    }

    void restore(int node, List<@Nullable Object> outputs) {
        if (plan.node(node).control().isGate()) {
            restoreChoices(node, outputs);
            return;
        }
        for (int i = 0; i < plan.node(node).outputs().size(); i++) {
            int slot = plan.outputSlot(node, i);
            Object before = state.value(slot);
            state.put(slot, outputs.get(i));
            if (choices != null && plan.isSettling(slot) && !Objects.deepEquals(before, outputs.get(i))) {
                choices.change(node);
            }
        }
    }

    /** All names are looked up before any of them counts. */
    private void restoreChoices(int gate, List<@Nullable Object> names) {
        List<String> targets = plan.node(gate).control().targets();
        for (Object name : names) {
            if (!targets.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("gate '" + plan.node(gate).name() + "' opened '" + name
                        + "', which is none of its targets: " + Lists.enumerated(targets));
            }
        }
        names.forEach(name -> choices().open(gate, targets.indexOf(String.valueOf(name))));
    }

    private Choices choices() {
        return Objects.requireNonNull(choices, "The run is not one of gates.");
    }
}
