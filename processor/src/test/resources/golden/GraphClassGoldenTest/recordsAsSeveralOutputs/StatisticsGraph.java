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
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code statistics} of {@link Statistics}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["words"])
 *   n0["extremes"]
 *   n1["report"]
 *   i0 --> n0
 *   n0 -->|"least"| n1
 *   n0 -.->|"most"| n1
 *   o0(["report"])
 *   n1 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>words</td><td>{@code List<String>}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>report</td><td>{@code String}</td><td>Statistics.report</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class StatisticsGraph extends CompiledGraph<StatisticsInputs, StatisticsOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<StatisticsOutputs> WHOLE = PLAN.whole(StatisticsGraph::byName);

    private StatisticsGraph(GraphSettings settings) {
        super(PLAN, StatisticsInputs.SPEC, settings);
    }

    /** Makes the graph. */
    public static StatisticsGraph create() {
        return new StatisticsGraph(GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<StatisticsOutputs> run(List<String> words) {
        return run(StatisticsInputs.of(words));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<StatisticsOutputs> run(Consumer<StatisticsInputs.Builder> inputs) {
        StatisticsInputs.Builder builder = StatisticsInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.wordsEach(...))}. */
    public MapResult<StatisticsOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<StatisticsOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<StatisticsOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public StatisticsGraph bind(String input, Object value) {
        return (StatisticsGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public StatisticsGraph bind(Consumer<StatisticsInputs.Builder> inputs) {
        StatisticsInputs.Builder builder = StatisticsInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public StatisticsGraph unbind(String... inputs) {
        return (StatisticsGraph) super.unbind(inputs);
    }

    @Override
    public StatisticsGraph with(Runner runner) {
        return (StatisticsGraph) super.with(runner);
    }

    @Override
    public StatisticsGraph with(EventProcessor processor) {
        return (StatisticsGraph) super.with(processor);
    }

    @Override
    protected StatisticsGraph with(GraphSettings newSettings) {
        return new StatisticsGraph(newSettings);
    }

    @Override
    protected StatisticsInputs withBound(StatisticsInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected StatisticsInputs inputsOf(Map<String, Object> values) {
        return StatisticsInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<StatisticsOutputs> prepareUnbound(StatisticsInputs inputs,
            RunOptions options) {
        State state = new State();
        state.words = inputs.words();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("statistics").version("2");
        plan.input("words", "List<String>");
        plan.node("extremes", "Statistics.extremes", "Statistics.java", 8, "1ae6c208f69e59ba")
                .takes("words", "List<String>")
                .gives("least", "String")
                .mayGive("most", "String");
        plan.node("report", "Statistics.report", "Statistics.java", 13, "50517a154cb31e69")
                .takes("least", "String")
                .mayTake("most", "String")
                .gives("report", "String");
        plan.outputs("report");
        plan.types(StatisticsGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> GenericType.of(List.class, String.class);
            case 1, 2, 3 -> String.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(StatisticsOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report", outputs.report());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final StatisticsInputs.Builder same;
        private final MapInputs<StatisticsInputs.Builder> varying = new MapInputs<>();

        private Mapping(StatisticsInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code words} for each item. */
        public Mapping wordsEach(Iterable<? extends List<String>> words) {
            this.varying.vary("words", words, (in, one) -> in.words(one));
            return this;
        }

        /** Gives {@code words} for all items: required. */
        public Mapping words(List<String> words) {
            this.varying.keep("words");
            this.same.words(words);
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

        private static Iterable<StatisticsInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(StatisticsInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private List<String> words;
        private String least;
        private String most;
        private String report;

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // extremes, Statistics.java:8
                    Statistics.Extremes<String> extremes = given(Statistics.extremes(words), "its outputs");
                    least = given(extremes.least(), "least");
                    most = extremes.most();
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // report, Statistics.java:13
                    report = given(Statistics.report(least, Optional.ofNullable(most)), "report");
                    ended(1);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> least = (String) value;
                case 2 -> most = (String) value;
                case 3 -> report = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> words;
                case 1 -> least;
                case 2 -> most;
                case 3 -> report;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new StatisticsOutputs(report);
        }
    }
}
