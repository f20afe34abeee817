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
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import lib.Retrieval;
import lib.Retrieval_Nodes;

/**
 * The graph {@code rag} of {@link Rag}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["question"])
 *   n0["analyze"]
 *   n1["search"]
 *   i0 --> n0
 *   n0 -->|"terms"| n1
 *   o0(["docs"])
 *   n1 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>question</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>docs</td><td>{@code List<String>}</td><td>Retrieval.retrieve</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class RagGraph extends CompiledGraph<RagInputs, RagOutputs> implements Rag {
    private static final Plan PLAN = plan();
    private static final Slice<RagOutputs> WHOLE = PLAN.whole(RagGraph::byName);
    private static final Slice<List<String>> DOCS = PLAN.slice(1, output -> Map.of("docs", output), 0, 2);

    private final Retrieval retrieval;

    private RagGraph(Retrieval retrieval, GraphSettings settings) {
        super(PLAN, RagInputs.SPEC, settings);
        this.retrieval = retrieval;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static RagGraph create(Retrieval retrieval) {
        return new RagGraph(Objects.requireNonNull(retrieval, "retrieval"),
                GraphSettings.defaults());
    }

    @Override
    public List<String> docs(String question) {
        State state = new State(this);
        state.question = Objects.requireNonNull(question, "question");
        return runEntry(new PreparedRun<>(PLAN, DOCS, state, RunOptions.defaults()));
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
        return new RagGraph(retrieval, newSettings);
    }

    @Override
    protected RagInputs withBound(RagInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected RagInputs inputsOf(Map<String, Object> values) {
        return RagInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<RagOutputs> prepareUnbound(RagInputs inputs, RunOptions options) {
        State state = new State(this);
        state.question = inputs.question();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("rag");
        plan.input("question", "String");
        plan.node("analyze", "Retrieval.analyze", "Retrieval.java", 10, "b9478e7ffc64f3c5")
                .takes("question", "String")
                .mayTake("locale", "Locale")
                .gives("terms", "List<String>");
        plan.node("search", "Retrieval.retrieve", "Retrieval.java", 15, "64f13f20ae1a4d96")
                .takes("terms", "List<String>")
                .mayTake("hint", "String")
                .mayTake("topK", "Integer")
                .gives("docs", "List<String>");
        plan.outputs("docs");
        plan.types(RagGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0 -> String.class;
            case 1, 2 -> GenericType.of(List.class, String.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(RagOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("docs", outputs.docs());
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
        private final Retrieval retrieval;

        private String question;
        private List<String> terms;
        private List<String> docs;

        State(RagGraph graph) {
            this.retrieval = graph.retrieval;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // analyze, Retrieval.java:10
                    terms = given(Retrieval_Nodes.analyze(question,
                            Retrieval_Nodes.locale()), "terms");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // search, Retrieval.java:15
                    docs = given(Retrieval_Nodes.retrieve(retrieval, terms, (String) null,
                            Optional.empty()), "docs");
                    ended(1);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> terms = (List<String>) value;
                case 2 -> docs = (List<String>) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> question;
                case 1 -> terms;
                case 2 -> docs;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return switch (slice) {
                case 1 -> docs;
                default -> new RagOutputs(docs);
            };
        }
    }
}
