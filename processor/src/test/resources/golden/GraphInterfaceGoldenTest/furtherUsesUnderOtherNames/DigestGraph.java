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
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code digest} of {@link Digest}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["text"])
 *   i1(["title"])
 *   n0["summarize"]
 *   n1["summarizeTitle"]
 *   i0 --> n0
 *   i1 --> n1
 *   o0(["summary"])
 *   n0 --> o0
 *   o1(["shortTitle"])
 *   n1 --> o1
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>text</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>title</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>summary</td><td>{@code String}</td><td>Summarizer.summarize</td></tr>
 * <tr><td>shortTitle</td><td>{@code String}</td><td>Summarizer.summarize</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class DigestGraph extends CompiledGraph<DigestInputs, DigestOutputs> implements Digest {
    private static final Plan PLAN = plan();
    private static final Slice<DigestOutputs> WHOLE = PLAN.whole(DigestGraph::byName);
    private static final Slice<String> SUMMARY = PLAN.slice(1, output -> Map.of("summary", output), 0, 1);
    private static final Slice<String> SHORT_TITLE = PLAN.slice(2, output -> Map.of("shortTitle", output), 1, 2);

    private final Summarizer summarizer;

    private DigestGraph(Summarizer summarizer, GraphSettings settings) {
        super(PLAN, DigestInputs.SPEC, settings);
        this.summarizer = summarizer;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static DigestGraph create(Summarizer summarizer) {
        return new DigestGraph(Objects.requireNonNull(summarizer, "summarizer"),
                GraphSettings.defaults());
    }

    @Override
    public String summary(String text) {
        State state = new State(this);
        state.text = Objects.requireNonNull(text, "text");
        return runEntry(new PreparedRun<>(PLAN, SUMMARY, state, RunOptions.defaults()));
    }

    @Override
    public String shortTitle(String title) {
        State state = new State(this);
        state.title = Objects.requireNonNull(title, "title");
        return runEntry(new PreparedRun<>(PLAN, SHORT_TITLE, state, RunOptions.defaults()));
    }

    /** Runs the graph with its required inputs. */
    public RunResult<DigestOutputs> run(String text, String title) {
        return run(DigestInputs.of(text, title));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<DigestOutputs> run(Consumer<DigestInputs.Builder> inputs) {
        DigestInputs.Builder builder = DigestInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.textEach(...))}. */
    public MapResult<DigestOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<DigestOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<DigestOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public DigestGraph bind(String input, Object value) {
        return (DigestGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public DigestGraph bind(Consumer<DigestInputs.Builder> inputs) {
        DigestInputs.Builder builder = DigestInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public DigestGraph unbind(String... inputs) {
        return (DigestGraph) super.unbind(inputs);
    }

    @Override
    public DigestGraph with(Runner runner) {
        return (DigestGraph) super.with(runner);
    }

    @Override
    public DigestGraph with(EventProcessor processor) {
        return (DigestGraph) super.with(processor);
    }

    @Override
    protected DigestGraph with(GraphSettings newSettings) {
        return new DigestGraph(summarizer, newSettings);
    }

    @Override
    protected DigestInputs withBound(DigestInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected DigestInputs inputsOf(Map<String, Object> values) {
        return DigestInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<DigestOutputs> prepareUnbound(DigestInputs inputs, RunOptions options) {
        State state = new State(this);
        state.text = inputs.text();
        state.title = inputs.title();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("digest");
        plan.input("text", "String");
        plan.input("title", "String");
        plan.node("summarize", "Summarizer.summarize", "Summarizer.java", 5, "df3f69e35c7e2d3c")
                .takes("text", "String")
                .gives("summary", "String");
        plan.node("summarizeTitle", "Summarizer.summarize", "Summarizer.java", 5,
                "df3f69e35c7e2d3c")
                .takes("title", "String")
                .gives("shortTitle", "String");
        plan.outputs("summary", "shortTitle");
        plan.types(DigestGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1, 2, 3 -> String.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(DigestOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("summary", outputs.summary());
        values.put("shortTitle", outputs.shortTitle());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final DigestInputs.Builder same;
        private final MapInputs<DigestInputs.Builder> varying = new MapInputs<>();

        private Mapping(DigestInputs.Builder same) {
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

        /** Gives {@code title} for each item. */
        public Mapping titleEach(Iterable<? extends String> title) {
            this.varying.vary("title", title, (in, one) -> in.title(one));
            return this;
        }

        /** Gives {@code title} for all items: required. */
        public Mapping title(String title) {
            this.varying.keep("title");
            this.same.title(title);
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

        private static Iterable<DigestInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(DigestInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Summarizer summarizer;

        private String text;
        private String title;
        private String summary;
        private String shortTitle;

        State(DigestGraph graph) {
            this.summarizer = graph.summarizer;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // summarize, Summarizer.java:5
                    summary = given(summarizer.summarize(text), "summary");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // summarizeTitle, Summarizer.java:5
                    shortTitle = given(summarizer.summarize(title), "shortTitle");
                    ended(1);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 2 -> summary = (String) value;
                case 3 -> shortTitle = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> text;
                case 1 -> title;
                case 2 -> summary;
                case 3 -> shortTitle;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return switch (slice) {
                case 1 -> summary;
                case 2 -> shortTitle;
                default -> new DigestOutputs(summary, shortTitle);
            };
        }
    }
}
