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
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import dev.hypergraph4j.runtime.plan.Slice;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code crawl} of {@link Crawl}: 4 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["address"])
 *   n0["fetch"]
 *   n1["measure"]
 *   n2["split"]
 *   n3["watch"]
 *   i0 --> n0
 *   n0 -->|"page"| n1
 *   n0 -->|"page"| n2
 *   n1 -->|"size"| n3
 *   o0(["lines"])
 *   n2 --> o0
 *   o1(["news"])
 *   n3 --> o1
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>address</td><td>{@code String}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>lines</td><td>{@code List<String>}</td><td>Crawl.split</td></tr>
 * <tr><td>news</td><td>{@code List<Integer>}</td><td>Crawl.watch</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class CrawlGraph extends CompiledGraph<CrawlInputs, CrawlOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<CrawlOutputs> WHOLE = PLAN.whole(CrawlGraph::byName);

    private final Crawl crawl;

    private CrawlGraph(Crawl crawl, GraphSettings settings) {
        super(PLAN, CrawlInputs.SPEC, settings);
        this.crawl = crawl;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static CrawlGraph create(Crawl crawl) {
        return new CrawlGraph(Objects.requireNonNull(crawl, "crawl"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<CrawlOutputs> run(String address) {
        return run(CrawlInputs.of(address));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<CrawlOutputs> run(Consumer<CrawlInputs.Builder> inputs) {
        CrawlInputs.Builder builder = CrawlInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.addressEach(...))}. */
    public MapResult<CrawlOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<CrawlOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<CrawlOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public CrawlGraph bind(String input, Object value) {
        return (CrawlGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public CrawlGraph bind(Consumer<CrawlInputs.Builder> inputs) {
        CrawlInputs.Builder builder = CrawlInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public CrawlGraph unbind(String... inputs) {
        return (CrawlGraph) super.unbind(inputs);
    }

    @Override
    public CrawlGraph with(Runner runner) {
        return (CrawlGraph) super.with(runner);
    }

    @Override
    public CrawlGraph with(EventProcessor processor) {
        return (CrawlGraph) super.with(processor);
    }

    @Override
    protected CrawlGraph with(GraphSettings newSettings) {
        return new CrawlGraph(crawl, newSettings);
    }

    @Override
    protected CrawlInputs withBound(CrawlInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected CrawlInputs inputsOf(Map<String, Object> values) {
        return CrawlInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<CrawlOutputs> prepareUnbound(CrawlInputs inputs, RunOptions options) {
        State state = new State(this);
        state.address = inputs.address();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("crawl");
        plan.input("address", "String");
        plan.node("fetch", "Crawl.fetch", "Crawl.java", 6, "249b1f617bb42a5e")
                .takes("address", "String")
                .gives("page", "String")
                .retries(new RetryPolicy(3, List.of(IOException.class), 1000000000L, 2.0,
                        60000000000L, 1.0, RetryPolicy.ANY_TIME))
                .timeout(10000000000L)
                .takesContext();
        plan.node("measure", "Crawl.measure", "Crawl.java", 11, "c8604013c5d77e05")
                .takes("page", "String")
                .gives("size", "int")
                .cached();
        plan.node("split", "Crawl.split", "Crawl.java", 16, "05cfb68ae311826d")
                .takes("page", "String")
                .gives("lines", "List<String>");
        plan.node("watch", "Crawl.watch", "Crawl.java", 21, "19b2eeb92a43b3c9")
                .takes("size", "int")
                .gives("news", "List<Integer>")
                .publishing();
        plan.outputs("lines", "news");
        plan.types(CrawlGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1 -> String.class;
            case 2 -> int.class;
            case 3 -> GenericType.of(List.class, String.class);
            case 4 -> GenericType.of(List.class, Integer.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(CrawlOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lines", outputs.lines());
        values.put("news", outputs.news());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final CrawlInputs.Builder same;
        private final MapInputs<CrawlInputs.Builder> varying = new MapInputs<>();

        private Mapping(CrawlInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code address} for each item. */
        public Mapping addressEach(Iterable<? extends String> address) {
            this.varying.vary("address", address, (in, one) -> in.address(one));
            return this;
        }

        /** Gives {@code address} for all items: required. */
        public Mapping address(String address) {
            this.varying.keep("address");
            this.same.address(address);
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

        private static Iterable<CrawlInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(CrawlInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Crawl crawl;

        private String address;
        private String page;
        private int size;
        private List<String> lines;
        private List<Integer> news;

        State(CrawlGraph graph) {
            this.crawl = graph.crawl;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // fetch, Crawl.java:6
                    page = given(crawl.fetch(address, context(0)), "page");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // measure, Crawl.java:11
                    size = crawl.measure(page);
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // split, Crawl.java:16
                    lines = given(streamed(2, crawl.split(page)), "lines");
                    if (ended(2) == to) {
                        return;
                    }
                case 3: // watch, Crawl.java:21
                    published(3, crawl.watch(size));
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 3 -> { // watch, Crawl.java:21
                    news = given((List<Integer>) value, "news");
                }
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 1 -> page = (String) value;
                case 2 -> size = (int) value;
                case 3 -> lines = (List<String>) value;
                case 4 -> news = (List<Integer>) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> address;
                case 1 -> page;
                case 2 -> size;
                case 3 -> lines;
                case 4 -> news;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new CrawlOutputs(lines, news);
        }
    }
}
