package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of a run by name, on their way into a store and out of it. */
final class RecordedValues {
    private RecordedValues() {}

    /** The inputs of a run that has not begun; absent ones are left out. */
    static Map<String, Payload> inputs(PreparedRun<?> run, ValueCodec codec) {
        Plan plan = run.plan();
        Map<String, Payload> inputs = new LinkedHashMap<>();
        for (int slot = 0; slot < plan.definition().inputs().size(); slot++) {
            Object value = run.state().value(slot);
            if (value != null) {
                inputs.put(plan.slots().get(slot), codec.encode(value, plan.type(slot)));
            }
        }
        return inputs;
    }

    /** What {@code result} gives, where that is an output of the graph: as it was written down before, or else now. */
    static Map<String, Payload> outputs(RunResult<?> result, Plan plan, Journal journal) {
        Map<String, Payload> outputs = new LinkedHashMap<>();
        BitSet ofNested = ofNested(plan);
        result.values().forEach((name, value) -> {
            int slot = plan.slots().indexOf(name);
            Payload written = ofNested.get(slot) ? null : journal.written(name);
            outputs.put(name, written == null ? journal.codec().encode(value, plan.type(slot)) : written);
        });
        return outputs;
    }

    /** The values that nested graphs give: these have steps of their own, but what comes of them is none, so that another node may have written such a value. */
    private static BitSet ofNested(Plan plan) {
        BitSet slots = new BitSet();
        for (int node = 0; node < plan.size(); node++) {
            int outputs = plan.isNested(node) ? plan.node(node).outputs().size() : 0;
            for (int i = 0; i < outputs; i++) {
                slots.set(plan.outputSlot(node, i));
            }
        }
        return slots;
    }

    /** The values that were written down, but for those that the graph does not have any more. */
    static Map<String, Object> read(Map<String, Payload> written, Plan plan, ValueCodec codec) {
        Map<String, Object> values = new LinkedHashMap<>();
        written.forEach((name, payload) -> {
            int slot = plan.slots().indexOf(name);
            if (slot >= 0) {
                values.put(name, codec.decode(payload, plan.type(slot)));
            }
        });
        return values;
    }

    /** The result of a run of which nothing is there but the outputs. */
    static <O> RunResult<O> restored(PreparedRun<O> run, ValueCodec codec, Map<String, Payload> outputs) {
        read(outputs, run.plan(), codec)
                .forEach((name, value) -> run.state().set(run.plan().slots().indexOf(name), value));
        return RunResult.restored(run);
    }
}
