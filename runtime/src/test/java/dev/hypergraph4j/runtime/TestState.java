package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.Gate.END;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.NestedCall;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The values of one run of a {@link TestGraph}. */
final class TestState extends GraphState {
    final TestGraph.Shape shape;
    private final List<String> outputs;
    final @Nullable Object[] values;
    private final int[] executions;

    TestState(TestGraph.Shape shape, List<String> outputs) {
        this.shape = shape;
        this.outputs = outputs;
        this.values = new Object[shape.plan().slots().size()];
        this.executions = new int[shape.plan().size()];
    }

    @Override
    public void run(int from, int to) throws Throwable {
        for (int node = from; node < to; ) {
            TestGraph.Step step = shape.steps().get(node);
            Object returned = call(node, step);
            if (returned instanceof NestedCall call) {
                node = nests(node, call);
            } else if (step.asynchronous()) {
                node = began(node, (CompletionStage<?>) returned);
            } else {
                complete(node, returned);
                node = ended(node);
            }
        }
    }

    private @Nullable Object call(int node, TestGraph.Step step) throws Throwable {
        try {
            return step.body().run(new TestGraph.In(step.takes(), this, node, execution(node)));
        } catch (Flaw again) {
            executions[node]--;
            throw again;
        }
    }

    NodeContext contextOf(int node) {
        return context(node);
    }

    /** Which execution of the node in its run it is: those before the run was resumed count too. */
    private int execution(int node) {
        int before = shape.plan().flow().regionOf(node) < 0 ? 0 : Replays.before(shape.plan(), node, this::context);
        return before + executions[node]++;
    }

    @Override
    public void complete(int node, @Nullable Object value) {
        TestGraph.Step step = shape.steps().get(node);
        Gives gives = step.gives();
        Object returned = step.apart().apply(value);
        if (gives.asks()) {
            put(node, 0, asks(node, Object.class, (Question<?>) returned));
        } else if (gives.isGate()) {
            choose(node, gives.opens(), returned);
        } else if (gives.names().size() == 1) {
            put(
                    node,
                    0,
                    gives.mayBeAbsent()
                            ? returned
                            : given(returned, gives.names().get(0)));
        } else if (gives.names().size() > 1) {
            List<?> all = (List<?>) given(returned, "its outputs");
            for (int i = 0; i < all.size(); i++) {
                put(node, i, given(all.get(i), gives.names().get(i)));
            }
        }
    }

    /** What a nested graph gives under the names of its own outputs. */
    static @Nullable Object apart(Gives gives, @Nullable Object ended) {
        if (ended instanceof MapResult<?> items) {
            String name = gives.names().get(0);
            return Nested.places(items, outputs -> ((Map<?, ?>) outputs).get(name));
        }
        Map<?, ?> outputs = (Map<?, ?>) ended;
        List<?> values = gives.names().stream().map(outputs::get).toList();
        return values.size() == 1 ? values.get(0) : values;
    }

    private void choose(int gate, Gives.Opens opens, @Nullable Object returned) {
        Collection<?> chosen = returned instanceof Collection<?> several
                ? several
                : returned == null || returned.equals(END) ? List.of() : List.of(returned);
        for (Object target : chosen) {
            int index = opens.targets().indexOf(target);
            if (index < 0) {
                throw unknownTarget(target.toString(), opens.targets().toArray(String[]::new));
            }
            opens(gate, index);
        }
    }

    private void put(int node, int output, @Nullable Object value) {
        int slot = shape.plan().outputSlot(node, output);
        if (shape.converging().contains(shape.plan().slots().get(slot))) {
            gives(node, values[slot], value);
        }
        values[slot] = value;
    }

    @Override
    protected void put(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    @Override
    public @Nullable Object value(int slot) {
        return values[slot];
    }

    @Override
    public Object result(int slice) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (String output : outputs) {
            Object value = values[shape.plan().slots().indexOf(output)];
            if (value != null) {
                byName.put(output, value);
            }
        }
        return Collections.unmodifiableMap(byName);
    }
}
