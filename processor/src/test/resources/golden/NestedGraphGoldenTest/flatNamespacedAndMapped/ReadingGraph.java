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
import dev.hypergraph4j.runtime.plan.GenericType;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code reading} of {@link Reading}: one node.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["text"])
 *   i1(["most"])
 *   n0["split"]
 *   i0 --> n0
 *   i1 --> n0
 *   o0(["words"])
 *   n0 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>text</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>most</td><td>{@code int}</td><td>optional, by default {@code 10}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>words</td><td>{@code List<String>}</td><td>Reading.split</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class ReadingGraph extends CompiledGraph<ReadingInputs, ReadingOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<ReadingOutputs> WHOLE = PLAN.whole(ReadingGraph::byName);

    private final Reading reading;

    private ReadingGraph(Reading reading, GraphSettings settings) {
        super(PLAN, ReadingInputs.SPEC, settings);
        this.reading = reading;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static ReadingGraph create(Reading reading) {
        return new ReadingGraph(Objects.requireNonNull(reading, "reading"),
                GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<ReadingOutputs> run(String text) {
        return run(ReadingInputs.of(text));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<ReadingOutputs> run(Consumer<ReadingInputs.Builder> inputs) {
        ReadingInputs.Builder builder = ReadingInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.textEach(...))}. */
    public MapResult<ReadingOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<ReadingOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<ReadingOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public ReadingGraph bind(String input, Object value) {
        return (ReadingGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public ReadingGraph bind(Consumer<ReadingInputs.Builder> inputs) {
        ReadingInputs.Builder builder = ReadingInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public ReadingGraph unbind(String... inputs) {
        return (ReadingGraph) super.unbind(inputs);
    }

    @Override
    public ReadingGraph with(Runner runner) {
        return (ReadingGraph) super.with(runner);
    }

    @Override
    public ReadingGraph with(EventProcessor processor) {
        return (ReadingGraph) super.with(processor);
    }

    @Override
    protected ReadingGraph with(GraphSettings newSettings) {
        return new ReadingGraph(reading, newSettings);
    }

    @Override
    protected ReadingInputs withBound(ReadingInputs inputs, GraphSettings bound) {
        return new ReadingInputs(inputs.text(), bound.over("most", inputs.most(), 10));
    }

    @Override
    protected ReadingInputs inputsOf(Map<String, Object> values) {
        return ReadingInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<ReadingOutputs> prepareUnbound(ReadingInputs inputs, RunOptions options) {
        State state = new State(this);
        state.text = inputs.text();
        state.most = inputs.most();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("reading");
        plan.input("text", "String");
        plan.optionalInput("most", "int", "10");
        plan.node("split", "Reading.split", "Reading.java", 6, "7eceb0507bc1f3a9")
                .takes("text", "String")
                .mayTake("most", "int")
                .gives("words", "List<String>");
        plan.outputs("words");
        plan.types(ReadingGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> String.class;
            case 1 -> int.class;
            case 2 -> GenericType.of(List.class, String.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(ReadingOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("words", outputs.words());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final ReadingInputs.Builder same;
        private final MapInputs<ReadingInputs.Builder> varying = new MapInputs<>();

        private Mapping(ReadingInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code text} for each item. */
        public Mapping textEach(Iterable<? extends String> text) {
            this.varying.vary("text", text, (in, one) -> in.text(one));
            return this;
        }

        /** Gives {@code text} for all items: required. */
        public Mapping text(String text) {
            this.varying.keep("text");
            this.same.text(text);
            return this;
        }

        /** Gives {@code most} for each item. */
        public Mapping mostEach(Iterable<? extends Integer> most) {
            this.varying.vary("most", most, (in, one) -> in.most(one));
            return this;
        }

        /** Gives {@code most} for all items: optional, by default {@code 10}. */
        public Mapping most(int most) {
            this.varying.keep("most");
            this.same.most(most);
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

        private static Iterable<ReadingInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(ReadingInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Reading reading;

        private String text;
        private int most;
        private List<String> words;

        State(ReadingGraph graph) {
            this.reading = graph.reading;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // split, Reading.java:6
                    words = given(reading.split(text, most), "words");
                    ended(0);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 2 -> words = (List<String>) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> text;
                case 1 -> most;
                case 2 -> words;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new ReadingOutputs(words);
        }
    }
}
