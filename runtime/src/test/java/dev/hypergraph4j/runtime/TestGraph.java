package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import dev.hypergraph4j.runtime.plan.Slice;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A graph put together by hand, of the shape that the processor generates: nodes are lambdas, values lie in an array, and inputs and outputs are
 * maps by name.
 *
 * <pre>{@code
 * TestGraph graph = graph()
 *         .input("x")
 *         .node("double", takes("x"), gives("y"), in -> 2 * in.integer("x"))
 *         .outputs("y");
 * graph.run(graph.given("x", 21)).outputs(); // {y=42}
 * }</pre>
 */
final class TestGraph extends CompiledGraph<Map<String, Object>, Map<String, Object>> {

    /** What a node does. It gives back its value, or a list of its several values. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object run(In in) throws Throwable;
    }

    /** What an asynchronous node does. It gives back the stage of what a {@link Body} gives. */
    @FunctionalInterface
    interface AsyncBody {
        @Nullable
        CompletionStage<?> run(In in) throws Throwable;
    }

    /** @param apart makes what a {@link Body} would give of how a nested graph ended */
    record Step(
            String name,
            NodeBuilder node,
            Takes takes,
            Gives gives,
            boolean asynchronous,
            Body body,
            UnaryOperator<@Nullable Object> apart) {}

    record Shape(
            Plan plan,
            InputSpec spec,
            Map<String, Object> defaults,
            List<Step> steps,
            Set<String> converging,
            List<TestGraph> nested,
            List<String> outputs) {}

    private final Shape shape;

    private TestGraph(Shape shape, GraphSettings settings) {
        super(shape.plan, shape.spec, settings, shape.nested.toArray(TestGraph[]::new));
        this.shape = shape;
    }

    static Builder graph() {
        return graph("g");
    }

    static Builder graph(String name) {
        return new Builder(name);
    }

    static Takes takes(String... names) {
        return Takes.takes(names);
    }

    static Gives gives(String... names) {
        return Gives.gives(names);
    }

    static Gives mayGive(String name) {
        return Gives.mayGive(name);
    }

    static Gives answer(String name) {
        return Gives.answer(name);
    }

    static Gives to(String... targets) {
        return Gives.to(targets);
    }

    static Gives toSome(String... targets) {
        return Gives.toSome(targets);
    }

    /** The inputs of a run, the others at their defaults, from names and values in turn. */
    Map<String, Object> given(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return inputsOf(values);
    }

    /** A run with the inputs of {@link #given}. */
    PreparedRun<Map<String, Object>> prepared(Object... namesAndValues) {
        return prepare(given(namesAndValues), RunOptions.defaults());
    }

    /** A run of what {@code output} needs, as an entry method makes it. */
    PreparedRun<Map<String, Object>> entry(String output, RunOptions options, Object... namesAndValues) {
        Slice<Map<String, Object>> slice = shape.plan.slice(1, values -> values, ranges(output));
        TestState state = state(given(namesAndValues), List.of(output));
        return new PreparedRun<>(shape.plan, slice, state, options);
    }

    @Override
    public TestGraph bind(String input, Object value) {
        return (TestGraph) super.bind(input, value);
    }

    @Override
    public TestGraph unbind(String... inputs) {
        return (TestGraph) super.unbind(inputs);
    }

    @Override
    public TestGraph with(Runner runner) {
        return (TestGraph) super.with(runner);
    }

    @Override
    protected TestGraph with(GraphSettings newSettings) {
        return new TestGraph(shape, newSettings);
    }

    @Override
    protected Map<String, Object> withBound(Map<String, Object> inputs, GraphSettings bound) {
        Map<String, Object> effective = new LinkedHashMap<>(inputs);
        for (String name : shape.spec.optional()) {
            Object value = bound.over(name, inputs.get(name), shape.defaults.get(name));
            if (value != null) {
                effective.put(name, value);
            }
        }
        return effective;
    }

    @Override
    protected Map<String, Object> inputsOf(Map<String, Object> values) {
        Map<String, Object> inputs = new LinkedHashMap<>(shape.defaults);
        inputs.putAll(values);
        if (!inputs.keySet().containsAll(shape.spec.required())) {
            throw shape.spec.missing(values.keySet());
        }
        return inputs;
    }

    @Override
    protected PreparedRun<Map<String, Object>> prepareUnbound(Map<String, Object> inputs, RunOptions options) {
        TestState state = state(inputs, shape.outputs);
        return new PreparedRun<>(shape.plan, shape.plan.whole(values -> values), state, options);
    }

