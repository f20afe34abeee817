package app;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.NodeKind;
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
 * The graph {@code rag} of {@link Rag}: 3 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["question"])
 *   i1(["topK"])
 *   n0["analyze"]
 *   n1["retrieve"]
 *   n2[["generate"]]
 *   i0 --> n0
 *   n0 -->|"terms"| n1
 *   i1 --> n1
 *   i0 --> n2
 *   n1 -->|"docs"| n2
 *   o0(["answer"])
 *   n2 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>question</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>topK</td><td>{@code int}</td><td>optional, by default {@code 5}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>answer</td><td>{@code String}</td><td>Rag.generate</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class RagGraph extends CompiledGraph<RagInputs, RagOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<RagOutputs> WHOLE = PLAN.whole(RagGraph::byName);

    private final Rag rag;

    private RagGraph(Rag rag, GraphSettings settings) {
        super(PLAN, RagInputs.SPEC, settings);
        this.rag = rag;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static RagGraph create(Rag rag) {
        return new RagGraph(Objects.requireNonNull(rag, "rag"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<RagOutputs> run(String question) {
        return run(RagInputs.of(question));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<RagOutputs> run(Consumer<RagInputs.Builder> inputs) {
        RagInputs.Builder builder = RagInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.questionEach(...))}. */
    public MapResult<RagOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<RagOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<RagOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public RagGraph bind(String input, Object value) {
        return (RagGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public RagGraph bind(Consumer<RagInputs.Builder> inputs) {
        RagInputs.Builder builder = RagInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public RagGraph unbind(String... inputs) {
        return (RagGraph) super.unbind(inputs);
    }

    @Override
    public RagGraph with(Runner runner) {
        return (RagGraph) super.with(runner);
    }

    @Override
    public RagGraph with(EventProcessor processor) {
        return (RagGraph) super.with(processor);
    }

    @Override
    protected RagGraph with(GraphSettings newSettings) {
        return new RagGraph(rag, newSettings);
    }

    @Override
    protected RagInputs withBound(RagInputs inputs, GraphSettings bound) {
        return new RagInputs(inputs.question(), bound.over("topK", inputs.topK(), 5));
    }

    @Override
    protected RagInputs inputsOf(Map<String, Object> values) {
        return RagInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<RagOutputs> prepareUnbound(RagInputs inputs, RunOptions options) {
        State state = new State(this);
        state.question = inputs.question();
        state.topK = inputs.topK();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("rag");
        plan.input("question", "String");
        plan.optionalInput("topK", "int", "5");
        plan.node("analyze", "Rag.analyze", "Rag.java", 14, "761061ed22ee4930")
                .takes("question", "String")
                .gives("terms", "List<String>");
        plan.node("retrieve", "Rag.retrieve", "Rag.java", 19, "9f52148c18dec62d")
                .takes("terms", "List<String>")
                .mayTake("topK", "int")
                .gives("docs", "List<Doc>");
        plan.node("generate", "Rag.generate", "Rag.java", 24, "bd5935512a2d4e3f")
                .kind(NodeKind.RPC)
                .takes("question", "String")
                .takes("docs", "List<Doc>")
                .gives("answer", "String");
        plan.outputs("answer");
        plan.types(RagGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 4 -> String.class;
            case 1 -> int.class;
            case 2 -> GenericType.of(List.class, String.class);
            case 3 -> GenericType.of(List.class, Rag.Doc.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(RagOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("answer", outputs.answer());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final RagInputs.Builder same;
        private final MapInputs<RagInputs.Builder> varying = new MapInputs<>();

        private Mapping(RagInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code question} for each item. */
        public Mapping questionEach(Iterable<? extends String> question) {
            this.varying.vary("question", question, (in, one) -> in.question(one));
            return this;
        }

        /** Gives {@code question} for all items: required. */
        public Mapping question(String question) {
            this.varying.keep("question");
            this.same.question(question);
            return this;
        }

        /** Gives {@code topK} for each item. */
        public Mapping topKEach(Iterable<? extends Integer> topK) {
            this.varying.vary("topK", topK, (in, one) -> in.topK(one));
            return this;
        }

        /** Gives {@code topK} for all items: optional, by default {@code 5}. */
        public Mapping topK(int topK) {
            this.varying.keep("topK");
            this.same.topK(topK);
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

        private static Iterable<RagInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(RagInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Rag rag;

        private String question;
        private int topK;
        private List<String> terms;
        private List<Rag.Doc> docs;
        private String answer;

        State(RagGraph graph) {
            this.rag = graph.rag;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // analyze, Rag.java:14
                    terms = given(rag.analyze(question), "terms");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // retrieve, Rag.java:19
                    docs = given(rag.retrieve(terms, topK), "docs");
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // generate, Rag.java:24
                    answer = given(rag.generate(question, docs), "answer");
                    ended(2);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 2 -> terms = (List<String>) value;
                case 3 -> docs = (List<Rag.Doc>) value;
                case 4 -> answer = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> question;
                case 1 -> topK;
                case 2 -> terms;
                case 3 -> docs;
                case 4 -> answer;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new RagOutputs(answer);
        }
    }
}
