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
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code triage} of {@link Triage}: 8 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["text"])
 *   n0{"classify"}
 *   n1["question"]
 *   n2["file"]
 *   n3{"follow"}
 *   n4["count"]
 *   n5["audit"]
 *   n6{"isOld"}
 *   n7["archive"]
 *   i0 --> n0
 *   i0 --> n1
 *   i0 --> n2
 *   n1 -.->|"reply"| n3
 *   n2 -.->|"reply"| n3
 *   n1 -.->|"reply"| n4
 *   n2 -.->|"reply"| n4
 *   n1 -.->|"reply"| n5
 *   n2 -.->|"reply"| n5
 *   n2 -.->|"number"| n5
 *   i0 --> n6
 *   i0 --> n7
 *   n0 ==> n1
 *   n0 ==> n2
 *   n3 ==> n5
 *   n3 ==> n4
 *   n6 ==> n7
 *   n5 -.->|"/audited/"| n7
 *   o0(["length"])
 *   n4 -.-> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>text</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>length</td><td>{@code int}</td><td>Triage.count</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class TriageGraph extends CompiledGraph<TriageInputs, TriageOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<TriageOutputs> WHOLE = PLAN.whole(TriageGraph::byName);

    private final Triage triage;

    private TriageGraph(Triage triage, GraphSettings settings) {
        super(PLAN, TriageInputs.SPEC, settings);
        this.triage = triage;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static TriageGraph create(Triage triage) {
        return new TriageGraph(Objects.requireNonNull(triage, "triage"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<TriageOutputs> run(String text) {
        return run(TriageInputs.of(text));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<TriageOutputs> run(Consumer<TriageInputs.Builder> inputs) {
        TriageInputs.Builder builder = TriageInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.textEach(...))}. */
    public MapResult<TriageOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<TriageOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<TriageOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public TriageGraph bind(String input, Object value) {
        return (TriageGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public TriageGraph bind(Consumer<TriageInputs.Builder> inputs) {
        TriageInputs.Builder builder = TriageInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public TriageGraph unbind(String... inputs) {
        return (TriageGraph) super.unbind(inputs);
    }

    @Override
    public TriageGraph with(Runner runner) {
        return (TriageGraph) super.with(runner);
    }

    @Override
    public TriageGraph with(EventProcessor processor) {
        return (TriageGraph) super.with(processor);
    }

    @Override
    protected TriageGraph with(GraphSettings newSettings) {
        return new TriageGraph(triage, newSettings);
    }

    @Override
    protected TriageInputs withBound(TriageInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected TriageInputs inputsOf(Map<String, Object> values) {
        return TriageInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<TriageOutputs> prepareUnbound(TriageInputs inputs, RunOptions options) {
        State state = new State(this);
        state.text = inputs.text();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("triage");
        plan.input("text", "String");
        plan.node("classify", "Triage.classify", "Triage.java", 8, "53bc95ec8ee3e954")
                .takes("text", "String")
                .opensOne(true, "question", "file");
        plan.node("question", "Triage.question", "Triage.java", 13, "8364c7babe24fd44")
                .takes("text", "String")
                .mayGive("reply", "String");
        plan.node("file", "Triage.file", "Triage.java", 18, "0a3fcd5e0ef66af0")
                .takes("text", "String")
                .mayGive("reply", "String")
                .mayGive("number", "int");
        plan.node("follow", "Triage.follow", "Triage.java", 25, "97365633afe8737b")
                .takes("reply", "String")
                .opensSome(true, "audit", "count");
        plan.node("count", "Triage.count", "Triage.java", 30, "f464d93e3f2c8551")
                .takes("reply", "String")
                .mayGive("length", "int");
        plan.node("audit", "Triage.audit", "Triage.java", 35, "a0a4ae61265d74c8")
                .takes("reply", "String")
                .mayTake("number", "int")
                .emits("audited");
        plan.node("isOld", "Triage.isOld", "Triage.java", 38, "35a0310414b821d4")
                .asynchronous()
                .takes("text", "String")
                .opensOne(true, "archive");
        plan.node("archive", "Triage.archive", "Triage.java", 43, "3ecfe7ae7d55a818")
                .takes("text", "String")
                .waitsFor("audited");
        plan.outputs("length");
        plan.types(TriageGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1 -> String.class;
            case 2, 3 -> Integer.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(TriageOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        outputs.length().ifPresent(value -> values.put("length", value));
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final TriageInputs.Builder same;
        private final MapInputs<TriageInputs.Builder> varying = new MapInputs<>();

        private Mapping(TriageInputs.Builder same) {
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

        private static Iterable<TriageInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(TriageInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Triage triage;

        private String text;
        private String reply;
        private Integer number;
        private Integer length;

        State(TriageGraph graph) {
            this.triage = graph.triage;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // classify, Triage.java:8
                    switch (given(triage.classify(text), "its choice")) {
                        case question -> opens(0, 0);
                        case COMPLAINT -> opens(0, 1);
                        case END -> {}
                    }
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // question, Triage.java:13
                    reply = given(triage.question(text), "reply");
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // file, Triage.java:18
                    Triage.Filed file = given(triage.file(text), "its outputs");
                    reply = given(file.reply(), "reply");
                    number = file.number();
                    if (ended(2) == to) {
                        return;
                    }
                case 3: // follow, Triage.java:25
                    var choices = triage.follow(reply);
                    if (choices == null || choices.isEmpty()) {
                        opens(3, 1);
                    } else {
                        for (String choice : choices) {
                            switch (choice) {
                                case "audit" -> opens(3, 0);
                                case "count" -> opens(3, 1);
                                case "END" -> {}
                                default -> throw unknownTarget(choice, "audit", "count", "END");
                            }
                        }
                    }
                    if (ended(3) == to) {
                        return;
                    }
                case 4: // count, Triage.java:30
                    length = triage.count(reply);
                    if (ended(4) == to) {
                        return;
                    }
                case 5: // audit, Triage.java:35
                    triage.audit(reply, number != null ? number : 0);
                    if (ended(5) == to) {
                        return;
                    }
                case 6: // isOld, Triage.java:38
                    if (began(6, triage.isOld(text)) == to) {
                        return;
                    }
                case 7: // archive, Triage.java:43
                    triage.archive(text);
                    ended(7);
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 6 -> { // isOld, Triage.java:38
                    if ((Boolean) value) {
                        opens(6, 0);
                    }
                }
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> reply = (String) value;
                case 2 -> number = (Integer) value;
                case 3 -> length = (Integer) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> text;
                case 1 -> reply;
                case 2 -> number;
                case 3 -> length;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new TriageOutputs(Optional.ofNullable(length));
        }
    }
}
