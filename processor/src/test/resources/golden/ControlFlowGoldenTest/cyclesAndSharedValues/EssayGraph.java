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
 * The graph {@code essay} of {@link Essay}: 6 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["topic"])
 *   i1(["feedback"])
 *   i2(["log"])
 *   i3(["weight"])
 *   n0["write"]
 *   n1["judge"]
 *   n2{"isGood"}
 *   n3["note"]
 *   n4["publish"]
 *   n5["settle"]
 *   i0 --> n0
 *   i1 --> n0
 *   n1 -->|"feedback"| n0
 *   n0 -->|"draft"| n1
 *   n1 -->|"score"| n2
 *   i2 --> n3
 *   n3 -->|"log"| n3
 *   n0 -->|"draft"| n3
 *   n0 -->|"draft"| n4
 *   i3 --> n5
 *   n5 -->|"weight"| n5
 *   n4 -->|"page"| n5
 *   n2 ==> n4
 *   n2 ==> n0
 *   o0(["feedback"])
 *   n1 --> o0
 *   o1(["score"])
 *   n1 --> o1
 *   o2(["log"])
 *   n3 --> o2
 *   o3(["weight"])
 *   n5 --> o3
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>topic</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>feedback</td><td>{@code String}</td><td>optional, by default {@code "none"}</td></tr>
 * <tr><td>log</td><td>{@code List<String>}</td><td>required</td></tr>
 * <tr><td>weight</td><td>{@code double}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>feedback</td><td>{@code String}</td><td>Essay.judge</td></tr>
 * <tr><td>score</td><td>{@code int}</td><td>Essay.judge</td></tr>
 * <tr><td>log</td><td>{@code List<String>}</td><td>Essay.note</td></tr>
 * <tr><td>weight</td><td>{@code double}</td><td>Essay.settle</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class EssayGraph extends CompiledGraph<EssayInputs, EssayOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<EssayOutputs> WHOLE = PLAN.whole(EssayGraph::byName);

    private final Essay essay;

    private EssayGraph(Essay essay, GraphSettings settings) {
        super(PLAN, EssayInputs.SPEC, settings);
        this.essay = essay;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static EssayGraph create(Essay essay) {
        return new EssayGraph(Objects.requireNonNull(essay, "essay"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<EssayOutputs> run(String topic, List<String> log, double weight) {
        return run(EssayInputs.of(topic, log, weight));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<EssayOutputs> run(Consumer<EssayInputs.Builder> inputs) {
        EssayInputs.Builder builder = EssayInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.topicEach(...))}. */
    public MapResult<EssayOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<EssayOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<EssayOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public EssayGraph bind(String input, Object value) {
        return (EssayGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public EssayGraph bind(Consumer<EssayInputs.Builder> inputs) {
        EssayInputs.Builder builder = EssayInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public EssayGraph unbind(String... inputs) {
        return (EssayGraph) super.unbind(inputs);
    }

    @Override
    public EssayGraph with(Runner runner) {
        return (EssayGraph) super.with(runner);
    }

    @Override
    public EssayGraph with(EventProcessor processor) {
        return (EssayGraph) super.with(processor);
    }

    @Override
    protected EssayGraph with(GraphSettings newSettings) {
        return new EssayGraph(essay, newSettings);
    }

    @Override
    protected EssayInputs withBound(EssayInputs inputs, GraphSettings bound) {
        return new EssayInputs(inputs.topic(), bound.over("feedback", inputs.feedback(), "none"),
                inputs.log(), inputs.weight());
    }

    @Override
    protected EssayInputs inputsOf(Map<String, Object> values) {
        return EssayInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<EssayOutputs> prepareUnbound(EssayInputs inputs, RunOptions options) {
        State state = new State(this);
        state.topic = inputs.topic();
        state.feedback = inputs.feedback();
        state.log = inputs.log();
        state.weight = inputs.weight();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("essay");
        plan.input("topic", "String");
        plan.optionalInput("feedback", "String", "\"none\"");
        plan.input("log", "List<String>");
        plan.input("weight", "double");
        plan.node("write", "Essay.write", "Essay.java", 6, "1161f338e394fd92")
                .takes("topic", "String")
                .maySeed("feedback", "String")
                .gives("draft", "String");
        plan.node("judge", "Essay.judge", "Essay.java", 11, "199df5f0ffe14757")
                .takes("draft", "String")
                .gives("feedback", "String")
                .gives("score", "int");
        plan.node("isGood", "Essay.isGood", "Essay.java", 25, "ba4db5c15dcf88cd")
                .takes("score", "int")
                .opensOne(true, "publish", "write");
        plan.node("note", "Essay.note", "Essay.java", 18, "be22dd175ca333d1")
                .takes("log", "List<String>")
                .takes("draft", "String")
                .gives("log", "List<String>");
        plan.node("publish", "Essay.publish", "Essay.java", 30, "77c7fb010ed67aa5")
                .takes("draft", "String")
                .gives("page", "String");
        plan.node("settle", "Essay.settle", "Essay.java", 35, "0ef2d7a3496bb338")
                .seeds("weight", "double")
                .takes("page", "String")
                .gives("weight", "double")
                .converging("weight");
        plan.region(0, 3, 20);
        plan.region(5, 6, 20);
        plan.shared("log");
        plan.outputs("feedback", "score", "log", "weight");
        plan.types(EssayGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1, 4, 6 -> String.class;
            case 2 -> GenericType.of(List.class, String.class);
            case 3 -> double.class;
            case 5 -> int.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(EssayOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("feedback", outputs.feedback());
        values.put("score", outputs.score());
        values.put("log", outputs.log());
        values.put("weight", outputs.weight());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final EssayInputs.Builder same;
        private final MapInputs<EssayInputs.Builder> varying = new MapInputs<>();

        private Mapping(EssayInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code topic} for each item. */
        public Mapping topicEach(Iterable<? extends String> topic) {
            this.varying.vary("topic", topic, (in, one) -> in.topic(one));
            return this;
        }

        /** Gives {@code topic} for all items: required. */
        public Mapping topic(String topic) {
            this.varying.keep("topic");
            this.same.topic(topic);
            return this;
        }

        /** Gives {@code feedback} for each item. */
        public Mapping feedbackEach(Iterable<? extends String> feedback) {
            this.varying.vary("feedback", feedback, (in, one) -> in.feedback(one));
            return this;
        }

        /** Gives {@code feedback} for all items: optional, by default {@code "none"}. */
        public Mapping feedback(String feedback) {
            this.varying.keep("feedback");
            this.same.feedback(feedback);
            return this;
        }

        /** Gives {@code log} for each item. */
        public Mapping logEach(Iterable<? extends List<String>> log) {
            this.varying.vary("log", log, (in, one) -> in.log(one));
            return this;
        }

        /** Gives {@code log} for all items: required. */
        public Mapping log(List<String> log) {
            this.varying.keep("log");
            this.same.log(log);
            return this;
        }

        /** Gives {@code weight} for each item. */
        public Mapping weightEach(Iterable<? extends Double> weight) {
            this.varying.vary("weight", weight, (in, one) -> in.weight(one));
            return this;
        }

        /** Gives {@code weight} for all items: required. */
        public Mapping weight(double weight) {
            this.varying.keep("weight");
            this.same.weight(weight);
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

        private static Iterable<EssayInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(EssayInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Essay essay;

        private String topic;
        private String feedback;
        private List<String> log;
        private double weight;
        private String draft;
        private int score;
        private String page;

        State(EssayGraph graph) {
            this.essay = graph.essay;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // write, Essay.java:6
                    draft = given(essay.write(topic, feedback), "draft");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // judge, Essay.java:11
                    Essay.Verdict judge = given(essay.judge(draft), "its outputs");
                    feedback = given(judge.feedback(), "feedback");
                    score = judge.score();
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // isGood, Essay.java:25
                    if (essay.isGood(score)) {
                        opens(2, 0);
                    } else {
                        opens(2, 1);
                    }
                    if (ended(2) == to) {
                        return;
                    }
                case 3: // note, Essay.java:18
                    log = given(essay.note(log, draft), "log");
                    if (ended(3) == to) {
                        return;
                    }
                case 4: // publish, Essay.java:30
                    page = given(essay.publish(draft), "page");
                    if (ended(4) == to) {
                        return;
                    }
                case 5: // settle, Essay.java:35
                    gives(5, weight, weight = essay.settle(weight, page));
                    ended(5);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> feedback = (String) value;
                case 2 -> log = (List<String>) value;
                case 3 -> weight = (double) value;
                case 4 -> draft = (String) value;
                case 5 -> score = (int) value;
                case 6 -> page = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> topic;
                case 1 -> feedback;
                case 2 -> log;
                case 3 -> weight;
                case 4 -> draft;
                case 5 -> score;
                case 6 -> page;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new EssayOutputs(feedback, score, log, weight);
        }
    }
}
