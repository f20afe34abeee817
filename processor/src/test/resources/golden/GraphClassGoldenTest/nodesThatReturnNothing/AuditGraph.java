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
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code audit} of {@link Audit}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["message"])
 *   n0["log"]
 *   n1["beep"]
 *   i0 --> n0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>message</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class AuditGraph extends CompiledGraph<AuditInputs, AuditOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<AuditOutputs> WHOLE = PLAN.whole(AuditGraph::byName);

    private final Audit audit;

    private AuditGraph(Audit audit, GraphSettings settings) {
        super(PLAN, AuditInputs.SPEC, settings);
        this.audit = audit;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static AuditGraph create(Audit audit) {
        return new AuditGraph(Objects.requireNonNull(audit, "audit"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<AuditOutputs> run(String message) {
        return run(AuditInputs.of(message));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<AuditOutputs> run(Consumer<AuditInputs.Builder> inputs) {
        AuditInputs.Builder builder = AuditInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.messageEach(...))}. */
    public MapResult<AuditOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<AuditOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<AuditOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public AuditGraph bind(String input, Object value) {
        return (AuditGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public AuditGraph bind(Consumer<AuditInputs.Builder> inputs) {
        AuditInputs.Builder builder = AuditInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public AuditGraph unbind(String... inputs) {
        return (AuditGraph) super.unbind(inputs);
    }

    @Override
    public AuditGraph with(Runner runner) {
        return (AuditGraph) super.with(runner);
    }

    @Override
    public AuditGraph with(EventProcessor processor) {
        return (AuditGraph) super.with(processor);
    }

    @Override
    protected AuditGraph with(GraphSettings newSettings) {
        return new AuditGraph(audit, newSettings);
    }

    @Override
    protected AuditInputs withBound(AuditInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected AuditInputs inputsOf(Map<String, Object> values) {
        return AuditInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<AuditOutputs> prepareUnbound(AuditInputs inputs, RunOptions options) {
        State state = new State(this);
        state.message = inputs.message();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("audit");
        plan.input("message", "String");
        plan.node("log", "Audit.log", "Audit.java", 6, "8576ec72be168a6e")
                .takes("message", "String");
        plan.node("beep", "Audit.beep", "Audit.java", 9, "ffbe64af51954885");
        plan.types(AuditGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> String.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(AuditOutputs outputs) {
        return Map.of();
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final AuditInputs.Builder same;
        private final MapInputs<AuditInputs.Builder> varying = new MapInputs<>();

        private Mapping(AuditInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code message} for each item. */
        public Mapping messageEach(Iterable<? extends String> message) {
            this.varying.vary("message", message, (in, one) -> in.message(one));
            return this;
        }

        /** Gives {@code message} for all items: required. */
        public Mapping message(String message) {
            this.varying.keep("message");
            this.same.message(message);
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

        private static Iterable<AuditInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(AuditInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Audit audit;

        private String message;

        State(AuditGraph graph) {
            this.audit = graph.audit;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // log, Audit.java:6
                    audit.log(message);
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // beep, Audit.java:9
                    Audit.beep();
                    ended(1);
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> message;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new AuditOutputs();
        }
    }
}
