package dev.hypergraph4j.runtime;

import static java.util.Comparator.comparingLong;

import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.List;
import java.util.Map;

/** What a workflow had at one of its steps, read from what was recorded. */
final class RecordedState {
    private final Plan plan;
    private final History history;
    private final ValueCodec codec;
    private final Map<String, Object> values;

    private RecordedState(Plan plan, History history, ValueCodec codec) {
        this.plan = plan;
        this.history = history;
        this.codec = codec;
        this.values = RecordedValues.read(history.inputs(), plan, codec);
    }

    /** The values that there were when the step with this key ended; if it has not, when its latest attempt began. */
    static Map<String, Object> at(Plan plan, History history, String key, ValueCodec codec) {
        RecordedState state = new RecordedState(plan, history, codec);
        state.addUpTo(Forking.step(history, key));
        return state.values;
    }

    private void addUpTo(Step last) {
        for (Step step : inOrderOfTheirEnds()) {
            if (last.outcome() == null && step.finishedAt() > last.startedAt()) {
                return;
            }
            add(step);
            if (step.equals(last)) {
                return;
            }
        }
    }

    /** Those that ended in the same millisecond in the order in which they began. */
    private List<Step> inOrderOfTheirEnds() {
        return history.steps().stream()
                .filter(step -> step.outcome() != null)
                .sorted(comparingLong(Step::finishedAt))
                .toList();
    }

    private void add(Step step) {
        NodePath path = NodePath.find(plan, step.id().node());
        StepOutcome outcome = step.outcome();
        if (path == null || outcome == null) {
            return; // Of a node that is gone nobody knows what its values were called.
        }
        String key = step.id().key();
        String around = key.substring(0, key.lastIndexOf('/') + 1);
        for (int i = 0; i < outcome.values().size(); i++) {
            int slot = path.plan().outputSlot(path.node(), i);
            String name = around + path.plan().slots().get(slot);
            Payload value = outcome.values().get(i);
            values.remove(name); // So that the latest are last.
            if (value != null) {
                values.put(name, codec.decode(value, path.plan().type(slot)));
            }
        }
    }
}
