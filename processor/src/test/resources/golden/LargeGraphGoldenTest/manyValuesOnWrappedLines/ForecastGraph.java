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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code forecast} of {@link Forecast}: one node.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["station"])
 *   i1(["temperature"])
 *   i2(["pressure"])
 *   i3(["humidity"])
 *   i4(["windDirection"])
 *   i5(["windSpeed"])
 *   i6(["period"])
 *   i7(["remark"])
 *   n0["forecast"]
 *   i0 --> n0
 *   i1 --> n0
 *   i2 --> n0
 *   i3 --> n0
 *   i4 -.-> n0
 *   i5 --> n0
 *   i6 --> n0
 *   i7 --> n0
 *   o0(["morning"])
 *   n0 --> o0
 *   o1(["afternoon"])
 *   n0 --> o1
 *   o2(["evening"])
 *   n0 --> o2
 *   o3(["night"])
 *   n0 --> o3
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>station</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>temperature</td><td>{@code double}</td><td>required</td></tr>
 * <tr><td>pressure</td><td>{@code double}</td><td>required</td></tr>
 * <tr><td>humidity</td><td>{@code double}</td><td>required</td></tr>
 * <tr><td>windDirection</td><td>{@code String}</td><td>optional</td></tr>
 * <tr><td>windSpeed</td><td>{@code double}</td><td>optional, by default {@code 0.0}</td></tr>
 * <tr><td>period</td><td>{@code Duration}</td><td>optional, by default {@code PT24H}</td></tr>
 * <tr><td>remark</td><td>{@code String}</td><td>optional, by default {@code "a "long" text"}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>morning</td><td>{@code String}</td><td>Forecast.forecast</td></tr>
 * <tr><td>afternoon</td><td>{@code String}</td><td>Forecast.forecast</td></tr>
 * <tr><td>evening</td><td>{@code String}</td><td>Forecast.forecast</td></tr>
 * <tr><td>night</td><td>{@code String}</td><td>Forecast.forecast</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class ForecastGraph extends CompiledGraph<ForecastInputs, ForecastOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<ForecastOutputs> WHOLE = PLAN.whole(ForecastGraph::byName);

    private ForecastGraph(GraphSettings settings) {
        super(PLAN, ForecastInputs.SPEC, settings);
    }

    /** Makes the graph. */
    public static ForecastGraph create() {
        return new ForecastGraph(GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<ForecastOutputs> run(String station, double temperature, double pressure,
            double humidity) {
        return run(ForecastInputs.of(station, temperature, pressure, humidity));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<ForecastOutputs> run(Consumer<ForecastInputs.Builder> inputs) {
        ForecastInputs.Builder builder = ForecastInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.stationEach(...))}. */
    public MapResult<ForecastOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<ForecastOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<ForecastOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public ForecastGraph bind(String input, Object value) {
        return (ForecastGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public ForecastGraph bind(Consumer<ForecastInputs.Builder> inputs) {
        ForecastInputs.Builder builder = ForecastInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public ForecastGraph unbind(String... inputs) {
        return (ForecastGraph) super.unbind(inputs);
    }

    @Override
    public ForecastGraph with(Runner runner) {
        return (ForecastGraph) super.with(runner);
    }

    @Override
    public ForecastGraph with(EventProcessor processor) {
        return (ForecastGraph) super.with(processor);
    }

    @Override
    protected ForecastGraph with(GraphSettings newSettings) {
        return new ForecastGraph(newSettings);
    }

    @Override
    protected ForecastInputs withBound(ForecastInputs inputs, GraphSettings bound) {
        return new ForecastInputs(inputs.station(), inputs.temperature(), inputs.pressure(),
                inputs.humidity(),
                Optional.ofNullable(bound.over("windDirection", inputs.windDirection().orElse(null), null)),
                bound.over("windSpeed", inputs.windSpeed(), 0.0),
                bound.over("period", inputs.period(), Duration.parse("PT24H")),
                bound.over("remark", inputs.remark(), "a \"long\" text"));
    }

    @Override
    protected ForecastInputs inputsOf(Map<String, Object> values) {
        return ForecastInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<ForecastOutputs> prepareUnbound(ForecastInputs inputs,
            RunOptions options) {
        State state = new State();
        state.station = inputs.station();
        state.temperature = inputs.temperature();
        state.pressure = inputs.pressure();
        state.humidity = inputs.humidity();
        state.windDirection = inputs.windDirection().orElse(null);
        state.windSpeed = inputs.windSpeed();
        state.period = inputs.period();
        state.remark = inputs.remark();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("forecast");
        plan.input("station", "String");
        plan.input("temperature", "double");
        plan.input("pressure", "double");
        plan.input("humidity", "double");
        plan.optionalInput("windDirection", "String", "");
        plan.optionalInput("windSpeed", "double", "0.0");
        plan.optionalInput("period", "Duration", "PT24H");
        plan.optionalInput("remark", "String", "\"a \"long\" text\"");
        plan.node("forecast", "Forecast.forecast", "Forecast.java", 8, "34d5c67443caa65f")
                .takes("station", "String")
                .takes("temperature", "double")
                .takes("pressure", "double")
                .takes("humidity", "double")
                .mayTake("windDirection", "String")
                .mayTake("windSpeed", "double")
                .mayTake("period", "Duration")
                .mayTake("remark", "String")
                .gives("morning", "String")
                .gives("afternoon", "String")
                .gives("evening", "String")
                .gives("night", "String");
        plan.outputs("morning", "afternoon", "evening", "night");
        plan.types(ForecastGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 4, 7, 8, 9, 10, 11 -> String.class;
            case 1, 2, 3, 5 -> double.class;
            case 6 -> Duration.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(ForecastOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("morning", outputs.morning());
        values.put("afternoon", outputs.afternoon());
        values.put("evening", outputs.evening());
        values.put("night", outputs.night());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final ForecastInputs.Builder same;
        private final MapInputs<ForecastInputs.Builder> varying = new MapInputs<>();

        private Mapping(ForecastInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code station} for each item. */
        public Mapping stationEach(Iterable<? extends String> station) {
            this.varying.vary("station", station, (in, one) -> in.station(one));
            return this;
        }

        /** Gives {@code station} for all items: required. */
        public Mapping station(String station) {
            this.varying.keep("station");
            this.same.station(station);
            return this;
        }

        /** Gives {@code temperature} for each item. */
        public Mapping temperatureEach(Iterable<? extends Double> temperature) {
            this.varying.vary("temperature", temperature, (in, one) -> in.temperature(one));
            return this;
        }

        /** Gives {@code temperature} for all items: required. */
        public Mapping temperature(double temperature) {
            this.varying.keep("temperature");
            this.same.temperature(temperature);
            return this;
        }

        /** Gives {@code pressure} for each item. */
        public Mapping pressureEach(Iterable<? extends Double> pressure) {
            this.varying.vary("pressure", pressure, (in, one) -> in.pressure(one));
            return this;
        }

        /** Gives {@code pressure} for all items: required. */
        public Mapping pressure(double pressure) {
            this.varying.keep("pressure");
            this.same.pressure(pressure);
            return this;
        }

        /** Gives {@code humidity} for each item. */
        public Mapping humidityEach(Iterable<? extends Double> humidity) {
            this.varying.vary("humidity", humidity, (in, one) -> in.humidity(one));
            return this;
        }

        /** Gives {@code humidity} for all items: required. */
        public Mapping humidity(double humidity) {
            this.varying.keep("humidity");
            this.same.humidity(humidity);
            return this;
        }

        /** Gives {@code windDirection} for each item. */
        public Mapping windDirectionEach(Iterable<? extends String> windDirection) {
            this.varying.vary("windDirection", windDirection, (in, one) -> in.windDirection(one));
            return this;
        }

        /** Gives {@code windDirection} for all items: optional. */
        public Mapping windDirection(String windDirection) {
            this.varying.keep("windDirection");
            this.same.windDirection(windDirection);
            return this;
        }

        /** Gives {@code windSpeed} for each item. */
        public Mapping windSpeedEach(Iterable<? extends Double> windSpeed) {
            this.varying.vary("windSpeed", windSpeed, (in, one) -> in.windSpeed(one));
            return this;
        }

        /** Gives {@code windSpeed} for all items: optional, by default {@code 0.0}. */
        public Mapping windSpeed(double windSpeed) {
            this.varying.keep("windSpeed");
            this.same.windSpeed(windSpeed);
            return this;
        }

        /** Gives {@code period} for each item. */
        public Mapping periodEach(Iterable<? extends Duration> period) {
            this.varying.vary("period", period, (in, one) -> in.period(one));
            return this;
        }

        /** Gives {@code period} for all items: optional, by default {@code PT24H}. */
        public Mapping period(Duration period) {
            this.varying.keep("period");
            this.same.period(period);
            return this;
        }

        /** Gives {@code remark} for each item. */
        public Mapping remarkEach(Iterable<? extends String> remark) {
            this.varying.vary("remark", remark, (in, one) -> in.remark(one));
            return this;
        }

        /** Gives {@code remark} for all items: optional, by default {@code "a "long" text"}. */
        public Mapping remark(String remark) {
            this.varying.keep("remark");
            this.same.remark(remark);
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

        private static Iterable<ForecastInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(ForecastInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private String station;
        private double temperature;
        private double pressure;
        private double humidity;
        private String windDirection;
        private double windSpeed;
        private Duration period;
        private String remark;
        private String morning;
        private String afternoon;
        private String evening;
        private String night;

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // forecast, Forecast.java:8
                    Forecast.Outlook forecast = given(Forecast.forecast(station, temperature,
                            pressure, humidity, Optional.ofNullable(windDirection), windSpeed,
                            period, remark), "its outputs");
                    morning = given(forecast.morning(), "morning");
                    afternoon = given(forecast.afternoon(), "afternoon");
                    evening = given(forecast.evening(), "evening");
                    night = given(forecast.night(), "night");
                    ended(0);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 8 -> morning = (String) value;
                case 9 -> afternoon = (String) value;
                case 10 -> evening = (String) value;
                case 11 -> night = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> station;
                case 1 -> temperature;
                case 2 -> pressure;
                case 3 -> humidity;
                case 4 -> windDirection;
                case 5 -> windSpeed;
                case 6 -> period;
                case 7 -> remark;
                case 8 -> morning;
                case 9 -> afternoon;
                case 10 -> evening;
                case 11 -> night;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new ForecastOutputs(morning, afternoon, evening, night);
        }
    }
}
