package app;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.metadata.HypergraphGenerated;
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

/**
 * The graph {@code book} of {@link Book}: 5 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["name"])
 *   i1(["asideInputs"])
 *   i2(["texts"])
 *   i3(["most"])
 *   n0["headline"]
 *   n1["title"]
 *   n2["aside"]
 *   n3["pages"]
 *   n4["total"]
 *   i0 --> n0
 *   n0 -->|"headline"| n1
 *   i1 --> n2
 *   i2 --> n3
 *   i3 --> n3
 *   n1 -->|"titleWords"| n4
 *   n2 -->|"aside"| n4
 *   n3 -->|"wordsOfPages"| n4
 *   o0(["total"])
 *   n4 --> o0
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>name</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>asideInputs</td><td>{@code ReadingInputs}</td><td>required</td></tr>
 * <tr><td>texts</td><td>{@code Iterable<String>}</td><td>required</td></tr>
 * <tr><td>most</td><td>{@code int}</td><td>optional, by default {@code 10}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>total</td><td>{@code int}</td><td>Book.total</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class BookGraph extends CompiledGraph<BookInputs, BookOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<BookOutputs> WHOLE = PLAN.whole(BookGraph::byName);

    private final Book book;
    private final ReadingGraph title;
    private final ReadingGraph aside;
    private final ReadingGraph pages;

    private BookGraph(Book book, ReadingGraph title, ReadingGraph aside, ReadingGraph pages,
            GraphSettings settings) {
        super(PLAN, BookInputs.SPEC, settings, title, aside, pages);
        this.book = book;
        this.title = title;
        this.aside = aside;
        this.pages = pages;
    }

    /** Makes the graph of the objects that its nodes are methods of. */
    public static BookGraph create(Book book, ReadingGraph title, ReadingGraph aside,
            ReadingGraph pages) {
        return new BookGraph(Objects.requireNonNull(book, "book"),
                Objects.requireNonNull(title, "title"), Objects.requireNonNull(aside, "aside"),
                Objects.requireNonNull(pages, "pages"), GraphSettings.defaults());
    }

    /** Collects the objects by their names, for {@link #create}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Runs the graph with its required inputs. */
    public RunResult<BookOutputs> run(String name, ReadingInputs asideInputs,
            Iterable<String> texts) {
        return run(BookInputs.of(name, asideInputs, texts));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<BookOutputs> run(Consumer<BookInputs.Builder> inputs) {
        BookInputs.Builder builder = BookInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.nameEach(...))}. */
    public MapResult<BookOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<BookOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<BookOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public BookGraph bind(String input, Object value) {
        return (BookGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public BookGraph bind(Consumer<BookInputs.Builder> inputs) {
        BookInputs.Builder builder = BookInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public BookGraph unbind(String... inputs) {
        return (BookGraph) super.unbind(inputs);
    }

    @Override
    public BookGraph with(Runner runner) {
        return (BookGraph) super.with(runner);
    }

    @Override
    public BookGraph with(EventProcessor processor) {
        return (BookGraph) super.with(processor);
    }

    @Override
    protected BookGraph with(GraphSettings newSettings) {
        return new BookGraph(book, title, aside, pages, newSettings);
    }

    @Override
    protected BookInputs withBound(BookInputs inputs, GraphSettings bound) {
        return new BookInputs(inputs.name(), inputs.asideInputs(), inputs.texts(),
                bound.over("most", inputs.most(), 10));
    }

    @Override
    protected BookInputs inputsOf(Map<String, Object> values) {
        return BookInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<BookOutputs> prepareUnbound(BookInputs inputs, RunOptions options) {
        State state = new State(this);
        state.name = inputs.name();
        state.asideInputs = inputs.asideInputs();
        state.texts = inputs.texts();
        state.most = inputs.most();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("book");
        plan.input("name", "String");
        plan.input("asideInputs", "ReadingInputs");
        plan.input("texts", "Iterable<String>");
        plan.optionalInput("most", "int", "10");
        plan.node("headline", "Book.headline", "Book.java", 11, "52033563d3e51753")
                .takes("name", "String")
                .gives("headline", "String");
        plan.node("title", "Reading", "", 0, "")
                .nested()
                .takes("headline", "String")
                .gives("titleWords", "List<String>");
        plan.node("aside", "Reading", "", 0, "")
                .nested()
                .takes("asideInputs", "ReadingInputs")
                .gives("aside", "ReadingOutputs");
        plan.node("pages", "Reading", "", 0, "")
                .nested()
                .takes("texts", "Iterable<String>")
                .mayTake("most", "int")
                .gives("wordsOfPages", "List<Optional<List<String>>>");
        plan.node("total", "Book.total", "Book.java", 16, "ec8c3d8d5d52c3b0")
                .takes("titleWords", "List<String>")
                .takes("aside", "ReadingOutputs")
                .takes("wordsOfPages", "List<Optional<List<String>>>")
                .gives("total", "int");
        plan.outputs("total");
        plan.types(BookGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 4 -> String.class;
            case 1 -> ReadingInputs.class;
            case 2 -> GenericType.of(Iterable.class, String.class);
            case 3, 8 -> int.class;
            case 5 -> GenericType.of(List.class, String.class);
            case 6 -> ReadingOutputs.class;
            case 7 -> GenericType.of(List.class, GenericType.of(Optional.class,
                    GenericType.of(List.class, String.class)));
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(BookOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("total", outputs.total());
        return values;
    }

    /** Collects the objects that the graph's nodes are methods of; all are needed. Not thread-safe. */
    public static final class Builder {
        private Book book;
        private ReadingGraph title;
        private ReadingGraph aside;
        private ReadingGraph pages;

        private Builder() {}

        /** The object with the nodes of {@link Book}. */
        public Builder book(Book book) {
            this.book = book;
            return this;
        }

        /** The object with the nodes of {@link ReadingGraph}. */
        public Builder title(ReadingGraph title) {
            this.title = title;
            return this;
        }

        /** The object with the nodes of {@link ReadingGraph}. */
        public Builder aside(ReadingGraph aside) {
            this.aside = aside;
            return this;
        }

        /** The object with the nodes of {@link ReadingGraph}. */
        public Builder pages(ReadingGraph pages) {
            this.pages = pages;
            return this;
        }

        /**
         * Makes the graph.
         *
         * @throws NullPointerException if an object is missing
         */
        public BookGraph build() {
            return create(book, title, aside, pages);
        }
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final BookInputs.Builder same;
        private final MapInputs<BookInputs.Builder> varying = new MapInputs<>();

        private Mapping(BookInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code name} for each item. */
        public Mapping nameEach(Iterable<? extends String> name) {
            this.varying.vary("name", name, (in, one) -> in.name(one));
            return this;
        }

        /** Gives {@code name} for all items: required. */
        public Mapping name(String name) {
            this.varying.keep("name");
            this.same.name(name);
            return this;
        }

        /** Gives {@code asideInputs} for each item. */
        public Mapping asideInputsEach(Iterable<? extends ReadingInputs> asideInputs) {
            this.varying.vary("asideInputs", asideInputs, (in, one) -> in.asideInputs(one));
            return this;
        }

        /** Gives {@code asideInputs} for all items: required. */
        public Mapping asideInputs(ReadingInputs asideInputs) {
            this.varying.keep("asideInputs");
            this.same.asideInputs(asideInputs);
            return this;
        }

        /** Gives {@code texts} for each item. */
        public Mapping textsEach(Iterable<? extends Iterable<String>> texts) {
            this.varying.vary("texts", texts, (in, one) -> in.texts(one));
            return this;
        }

        /** Gives {@code texts} for all items: required. */
        public Mapping texts(Iterable<String> texts) {
            this.varying.keep("texts");
            this.same.texts(texts);
            return this;
        }

        /** Gives {@code most} for each item. */
        public Mapping mostEach(Iterable<? extends Integer> most) {
            this.varying.vary("most", most, (in, one) -> in.most(one));
            return this;
        }

        /** Gives {@code most} for all items: optional, by default {@code 10}. */
        public Mapping most(int most) {
            this.varying.keep("most");
            this.same.most(most);
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

        private static Iterable<BookInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(BookInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final Book book;
        private final ReadingGraph title;
        private final ReadingGraph aside_;
        private final ReadingGraph pages;

        private String name;
        private ReadingInputs asideInputs;
        private Iterable<String> texts;
        private int most;
        private String headline;
        private List<String> titleWords;
        private ReadingOutputs aside;
        private List<Optional<List<String>>> wordsOfPages;
        private int total;

        State(BookGraph graph) {
            this.book = graph.book;
            this.title = graph.title;
            this.aside_ = graph.aside;
            this.pages = graph.pages;
        }

        @Override
        public void run(int from, int to) throws Throwable {
            switch (from) {
                case 0: // headline, Book.java:11
                    headline = given(book.headline(name), "headline");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // title
                    if (nests(1, Nested.run(title, new ReadingInputs(headline, 3))) == to) {
                        return;
                    }
                case 2: // aside
                    if (nests(2, Nested.run(aside_, asideInputs)) == to) {
                        return;
                    }
                case 3: // pages
                    if (nests(3, Nested.map(pages, MapMode.ZIP, ErrorHandling.CONTINUE,
                            item -> new ReadingInputs((String) item[0], most),
                            Nested.axis("text", texts))) == to) {
                        return;
                    }
                case 4: // total, Book.java:16
                    total = book.total(titleWords, aside, wordsOfPages);
                    ended(4);
            }
        }

        @Override
        public void complete(int node, Object value) {
            switch (node) {
                case 1 -> { // title
                    ReadingOutputs title_ = given((ReadingOutputs) value, "its outputs");
                    titleWords = given(title_.words(), "titleWords");
                }
                case 2 -> { // aside
                    aside = given((ReadingOutputs) value, "aside");
                }
                case 3 -> { // pages
                    MapResult<ReadingOutputs> pages_ = given((MapResult<ReadingOutputs>) value, "its outputs");
                    wordsOfPages = given(Nested.places(pages_, each -> each.words()), "wordsOfPages");
                }
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 4 -> headline = (String) value;
                case 5 -> titleWords = (List<String>) value;
                case 6 -> aside = (ReadingOutputs) value;
                case 7 -> wordsOfPages = (List<Optional<List<String>>>) value;
                case 8 -> total = (int) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> name;
                case 1 -> asideInputs;
                case 2 -> texts;
                case 3 -> most;
                case 4 -> headline;
                case 5 -> titleWords;
                case 6 -> aside;
                case 7 -> wordsOfPages;
                case 8 -> total;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new BookOutputs(total);
        }
    }
}
