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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code search} of {@link Search}: 3 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["user"])
 *   i1(["session"])
 *   i2(["limit"])
 *   i3(["locale"])
 *   n0["hint"]
 *   n1["search"]
 *   n2["page"]
 *   i0 -.-> n0
 *   i1 -.-> n0
 *   i2 --> n1
 *   i3 --> n1
 *   n0 -.->|"hint"| n1
 *   n1 -->|"hits"| n2
 *   n0 -.->|"hint"| n2
 *   o0(["page"])
 *   n2 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>user</td><td>{@code String}</td><td>optional</td></tr>
 * <tr><td>session</td><td>{@code String}</td><td>optional</td></tr>
 * <tr><td>limit</td><td>{@code int}</td><td>optional, by default {@code 10}</td></tr>
 * <tr><td>locale</td><td>{@code Locale}</td><td>optional, by default {@code Search.locale()}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>page</td><td>{@code String}</td><td>Search.page</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class SearchGraph extends CompiledGraph<SearchInputs, SearchOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<SearchOutputs> WHOLE = PLAN.whole(SearchGraph::byName);

    private final Search search;

    private SearchGraph(Search search, GraphSettings settings) {
        super(PLAN, SearchInputs.SPEC, settings);
        this.search = search;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static SearchGraph create(Search search) {
        return new SearchGraph(Objects.requireNonNull(search, "search"), GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<SearchOutputs> run() {
        return run(in -> {});
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<SearchOutputs> run(Consumer<SearchInputs.Builder> inputs) {
        SearchInputs.Builder builder = SearchInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.userEach(...))}. */
    public MapResult<SearchOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<SearchOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<SearchOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public SearchGraph bind(String input, Object value) {
        return (SearchGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public SearchGraph bind(Consumer<SearchInputs.Builder> inputs) {
        SearchInputs.Builder builder = SearchInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public SearchGraph unbind(String... inputs) {
        return (SearchGraph) super.unbind(inputs);
    }

    @Override
    public SearchGraph with(Runner runner) {
        return (SearchGraph) super.with(runner);
    }

    @Override
    public SearchGraph with(EventProcessor processor) {
        return (SearchGraph) super.with(processor);
    }

    @Override
    protected SearchGraph with(GraphSettings newSettings) {
        return new SearchGraph(search, newSettings);
    }

    @Override
    protected SearchInputs withBound(SearchInputs inputs, GraphSettings bound) {
        return new SearchInputs(Optional.ofNullable(bound.over("user", inputs.user().orElse(null), null)),
                Optional.ofNullable(bound.over("session", inputs.session().orElse(null), null)),
                bound.over("limit", inputs.limit(), 10),
                bound.over("locale", inputs.locale(), Search.locale()));
    }

    @Override
    protected SearchInputs inputsOf(Map<String, Object> values) {
        return SearchInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<SearchOutputs> prepareUnbound(SearchInputs inputs, RunOptions options) {
        State state = new State(this);
        state.user = inputs.user().orElse(null);
        state.session = inputs.session().orElse(null);
        state.limit = inputs.limit();
        state.locale = inputs.locale();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("search");
        plan.optionalInput("user", "String", "");
        plan.optionalInput("session", "String", "");
        plan.optionalInput("limit", "int", "10");
        plan.optionalInput("locale", "Locale", "Search.locale()");
        plan.node("hint", "Search.hint", "Search.java", 11, "5a78e085c75b46a3")
                .mayTake("user", "String")
                .mayTake("session", "String")
                .mayGive("hint", "Integer");
        plan.node("search", "Search.search", "Search.java", 16, "8c2c056355b160f7")
                .mayTake("limit", "int")
                .mayTake("locale", "Locale")
                .mayTake("hint", "Integer")
                .gives("hits", "List<String>");
        plan.node("page", "Search.page", "Search.java", 21, "bf203e9aecbe7da9")
                .takes("hits", "List<String>")
                .mayTake("hint", "int")
                .gives("page", "String");
        plan.outputs("page");
        plan.types(SearchGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1, 6 -> String.class;
            case 2 -> int.class;
            case 3 -> Locale.class;
            case 4 -> Integer.class;
            case 5 -> GenericType.of(List.class, String.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(SearchOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("page", outputs.page());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final SearchInputs.Builder same;
        private final MapInputs<SearchInputs.Builder> varying = new MapInputs<>();

        private Mapping(SearchInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code user} for each item. */
        public Mapping userEach(Iterable<? extends String> user) {
            this.varying.vary("user", user, (in, one) -> in.user(one));
            return this;
        }

        /** Gives {@code user} for all items: optional. */
        public Mapping user(String user) {
            this.varying.keep("user");
            this.same.user(user);
            return this;
        }

        /** Gives {@code session} for each item. */
        public Mapping sessionEach(Iterable<? extends String> session) {
            this.varying.vary("session", session, (in, one) -> in.session(one));
            return this;
        }

        /** Gives {@code session} for all items: optional. */
        public Mapping session(String session) {
            this.varying.keep("session");
            this.same.session(session);
            return this;
        }

        /** Gives {@code limit} for each item. */
        public Mapping limitEach(Iterable<? extends Integer> limit) {
            this.varying.vary("limit", limit, (in, one) -> in.limit(one));
            return this;
        }

        /** Gives {@code limit} for all items: optional, by default {@code 10}. */
        public Mapping limit(int limit) {
            this.varying.keep("limit");
            this.same.limit(limit);
            return this;
        }

        /** Gives {@code locale} for each item. */
        public Mapping localeEach(Iterable<? extends Locale> locale) {
            this.varying.vary("locale", locale, (in, one) -> in.locale(one));
            return this;
        }

        /** Gives {@code locale} for all items: optional, by default {@code Search.locale()}. */
        public Mapping locale(Locale locale) {
            this.varying.keep("locale");
            this.same.locale(locale);
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

        private static Iterable<SearchInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(SearchInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Search search;

        private String user;
        private String session;
        private int limit;
        private Locale locale;
        private Integer hint;
        private List<String> hits;
        private String page;

        State(SearchGraph graph) {
            this.search = graph.search;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // hint, Search.java:11
                    hint = search.hint(Optional.ofNullable(user), session);
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // search, Search.java:16
                    hits = given(search.search(limit, locale, hint), "hits");
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // page, Search.java:21
                    page = given(search.page(hits, hint != null ? hint : 1), "page");
                    ended(2);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 4 -> hint = (Integer) value;
                case 5 -> hits = (List<String>) value;
                case 6 -> page = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> user;
                case 1 -> session;
                case 2 -> limit;
                case 3 -> locale;
                case 4 -> hint;
                case 5 -> hits;
                case 6 -> page;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new SearchOutputs(page);
        }
    }
}
