package app;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.GraphSettings;
import dev.hypergraph4j.runtime.MapInputs;
import dev.hypergraph4j.runtime.MapIterator;
import dev.hypergraph4j.runtime.MapResult;
import dev.hypergraph4j.runtime.PreparedRun;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.Runner;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code sum} of {@link Outer.Sum}: one node.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["first"])
 *   i1(["more"])
 *   n0["add"]
 *   i0 --> n0
 *   i1 --> n0
 *   o0(["sum"])
 *   n0 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>first</td><td>{@code int}</td><td>required</td></tr>
 * <tr><td>more</td><td>{@code byte[]}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>sum</td><td>{@code long}</td><td>Sum.add</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class Outer_SumGraph extends CompiledGraph<Outer_SumInputs, Outer_SumOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<Outer_SumOutputs> WHOLE = PLAN.whole(Outer_SumGraph::byName);

    private Outer_SumGraph(GraphSettings settings) {
        super(PLAN, Outer_SumInputs.SPEC, settings);
    }

    /** Makes the graph. */
    public static Outer_SumGraph create() {
        return new Outer_SumGraph(GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<Outer_SumOutputs> run(int first, byte[] more) {
        return run(Outer_SumInputs.of(first, more));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<Outer_SumOutputs> run(Consumer<Outer_SumInputs.Builder> inputs) {
        Outer_SumInputs.Builder builder = Outer_SumInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.firstEach(...))}. */
    public MapResult<Outer_SumOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<Outer_SumOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<Outer_SumOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public Outer_SumGraph bind(String input, Object value) {
        return (Outer_SumGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public Outer_SumGraph bind(Consumer<Outer_SumInputs.Builder> inputs) {
        Outer_SumInputs.Builder builder = Outer_SumInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public Outer_SumGraph unbind(String... inputs) {
        return (Outer_SumGraph) super.unbind(inputs);
    }

    @Override
    public Outer_SumGraph with(Runner runner) {
        return (Outer_SumGraph) super.with(runner);
    }

    @Override
    public Outer_SumGraph with(EventProcessor processor) {
        return (Outer_SumGraph) super.with(processor);
    }

    @Override
    protected Outer_SumGraph with(GraphSettings newSettings) {
        return new Outer_SumGraph(newSettings);
    }

    @Override
    protected Outer_SumInputs withBound(Outer_SumInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected Outer_SumInputs inputsOf(Map<String, Object> values) {
        return Outer_SumInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<Outer_SumOutputs> prepareUnbound(Outer_SumInputs inputs,
            RunOptions options) {
        State state = new State();
        state.first = inputs.first();
        state.more = inputs.more();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("sum");
        plan.input("first", "int");
        plan.input("more", "byte[]");
        plan.node("add", "Sum.add", "Outer.java", 7, "1016a42b86cbe73c")
                .takes("first", "int")
                .takes("more", "byte[]")
                .gives("sum", "long");
        plan.outputs("sum");
        plan.types(Outer_SumGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> int.class;
            case 1 -> byte[].class;
            case 2 -> long.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(Outer_SumOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sum", outputs.sum());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final Outer_SumInputs.Builder same;
        private final MapInputs<Outer_SumInputs.Builder> varying = new MapInputs<>();

        private Mapping(Outer_SumInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code first} for each item. */
        public Mapping firstEach(Iterable<? extends Integer> first) {
            this.varying.vary("first", first, (in, one) -> in.first(one));
            return this;
        }

        /** Gives {@code first} for all items: required. */
        public Mapping first(int first) {
            this.varying.keep("first");
            this.same.first(first);
            return this;
        }

        /** Gives {@code more} for each item. */
        public Mapping moreEach(Iterable<? extends byte[]> more) {
            this.varying.vary("more", more, (in, one) -> in.more(one));
            return this;
        }

        /** Gives {@code more} for all items: required. */
        public Mapping more(byte[] more) {
            this.varying.keep("more");
            this.same.more(more);
            return this;
        }

        /** Puts the first values together, then the second ones, and so on, of equally many: the default. */
        public Mapping zip() {
            this.varying.combine(MapMode.ZIP);
            return this;
        }

        /** Puts each value together with each of the others; those given last change fastest. */
        public Mapping product() {
            this.varying.combine(MapMode.PRODUCT);
            return this;
        }

        private static Iterable<Outer_SumInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(Outer_SumInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private int first;
        private byte[] more;
        private long sum;

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // add, Outer.java:7
                    sum = Outer.Sum.add(first, more);
                    ended(0);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 2 -> sum = (long) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> first;
                case 1 -> more;
                case 2 -> sum;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new Outer_SumOutputs(sum);
        }
    }
}
