package app;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.metadata.GraphMetadata;
import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.Answers;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.GraphSettings;
import dev.hypergraph4j.runtime.MapInputs;
import dev.hypergraph4j.runtime.MapIterator;
import dev.hypergraph4j.runtime.MapResult;
import dev.hypergraph4j.runtime.Nested;
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
 * The graph {@code payment} of {@link Payment}: 3 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["customer"])
 *   n0{{"write"}}
 *   n1["boss"]
 *   n2["bank"]
 *   i0 --> n0
 *   n0 -->|"letter"| n1
 *   n0 -->|"letter"| n2
 *   o0(["byBoss"])
 *   n1 --> o0
 *   o1(["byBank"])
 *   n2 --> o1
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>customer</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>byBoss</td><td>{@code Boolean}</td><td>Approval</td></tr>
 * <tr><td>byBank</td><td>{@code Boolean}</td><td>Approval</td></tr>
 * </table>
 */
@GraphMetadata(
        name = "payment",
        inputs = {"customer"},
        outputs = {"byBoss", "byBank"},
        question = {"write"}
)
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class PaymentGraph extends CompiledGraph<PaymentInputs, PaymentOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<PaymentOutputs> WHOLE = PLAN.whole(PaymentGraph::byName);

    private final ApprovalGraph boss;
    private final ApprovalGraph bank;

    private PaymentGraph(ApprovalGraph boss, ApprovalGraph bank, GraphSettings settings) {
        super(PLAN, PaymentInputs.SPEC, settings, boss, bank);
        this.boss = boss;
        this.bank = bank;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static PaymentGraph create(ApprovalGraph boss, ApprovalGraph bank) {
        return new PaymentGraph(Objects.requireNonNull(boss, "boss"),
                Objects.requireNonNull(bank, "bank"), GraphSettings.defaults());
    }

    /** Collects the objects by their names, for {@link #create}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Runs the graph with its required inputs. */
    public RunResult<PaymentOutputs> run(String customer) {
        return run(PaymentInputs.of(customer));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<PaymentOutputs> run(Consumer<PaymentInputs.Builder> inputs) {
        PaymentInputs.Builder builder = PaymentInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.customerEach(...))}. */
    public MapResult<PaymentOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<PaymentOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<PaymentOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public PaymentGraph bind(String input, Object value) {
        return (PaymentGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public PaymentGraph bind(Consumer<PaymentInputs.Builder> inputs) {
        PaymentInputs.Builder builder = PaymentInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public PaymentGraph unbind(String... inputs) {
        return (PaymentGraph) super.unbind(inputs);
    }

    @Override
    public PaymentGraph with(Runner runner) {
        return (PaymentGraph) super.with(runner);
    }

    @Override
    public PaymentGraph with(EventProcessor processor) {
        return (PaymentGraph) super.with(processor);
    }

    @Override
    protected PaymentGraph with(GraphSettings newSettings) {
        return new PaymentGraph(boss, bank, newSettings);
    }

    @Override
    protected PaymentInputs withBound(PaymentInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected PaymentInputs inputsOf(Map<String, Object> values) {
        return PaymentInputs.builder().fromValues(values).build();
    }

    /** Goes on with a run that paused; see {@link #resume(RunResult, Answers)}. */
    public RunResult<PaymentOutputs> resume(RunResult<PaymentOutputs> paused,
            Consumer<PaymentAnswers> answers) {
        PaymentAnswers builder = PaymentAnswers.builder();
        answers.accept(builder);
        return resume(paused, builder.build());
    }

    @Override
    protected PreparedRun<PaymentOutputs> prepareUnbound(PaymentInputs inputs, RunOptions options) {
        State state = new State(this);
        state.customer = inputs.customer();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("payment");
        plan.input("customer", "String");
        plan.node("write", "Payment.write", "Payment.java", 8, "d2564fc55da1ab01")
                .takes("customer", "String")
                .gives("letter", "String")
                .asks();
        plan.node("boss", "Approval", "", 0, "")
                .nested()
                .takes("letter", "String")
                .gives("byBoss", "Boolean");
        plan.node("bank", "Approval", "", 0, "")
                .nested()
                .takes("letter", "String")
                .gives("byBank", "Boolean");
        plan.outputs("byBoss", "byBank");
        plan.types(PaymentGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1 -> String.class;
            case 2, 3 -> Boolean.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(PaymentOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("byBoss", outputs.byBoss());
        values.put("byBank", outputs.byBank());
        return values;
    }

    /** Collects the objects that the graph's nodes are methods of; all are needed. Not thread-safe. */
    public static final class Builder {
        private ApprovalGraph boss;
        private ApprovalGraph bank;

        private Builder() {}

        /** The object with the nodes of {@link ApprovalGraph}. */
        public Builder boss(ApprovalGraph boss) {
            this.boss = boss;
            return this;
        }

        /** The object with the nodes of {@link ApprovalGraph}. */
        public Builder bank(ApprovalGraph bank) {
            this.bank = bank;
            return this;
        }

        /**
         * Makes the graph.
         *
         * @throws NullPointerException if an object is missing
         */
        public PaymentGraph build() {
            return create(boss, bank);
        }
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final PaymentInputs.Builder same;
        private final MapInputs<PaymentInputs.Builder> varying = new MapInputs<>();

        private Mapping(PaymentInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code customer} for each item. */
        public Mapping customerEach(Iterable<? extends String> customer) {
            this.varying.vary("customer", customer, (in, one) -> in.customer(one));
            return this;
        }

        /** Gives {@code customer} for all items: required. */
        public Mapping customer(String customer) {
            this.varying.keep("customer");
            this.same.customer(customer);
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

        private static Iterable<PaymentInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(PaymentInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final ApprovalGraph boss;
        private final ApprovalGraph bank;

        private String customer;
        private String letter;
        private Boolean byBoss;
        private Boolean byBank;

        State(PaymentGraph graph) {
            this.boss = graph.boss;
            this.bank = graph.bank;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // write, Payment.java:8
                    letter = asks(0, String.class, Payment.write(customer));
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // boss
                    if (nests(1, Nested.run(boss, new ApprovalInputs(letter))) == to) {
                        return;
                    }
                case 2: // bank
                    nests(2, Nested.run(bank, new ApprovalInputs(letter)));
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 0 -> { // write, Payment.java:8
                    letter = asks(0, String.class, (Question<String>) value);
                }
                case 1 -> { // boss
                    ApprovalOutputs boss_ = given((ApprovalOutputs) value, "its outputs");
                    byBoss = given(boss_.approved(), "byBoss");
                }
                case 2 -> { // bank
                    ApprovalOutputs bank_ = given((ApprovalOutputs) value, "its outputs");
                    byBank = given(bank_.approved(), "byBank");
                }
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> letter = (String) value;
                case 2 -> byBoss = (Boolean) value;
                case 3 -> byBank = (Boolean) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> customer;
                case 1 -> letter;
                case 2 -> byBoss;
                case 3 -> byBank;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new PaymentOutputs(byBoss, byBank);
        }
    }
}
