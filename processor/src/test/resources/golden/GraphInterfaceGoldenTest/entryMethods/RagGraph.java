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
 * The graph {@code rag} of {@link Rag}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["question"])
 *   i1(["topK"])
 *   n0["retrieve"]
 *   n1["generate"]
 *   i0 --> n0
 *   i1 --> n0
 *   i0 --> n1
 *   n0 -->|"docs"| n1
 *   o0(["answer"])
 *   n1 --> o0
 *   o1(["docs"])
 *   n0 --> o1
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
 * <tr><td>answer</td><td>{@code String}</td><td>Answering.generate</td></tr>
 * <tr><td>docs</td><td>{@code List<String>}</td><td>Retrieval.retrieve</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class RagGraph extends CompiledGraph<RagInputs, RagOutputs> implements Rag {
    private static final Plan PLAN = plan();
    private static final Slice<RagOutputs> WHOLE = PLAN.whole(RagGraph::byName);
    private static final Slice<String> ANSWER = PLAN.slice(1, output -> Map.of("answer", output), 0, 2);
    private static final Slice<List<String>> DOCS = PLAN.slice(2, output -> Map.of("docs", output), 0, 1);

    private final Retrieval retrieval;
    private final Answering answering;

    private RagGraph(Retrieval retrieval, Answering answering, GraphSettings settings) {
        super(PLAN, RagInputs.SPEC, settings);
        this.retrieval = retrieval;
        this.answering = answering;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static RagGraph create(Retrieval retrieval, Answering answering) {
        return new RagGraph(Objects.requireNonNull(retrieval, "retrieval"),
                Objects.requireNonNull(answering, "answering"), GraphSettings.defaults());
    }

    /** Collects the objects by their names, for {@link #create}. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String answer(String question, int topK) {
        State state = new State(this);
        state.question = Objects.requireNonNull(question, "question");
        state.topK = topK;
        return runEntry(new PreparedRun<>(PLAN, ANSWER, state, RunOptions.defaults()));
    }

    @Override
    public List<String> docs(String question, int topK) {
        State state = new State(this);
        state.question = Objects.requireNonNull(question, "question");
        state.topK = topK;
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
        return new RagGraph(retrieval, answering, newSettings);
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
        plan.node("retrieve", "Retrieval.retrieve", "Retrieval.java", 5, "1194c9d990c23219")
                .takes("question", "String")
                .mayTake("topK", "int")
                .gives("docs", "List<String>");
        plan.node("generate", "Answering.generate", "Answering.java", 5, "c9dc28d8f624ff65")
                .takes("question", "String")
                .takes("docs", "List<String>")
                .gives("answer", "String");
        plan.outputs("answer", "docs");
        plan.types(RagGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 3 -> String.class;
            case 1 -> int.class;
            case 2 -> GenericType.of(List.class, String.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(RagOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("answer", outputs.answer());
        values.put("docs", outputs.docs());
        return values;
    }

    /** Collects the objects that the graph's nodes are methods of; all are needed. Not thread-safe. */
    public static final class Builder {
        private Retrieval retrieval;
        private Answering answering;

        private Builder() {}

        /** The object with the nodes of {@link Retrieval}. */
        public Builder retrieval(Retrieval retrieval) {
            this.retrieval = retrieval;
            return this;
        }

        /** The object with the nodes of {@link Answering}. */
        public Builder answering(Answering answering) {
            this.answering = answering;
            return this;
        }

        /**
         * Makes the graph.
         *
         * @throws NullPointerException if an object is missing
         */
        public RagGraph build() {
            return create(retrieval, answering);
        }
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
        private final Retrieval retrieval;
        private final Answering answering;

        private String question;
        private int topK;
        private List<String> docs;
        private String answer;

        State(RagGraph graph) {
            this.retrieval = graph.retrieval;
            this.answering = graph.answering;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // retrieve, Retrieval.java:5
                    docs = given(retrieval.retrieve(question, topK), "docs");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // generate, Answering.java:5
                    answer = given(answering.generate(question, docs), "answer");
                    ended(1);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 2 -> docs = (List<String>) value;
                case 3 -> answer = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> question;
                case 1 -> topK;
                case 2 -> docs;
                case 3 -> answer;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return switch (slice) {
                case 1 -> answer;
                case 2 -> docs;
                default -> new RagOutputs(answer, docs);
            };
        }
    }
}
