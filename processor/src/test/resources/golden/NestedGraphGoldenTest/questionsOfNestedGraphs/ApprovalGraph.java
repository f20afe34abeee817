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
 * The graph {@code approval} of {@link Approval}: one node.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["letter"])
 *   n0{{"approve"}}
 *   i0 --> n0
 *   o0(["approved"])
 *   n0 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>letter</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>approved</td><td>{@code Boolean}</td><td>Approval.approve</td></tr>
 * </table>
 */
@GraphMetadata(
        name = "approval",
        inputs = {"letter"},
        outputs = {"approved"},
        question = {"approve"}
)
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class ApprovalGraph extends CompiledGraph<ApprovalInputs, ApprovalOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<ApprovalOutputs> WHOLE = PLAN.whole(ApprovalGraph::byName);

    private ApprovalGraph(GraphSettings settings) {
        super(PLAN, ApprovalInputs.SPEC, settings);
    }

    /** Makes the graph. */
    public static ApprovalGraph create() {
        return new ApprovalGraph(GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<ApprovalOutputs> run(String letter) {
        return run(ApprovalInputs.of(letter));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<ApprovalOutputs> run(Consumer<ApprovalInputs.Builder> inputs) {
        ApprovalInputs.Builder builder = ApprovalInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.letterEach(...))}. */
    public MapResult<ApprovalOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<ApprovalOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<ApprovalOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public ApprovalGraph bind(String input, Object value) {
        return (ApprovalGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public ApprovalGraph bind(Consumer<ApprovalInputs.Builder> inputs) {
        ApprovalInputs.Builder builder = ApprovalInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public ApprovalGraph unbind(String... inputs) {
        return (ApprovalGraph) super.unbind(inputs);
    }

    @Override
    public ApprovalGraph with(Runner runner) {
        return (ApprovalGraph) super.with(runner);
    }

    @Override
    public ApprovalGraph with(EventProcessor processor) {
        return (ApprovalGraph) super.with(processor);
    }

    @Override
    protected ApprovalGraph with(GraphSettings newSettings) {
        return new ApprovalGraph(newSettings);
    }

    @Override
    protected ApprovalInputs withBound(ApprovalInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected ApprovalInputs inputsOf(Map<String, Object> values) {
        return ApprovalInputs.builder().fromValues(values).build();
    }

    /** Goes on with a run that paused; see {@link #resume(RunResult, Answers)}. */
    public RunResult<ApprovalOutputs> resume(RunResult<ApprovalOutputs> paused,
            Consumer<ApprovalAnswers> answers) {
        ApprovalAnswers builder = ApprovalAnswers.builder();
        answers.accept(builder);
        return resume(paused, builder.build());
    }

    @Override
    protected PreparedRun<ApprovalOutputs> prepareUnbound(ApprovalInputs inputs,
            RunOptions options) {
        State state = new State();
        state.letter = inputs.letter();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("approval");
        plan.input("letter", "String");
        plan.node("approve", "Approval.approve", "Approval.java", 6, "91726aef7cc6347b")
                .takes("letter", "String")
                .gives("approved", "Boolean")
                .asks();
        plan.outputs("approved");
        plan.types(ApprovalGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> String.class;
            case 1 -> Boolean.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(ApprovalOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("approved", outputs.approved());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final ApprovalInputs.Builder same;
        private final MapInputs<ApprovalInputs.Builder> varying = new MapInputs<>();

        private Mapping(ApprovalInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code letter} for each item. */
        public Mapping letterEach(Iterable<? extends String> letter) {
            this.varying.vary("letter", letter, (in, one) -> in.letter(one));
            return this;
        }

        /** Gives {@code letter} for all items: required. */
        public Mapping letter(String letter) {
            this.varying.keep("letter");
            this.same.letter(letter);
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

        private static Iterable<ApprovalInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(ApprovalInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private String letter;
        private Boolean approved;

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // approve, Approval.java:6
                    approved = asks(0, Boolean.class, Approval.approve(letter));
                    ended(0);
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 0 -> { // approve, Approval.java:6
                    approved = asks(0, Boolean.class, (Question<Boolean>) value);
                }
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> approved = (Boolean) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> letter;
                case 1 -> approved;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new ApprovalOutputs(approved);
        }
    }
}