    private TestState state(Map<String, Object> inputs, List<String> outputs) {
        TestState state = new TestState(shape, outputs);
        inputs.forEach((name, value) -> state.values[shape.plan.slots().indexOf(name)] = value);
        return state;
    }

    /** The nodes upstream of {@code output}, cycles as a whole, as pairs of a first one and the one behind the last. */
    private int[] ranges(String output) {
        Plan plan = shape.plan;
        BitSet needed = new BitSet();
        for (int known = -1; known < needed.cardinality(); ) {
            known = needed.cardinality();
            for (int node = plan.size() - 1; node >= 0; node--) {
                if (shape.steps.get(node).gives.names().contains(output)) {
                    need(node, needed);
                }
                for (int i = 0; needed.get(node) && i < plan.predecessorCount(node); i++) {
                    need(plan.predecessor(node, i), needed);
                }
            }
        }
        List<Integer> ranges = new ArrayList<>();
        for (int from = needed.nextSetBit(0); from >= 0; from = needed.nextSetBit(needed.nextClearBit(from))) {
            ranges.add(from);
            ranges.add(needed.nextClearBit(from));
        }
        return ranges.stream().mapToInt(Integer::intValue).toArray();
    }

    private void need(int node, BitSet needed) {
        needed.set(node);
        int region = shape.plan.flow().regionOf(node);
        if (region >= 0) {
            Region cycle = shape.plan.flow().regions().get(region);
            needed.set(cycle.from(), cycle.to());
        }
    }

    /** What a node sees of the run: the values that it takes. */
    static final class In {
        private final List<String> names;
        private final TestState state;
        private final int execution;

        private final int node;

        In(Takes takes, TestState state, int node, int execution) {
            this.node = node;
            this.names = takes.names();
            this.state = state;
            this.execution = execution;
        }

        /** What the node may know of its run. */
        NodeContext context() {
            return state.contextOf(node);
        }

        /** Which execution of the node in its run it is, from 0. */
        int execution() {
            return execution;
        }

        @Nullable
        Object get(String name) {
            if (!names.contains(name)) {
                throw new AssertionError("the node does not take '" + name + "'");
            }
            return state.values[state.shape.plan().slots().indexOf(name)];
        }

        int integer(String name) {
            Object value = get(name);
            if (value == null) {
                throw new AssertionError("'" + name + "' is not there yet");
            }
            return (Integer) value;
        }

        /** Whether a value that may be absent is there. */
        boolean has(String name) {
            return get(name) != null;
        }

        String text(String name) {
            return String.valueOf(get(name));
        }

        /** All values that the node takes added up. */
        int sum() {
            return names.stream().mapToInt(this::integer).sum();
        }
    }

    /** Describes the graph in the order of generated code: inputs, nodes, outputs. */
    static final class Builder {
        private final String name;
        private final Plan.Builder plan;
        private final List<InputSpec.Input> inputs = new ArrayList<>();
        private final Map<String, Object> defaults = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();
        private String hash = "";
        private final List<TestGraph> nested = new ArrayList<>();
        private final List<Loop> loops = new ArrayList<>();
        private final Map<String, Type> types = new HashMap<>();

        private record Loop(int maxIterations, String first, String last) {}

        private Builder(String name) {
            this.name = name;
            this.plan = Plan.named(name);
        }

        Builder input(String input) {
            return input(input, Object.class);
        }

        Builder input(String input, Class<?> type) {
            plan.input(input, type.getSimpleName());
            inputs.add(InputSpec.required(input, type, type.getSimpleName()));
            return this;
        }

        /** An input with a default. */
        Builder optional(String input, Class<?> type, Object defaultValue) {
            defaults.put(input, defaultValue);
            return optional(input, type, String.valueOf(defaultValue));
        }

        /** An input that may be absent. */
        Builder optional(String input, Class<?> type) {
            return optional(input, type, "");
        }

        private Builder optional(String input, Class<?> type, String literal) {
            plan.optionalInput(input, type.getSimpleName(), literal);
            inputs.add(InputSpec.optional(input, type, type.getSimpleName(), literal));
            return this;
        }

        /** The hash of the nodes that follow, as cached ones need it. */
        Builder hash(String newHash) {
            hash = newHash;
            return this;
        }

        Builder node(String node, Takes takes, Gives gives, Body body) {
            return add(node, takes, gives, false, body);
        }

