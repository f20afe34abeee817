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
import java.util.Objects;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code weather} of {@link Weather}: 4 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["town"])
 *   n0["temperature"]
 *   n1["sky"]
 *   n2["record"]
 *   n3["report"]
 *   i0 --> n0
 *   i0 --> n1
 *   i0 --> n2
 *   n0 -->|"temperature"| n3
 *   n1 -->|"cloudiness"| n3
 *   o0(["colour"])
 *   n1 --> o0
 *   o1(["report"])
 *   n3 --> o1
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>town</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>colour</td><td>{@code String}</td><td>Weather.sky</td></tr>
 * <tr><td>report</td><td>{@code String}</td><td>Weather.report</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class WeatherGraph extends CompiledGraph<WeatherInputs, WeatherOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<WeatherOutputs> WHOLE = PLAN.whole(WeatherGraph::byName);

    private final Weather weather;

    private WeatherGraph(Weather weather, GraphSettings settings) {
        super(PLAN, WeatherInputs.SPEC, settings);
        this.weather = weather;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static WeatherGraph create(Weather weather) {
        return new WeatherGraph(Objects.requireNonNull(weather, "weather"),
                GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<WeatherOutputs> run(String town) {
        return run(WeatherInputs.of(town));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<WeatherOutputs> run(Consumer<WeatherInputs.Builder> inputs) {
        WeatherInputs.Builder builder = WeatherInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.townEach(...))}. */
    public MapResult<WeatherOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<WeatherOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<WeatherOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public WeatherGraph bind(String input, Object value) {
        return (WeatherGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public WeatherGraph bind(Consumer<WeatherInputs.Builder> inputs) {
        WeatherInputs.Builder builder = WeatherInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public WeatherGraph unbind(String... inputs) {
        return (WeatherGraph) super.unbind(inputs);
    }

    @Override
    public WeatherGraph with(Runner runner) {
        return (WeatherGraph) super.with(runner);
    }

    @Override
    public WeatherGraph with(EventProcessor processor) {
        return (WeatherGraph) super.with(processor);
    }

    @Override
    protected WeatherGraph with(GraphSettings newSettings) {
        return new WeatherGraph(weather, newSettings);
    }

    @Override
    protected WeatherInputs withBound(WeatherInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected WeatherInputs inputsOf(Map<String, Object> values) {
        return WeatherInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<WeatherOutputs> prepareUnbound(WeatherInputs inputs, RunOptions options) {
        State state = new State(this);
        state.town = inputs.town();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("weather");
        plan.input("town", "String");
        plan.node("temperature", "Weather.temperature", "Weather.java", 8, "4360219fed1dd66f")
                .asynchronous()
                .takes("town", "String")
                .gives("temperature", "Double");
        plan.node("sky", "Weather.sky", "Weather.java", 13, "13c2d5106432a1ad")
                .asynchronous()
                .takes("town", "String")
                .gives("cloudiness", "double")
                .gives("colour", "String");
        plan.node("record", "Weather.record", "Weather.java", 18, "1091018f6ab7ff47")
                .asynchronous()
                .takes("town", "String");
        plan.node("report", "Weather.report", "Weather.java", 23, "3597390b387dd59e")
                .takes("temperature", "Double")
                .takes("cloudiness", "double")
                .gives("report", "String");
        plan.outputs("colour", "report");
        plan.types(WeatherGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 3, 4 -> String.class;
            case 1 -> Double.class;
            case 2 -> double.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(WeatherOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("colour", outputs.colour());
        values.put("report", outputs.report());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final WeatherInputs.Builder same;
        private final MapInputs<WeatherInputs.Builder> varying = new MapInputs<>();

        private Mapping(WeatherInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code town} for each item. */
        public Mapping townEach(Iterable<? extends String> town) {
            this.varying.vary("town", town, (in, one) -> in.town(one));
            return this;
        }

        /** Gives {@code town} for all items: required. */
        public Mapping town(String town) {
            this.varying.keep("town");
            this.same.town(town);
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

        private static Iterable<WeatherInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(WeatherInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Weather weather;

        private String town;
        private Double temperature;
        private double cloudiness;
        private String colour;
        private String report;

        State(WeatherGraph graph) {
            this.weather = graph.weather;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // temperature, Weather.java:8
                    if (began(0, weather.temperature(town)) == to) {
                        return;
                    }
                case 1: // sky, Weather.java:13
                    if (began(1, weather.sky(town)) == to) {
                        return;
                    }
                case 2: // record, Weather.java:18
                    if (began(2, weather.record(town)) == to) {
                        return;
                    }
                case 3: // report, Weather.java:23
                    report = given(weather.report(temperature, cloudiness), "report");
                    ended(3);
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 0 -> { // temperature, Weather.java:8
                    temperature = given((Double) value, "temperature");
                }
                case 1 -> { // sky, Weather.java:13
                    Weather.Sky sky = given((Weather.Sky) value, "its outputs");
                    cloudiness = sky.cloudiness();
                    colour = given(sky.colour(), "colour");
                }
                case 2 -> {} // record, Weather.java:18
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> temperature = (Double) value;
                case 2 -> cloudiness = (double) value;
                case 3 -> colour = (String) value;
                case 4 -> report = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> town;
                case 1 -> temperature;
                case 2 -> cloudiness;
                case 3 -> colour;
                case 4 -> report;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new WeatherOutputs(colour, report);
        }
    }
}
