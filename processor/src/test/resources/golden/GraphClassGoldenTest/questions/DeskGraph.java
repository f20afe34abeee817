package app;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.Answers;
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
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code desk} of {@link Desk}: 4 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["draft"])
 *   n0{{"review"}}
 *   n1{"route"}
 *   n2["publish"]
 *   n3{{"reject"}}
 *   i0 --> n0
 *   n0 -->|"verdict"| n1
 *   i0 --> n2
 *   i0 --> n3
 *   n1 ==> n2
 *   n1 ==> n3
 *   o0(["page"])
 *   n2 -.-> o0
 *   o1(["reasons"])
 *   n3 -.-> o1
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>draft</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>page</td><td>{@code String}</td><td>Desk.publish</td></tr>
 * <tr><td>reasons</td><td>{@code List<String>}</td><td>Desk.reject</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class DeskGraph extends CompiledGraph<DeskInputs, DeskOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<DeskOutputs> WHOLE = PLAN.whole(DeskGraph::byName);

    private final Desk desk;

    private DeskGraph(Desk desk, GraphSettings settings) {
        super(PLAN, DeskInputs.SPEC, settings);
        this.desk = desk;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static DeskGraph create(Desk desk) {
        return new DeskGraph(Objects.requireNonNull(desk, "desk"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<DeskOutputs> run(String draft) {
        return run(DeskInputs.of(draft));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<DeskOutputs> run(Consumer<DeskInputs.Builder> inputs) {
        DeskInputs.Builder builder = DeskInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.draftEach(...))}. */
    public MapResult<DeskOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<DeskOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<DeskOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public DeskGraph bind(String input, Object value) {
        return (DeskGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public DeskGraph bind(Consumer<DeskInputs.Builder> inputs) {
        DeskInputs.Builder builder = DeskInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public DeskGraph unbind(String... inputs) {
        return (DeskGraph) super.unbind(inputs);
    }

    @Override
    public DeskGraph with(Runner runner) {
        return (DeskGraph) super.with(runner);
    }

    @Override
    public DeskGraph with(EventProcessor processor) {
        return (DeskGraph) super.with(processor);
    }

    @Override
    protected DeskGraph with(GraphSettings newSettings) {
        return new DeskGraph(desk, newSettings);
    }

    @Override
    protected DeskInputs withBound(DeskInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected DeskInputs inputsOf(Map<String, Object> values) {
        return DeskInputs.builder().fromValues(values).build();
    }

    /** Goes on with a run that paused; see {@link #resume(RunResult, Answers)}. */
    public RunResult<DeskOutputs> resume(RunResult<DeskOutputs> paused,
            Consumer<DeskAnswers> answers) {
        DeskAnswers builder = DeskAnswers.builder();
        answers.accept(builder);
        return resume(paused, builder.build());
    }

    @Override
    protected PreparedRun<DeskOutputs> prepareUnbound(DeskInputs inputs, RunOptions options) {
        State state = new State(this);
        state.draft = inputs.draft();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("desk");
        plan.input("draft", "String");
        plan.node("review", "Desk.review", "Desk.java", 6, "cf91ccf2b822b32e")
                .takes("draft", "String")
                .gives("verdict", "String")
                .asks("publish", "reject");
        plan.node("route", "Desk.route", "Desk.java", 11, "009a5a5acd42fc11")
                .takes("verdict", "String")
                .opensOne(true, "publish", "reject");
        plan.node("publish", "Desk.publish", "Desk.java", 16, "5ee868a8398dc3b9")
                .takes("draft", "String")
                .mayGive("page", "String");
        plan.node("reject", "Desk.reject", "Desk.java", 21, "ff9ccfba7bef5a0e")
                .asynchronous()
                .takes("draft", "String")
                .mayGive("reasons", "List<String>")
                .asks();
        plan.outputs("page", "reasons");
        plan.types(DeskGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1, 2 -> String.class;
            case 3 -> GenericType.of(List.class, String.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(DeskOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        outputs.page().ifPresent(value -> values.put("page", value));
        outputs.reasons().ifPresent(value -> values.put("reasons", value));
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final DeskInputs.Builder same;
        private final MapInputs<DeskInputs.Builder> varying = new MapInputs<>();

        private Mapping(DeskInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code draft} for each item. */
        public Mapping draftEach(Iterable<? extends String> draft) {
            this.varying.vary("draft", draft, (in, one) -> in.draft(one));
            return this;
        }

        /** Gives {@code draft} for all items: required. */
        public Mapping draft(String draft) {
            this.varying.keep("draft");
            this.same.draft(draft);
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

        private static Iterable<DeskInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(DeskInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Desk desk;

        private String draft;
        private String verdict;
        private String page;
        private List<String> reasons;

        State(DeskGraph graph) {
            this.desk = graph.desk;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // review, Desk.java:6
                    verdict = asks(0, String.class, desk.review(draft));
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // route, Desk.java:11
                    var choice = given(desk.route(verdict), "its choice");
                    switch (choice) {
                        case "publish" -> opens(1, 0);
                        case "reject" -> opens(1, 1);
                        default -> throw unknownTarget(choice, "publish", "reject");
                    }
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // publish, Desk.java:16
                    page = given(desk.publish(draft), "page");
                    if (ended(2) == to) {
                        return;
                    }
                case 3: // reject, Desk.java:21
                    began(3, desk.reject(draft));
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 0 -> { // review, Desk.java:6
                    verdict = asks(0, String.class, (Question<String>) value);
                }
                case 3 -> { // reject, Desk.java:21
                    reasons = asks(3, List.class, (Question<List<String>>) value);
                }
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> verdict = (String) value;
                case 2 -> page = (String) value;
                case 3 -> reasons = (List<String>) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> draft;
                case 1 -> verdict;
                case 2 -> page;
                case 3 -> reasons;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new DeskOutputs(Optional.ofNullable(page), Optional.ofNullable(reasons));
        }
    }
}