        Builder async(String node, Takes takes, Gives gives, AsyncBody body) {
            return add(node, takes, gives, true, body::run);
        }

        /** A nested graph, which has the same names for what it takes and gives. */
        Builder nested(String node, TestGraph inner, Takes takes, Gives gives) {
            Body call = in -> {
                Map<String, Object> values = new LinkedHashMap<>();
                takes.names().forEach(value -> values.put(value, in.get(value)));
                return Nested.run(inner, inner.inputsOf(values));
            };
            return nesting(node, inner, takes, gives, call, ended -> TestState.apart(gives, ended));
        }

        /** A nested graph that runs once for each value of {@code over}, and of which each gives one. */
        Builder mapped(String node, TestGraph inner, String over, ErrorHandling onError, Gives gives) {
            Body call = in -> Nested.map(
                    inner,
                    MapMode.ZIP,
                    onError,
                    values -> inner.given(over, values[0]),
                    Nested.axis(over, in.get(over)));
            return nesting(node, inner, takes(over), gives, call, ended -> TestState.apart(gives, ended));
        }

        /** A nested graph, of which {@code call} says what is to run, and {@code apart} what the node gives then. */
        Builder nesting(
                String node,
                TestGraph inner,
                Takes takes,
                Gives gives,
                Body call,
                UnaryOperator<@Nullable Object> apart) {
            nested.add(inner);
            return add(node, takes, gives, false, call, apart).that(NodeBuilder::nested);
        }

        /** A gate, which gives back which of its targets it opens. */
        Builder gate(String node, Takes takes, Gives opens, Body body) {
            return add(node, takes, opens, false, body);
        }

        /** The nodes from {@code first} to {@code last} form a cycle. */
        Builder loop(int maxIterations, String first, String last) {
            loops.add(new Loop(maxIterations, first, last));
            return this;
        }

        /** Values that several nodes give, one after the other. */
        Builder shared(String... values) {
            plan.shared(values);
            return this;
        }

        /** The user's own version of the graph. */
        Builder version(String version) {
            plan.version(version);
            return this;
        }

        /** The latest node has something that sets it apart. */
        Builder that(Consumer<NodeBuilder> is) {
            is.accept(steps.get(steps.size() - 1).node);
            return this;
        }

        private Builder add(String node, Takes takes, Gives gives, boolean asynchronous, Body body) {
            return add(node, takes, gives, asynchronous, body, value -> value);
        }

        private Builder add(
                String node,
                Takes takes,
                Gives gives,
                boolean asynchronous,
                Body body,
                UnaryOperator<@Nullable Object> apart) {
            String method = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "." + node;
            NodeBuilder built = plan.node(node, method, "G.java", steps.size() + 1, hash);
            takes.describe(built);
            gives.describe(built);
            if (asynchronous) {
                built.asynchronous();
            }
            steps.add(new Step(node, built, takes, gives, asynchronous, body, apart));
            return this;
        }

        /** The graph, which gives these values. */
        TestGraph outputs(String... outputs) {
            InputSpec spec = InputSpec.of(name, inputs.toArray(InputSpec.Input[]::new));
            List<String> nodes = steps.stream().map(Step::name).toList();
            for (Loop loop : loops) {
                plan.region(nodes.indexOf(loop.first), nodes.indexOf(loop.last) + 1, loop.maxIterations);
            }
            Plan built = plan.outputs(outputs).types(this::type).build();
            Shape shape = new Shape(
                    built,
                    spec,
                    Map.copyOf(defaults),
                    List.copyOf(steps),
                    converging(),
                    List.copyOf(nested),
                    List.of(outputs));
            return new TestGraph(shape, GraphSettings.defaults());
        }

        /** The type of a value, where it matters. */
        Builder typed(String value, Type type) {
            types.put(value, type);
            return this;
        }

        private Type type(int slot) {
            List<String> slots = new ArrayList<>();
            inputs.forEach(input -> slots.add(input.name()));
            steps.forEach(step -> step.gives.names().forEach(slots::add));
            return types.getOrDefault(slots.stream().distinct().toList().get(slot), Object.class);
        }

        private Set<String> converging() {
            return steps.stream()
                    .flatMap(step -> step.takes.values().stream())
                    .filter(value -> value.how() == Takes.How.CONVERGING_SEED)
                    .map(Takes.Value::name)
                    .collect(Collectors.toSet());
        }
    }
}
