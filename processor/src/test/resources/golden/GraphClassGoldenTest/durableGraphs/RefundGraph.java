package app;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.metadata.GraphMetadata;
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
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code refund} of {@link Refund}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["wanted"])
 *   i1(["before"])
 *   i2(["limit"])
 *   n0[["pay"]]
 *   n1["count"]
 *   i0 --> n0
 *   i1 --> n0
 *   i2 -.-> n0
 *   n0 -->|"receipts"| n1
 *   o0(["count"])
 *   n1 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>wanted</td><td>{@code List<? extends Receipt>}</td><td>required</td></tr>
 * <tr><td>before</td><td>{@code Receipt[]}</td><td>required</td></tr>
 * <tr><td>limit</td><td>{@code Integer}</td><td>optional</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>count</td><td>{@code int}</td><td>Refund.count</td></tr>
 * </table>
 */
@GraphMetadata(
        name = "refund",
        inputs = {"wanted", "before", "limit"},
        optionalInputs = {"limit"},
        outputs = {"count"}
)
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class RefundGraph extends CompiledGraph<RefundInputs, RefundOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<RefundOutputs> WHOLE = PLAN.whole(RefundGraph::byName);

    private final Refund refund;

    private RefundGraph(Refund refund, GraphSettings settings) {
        super(PLAN, RefundInputs.SPEC, settings);
        this.refund = refund;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static RefundGraph create(Refund refund) {
        return new RefundGraph(Objects.requireNonNull(refund, "refund"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<RefundOutputs> run(List<? extends Refund.Receipt> wanted,
            Refund.Receipt[] before) {
        return run(RefundInputs.of(wanted, before));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<RefundOutputs> run(Consumer<RefundInputs.Builder> inputs) {
        RefundInputs.Builder builder = RefundInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.wantedEach(...))}. */
    public MapResult<RefundOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<RefundOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<RefundOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public RefundGraph bind(String input, Object value) {
        return (RefundGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public RefundGraph bind(Consumer<RefundInputs.Builder> inputs) {
        RefundInputs.Builder builder = RefundInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public RefundGraph unbind(String... inputs) {
        return (RefundGraph) super.unbind(inputs);
    }

    @Override
    public RefundGraph with(Runner runner) {
        return (RefundGraph) super.with(runner);
    }

    @Override
    public RefundGraph with(EventProcessor processor) {
        return (RefundGraph) super.with(processor);
    }

    @Override
    protected RefundGraph with(GraphSettings newSettings) {
        return new RefundGraph(refund, newSettings);
    }

    @Override
    protected RefundInputs withBound(RefundInputs inputs, GraphSettings bound) {
        return new RefundInputs(inputs.wanted(), inputs.before(),
                Optional.ofNullable(bound.over("limit", inputs.limit().orElse(null), null)));
    }

    @Override
    protected RefundInputs inputsOf(Map<String, Object> values) {
        return RefundInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<RefundOutputs> prepareUnbound(RefundInputs inputs, RunOptions options) {
        State state = new State(this);
        state.wanted = inputs.wanted();
        state.before = inputs.before();
        state.limit = inputs.limit().orElse(null);
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("refund").version("2");
        plan.durable();
        plan.input("wanted", "List<? extends Receipt>");
        plan.input("before", "Receipt[]");
        plan.optionalInput("limit", "Integer", "");
        plan.node("pay", "Refund.pay", "Refund.java", 8, "5372ca151194aa19")
                .kind(NodeKind.RPC)
                .takes("wanted", "List<? extends Receipt>")
                .takes("before", "Receipt[]")
                .mayTake("limit", "Integer")
                .gives("receipts", "Map<String, List<Receipt>>")
                .effectOnce();
        plan.node("count", "Refund.count", "Refund.java", 13, "33e31e2c0c1b06bb")
                .takes("receipts", "Map<String, List<Receipt>>")
                .gives("count", "int");
        plan.outputs("count");
        plan.types(RefundGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> GenericType.of(List.class, Refund.Receipt.class);
            case 1 -> Refund.Receipt[].class;
            case 2 -> Integer.class;
            case 3 -> GenericType.of(Map.class, String.class, GenericType.of(List.class,
                    Refund.Receipt.class));
            case 4 -> int.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(RefundOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("count", outputs.count());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final RefundInputs.Builder same;
        private final MapInputs<RefundInputs.Builder> varying = new MapInputs<>();

        private Mapping(RefundInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code wanted} for each item. */
        public Mapping wantedEach(Iterable<? extends List<? extends Refund.Receipt>> wanted) {
            this.varying.vary("wanted", wanted, (in, one) -> in.wanted(one));
            return this;
        }

        /** Gives {@code wanted} for all items: required. */
        public Mapping wanted(List<? extends Refund.Receipt> wanted) {
            this.varying.keep("wanted");
            this.same.wanted(wanted);
            return this;
        }

        /** Gives {@code before} for each item. */
        public Mapping beforeEach(Iterable<? extends Refund.Receipt[]> before) {
            this.varying.vary("before", before, (in, one) -> in.before(one));
            return this;
        }

        /** Gives {@code before} for all items: required. */
        public Mapping before(Refund.Receipt[] before) {
            this.varying.keep("before");
            this.same.before(before);
            return this;
        }

        /** Gives {@code limit} for each item. */
        public Mapping limitEach(Iterable<? extends Integer> limit) {
            this.varying.vary("limit", limit, (in, one) -> in.limit(one));
            return this;
        }

        /** Gives {@code limit} for all items: optional. */
        public Mapping limit(Integer limit) {
            this.varying.keep("limit");
            this.same.limit(limit);
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

        private static Iterable<RefundInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(RefundInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Refund refund;

        private List<? extends Refund.Receipt> wanted;
        private Refund.Receipt[] before;
        private Integer limit;
        private Map<String, List<Refund.Receipt>> receipts;
        private int count;

        State(RefundGraph graph) {
            this.refund = graph.refund;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // pay, Refund.java:8
                    receipts = given(refund.pay(wanted, before,
                            Optional.ofNullable(limit)), "receipts");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // count, Refund.java:13
                    count = refund.count(receipts);
                    ended(1);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 3 -> receipts = (Map<String, List<Refund.Receipt>>) value;
                case 4 -> count = (int) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> wanted;
                case 1 -> before;
                case 2 -> limit;
                case 3 -> receipts;
                case 4 -> count;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new RefundOutputs(count);
        }
    }
}
