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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code text} of {@link Text}: 2 nodes.
 *
 * <pre>{@code
 * flowchart TD
 *   i0(["text"])
 *   i1(["separator"])
 *   i2(["from"])
 *   n0["split"]
 *   n1["first"]
 *   i0 --> n0
 *   i1 -.-> n0
 *   n0 -->|"words"| n1
 *   i2 --> n1
 *   o0(["first"])
 *   n1 -.-> o0
 *   o1(["words"])
 *   n0 --> o1
 * }</pre>
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>text</td><td>{@code String}</td><td>required</td></tr>
 * <tr><td>separator</td><td>{@code String}</td><td>optional</td></tr>
 * <tr><td>from</td><td>{@code int}</td><td>optional, by default {@code 0}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>first</td><td>{@code String}</td><td>Text.first</td></tr>
 * <tr><td>words</td><td>{@code List<String>}</td><td>Text.split</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class TextGraph extends CompiledGraph<TextInputs, TextOutputs> implements Text {
    private static final Plan PLAN = plan();
    private static final Slice<TextOutputs> WHOLE = PLAN.whole(TextGraph::byName);
    private static final Slice<String> FIRST = PLAN.slice(1, output -> Map.of("first", output), 0, 2);
    private static final Slice<String> FIRST_LATER = PLAN.slice(2, output -> Map.of("first", output), 0, 2);
    private static final Slice<List<String>> WORDS_LATER = PLAN.slice(3, output -> Map.of("words", output), 0, 1);

    private TextGraph(GraphSettings settings) {
        super(PLAN, TextInputs.SPEC, settings);
    }

    /** Makes the graph. */
    public static TextGraph create() {
        return new TextGraph(GraphSettings.defaults());
    }

    @Override
    public RunResult<TextOutputs> run(String text, Optional<String> separator, int from) {
        return run(new TextInputs(text, separator, from));
    }

    @Override
    public CompletionStage<RunResult<TextOutputs>> start(String text) {
        return runAsync(new TextInputs(text, Optional.empty(), 0));
    }

    @Override
    public Optional<String> first(String text, Optional<Integer> from) {
        State state = new State(this);
        state.text = Objects.requireNonNull(text, "text");
        state.separator = settings().over("separator", null, null);
        state.from = from.orElseGet(() -> settings().over("from", 0, 0));
        return Optional.ofNullable(runEntry(new PreparedRun<>(PLAN, FIRST, state, RunOptions.defaults())));
    }

    @Override
    public CompletableFuture<Optional<String>> firstLater(String text, String separator) {
        State state = new State(this);
        state.text = Objects.requireNonNull(text, "text");
        state.separator = separator != null ? separator : settings().over("separator", null, null);
        state.from = settings().over("from", 0, 0);
        return startEntry(new PreparedRun<>(PLAN, FIRST_LATER, state, RunOptions.defaults()))
                .thenApply(result -> Optional.ofNullable(result.outputs())).toCompletableFuture();
    }

    @Override
    public CompletionStage<List<String>> wordsLater(String text) {
        State state = new State(this);
        state.text = Objects.requireNonNull(text, "text");
        state.separator = settings().over("separator", null, null);
        return startEntry(new PreparedRun<>(PLAN, WORDS_LATER, state, RunOptions.defaults()))
                .thenApply(RunResult::outputs);
    }

    /** Runs the graph with its required inputs. */
    public RunResult<TextOutputs> run(String text) {
        return run(TextInputs.of(text));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<TextOutputs> run(Consumer<TextInputs.Builder> inputs) {
        TextInputs.Builder builder = TextInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.textEach(...))}. */
    public MapResult<TextOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<TextOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<TextOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public TextGraph bind(String input, Object value) {
        return (TextGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public TextGraph bind(Consumer<TextInputs.Builder> inputs) {
        TextInputs.Builder builder = TextInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public TextGraph unbind(String... inputs) {
        return (TextGraph) super.unbind(inputs);
    }

    @Override
    public TextGraph with(Runner runner) {
        return (TextGraph) super.with(runner);
    }

    @Override
    public TextGraph with(EventProcessor processor) {
        return (TextGraph) super.with(processor);
    }

    @Override
    protected TextGraph with(GraphSettings newSettings) {
        return new TextGraph(newSettings);
    }

    @Override
    protected TextInputs withBound(TextInputs inputs, GraphSettings bound) {
        return new TextInputs(inputs.text(),
                Optional.ofNullable(bound.over("separator", inputs.separator().orElse(null), null)),
                bound.over("from", inputs.from(), 0));
    }

    @Override
    protected TextInputs inputsOf(Map<String, Object> values) {
        return TextInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<TextOutputs> prepareUnbound(TextInputs inputs, RunOptions options) {
        State state = new State(this);
        state.text = inputs.text();
        state.separator = inputs.separator().orElse(null);
        state.from = inputs.from();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("text");
        plan.input("text", "String");
        plan.optionalInput("separator", "String", "");
        plan.optionalInput("from", "int", "0");
        plan.node("split", "Text.split", "Text.java", 6, "0569cc15d495bd27")
                .takes("text", "String")
                .mayTake("separator", "String")
                .gives("words", "List<String>");
        plan.node("first", "Text.first", "Text.java", 11, "b645e399986276ac")
                .takes("words", "List<String>")
                .mayTake("from", "int")
                .mayGive("first", "String");
        plan.outputs("first", "words");
        plan.types(TextGraph::type);
        return plan.build();
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1, 4 -> String.class;
            case 2 -> int.class;
            case 3 -> GenericType.of(List.class, String.class);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(TextOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        outputs.first().ifPresent(value -> values.put("first", value));
        values.put("words", outputs.words());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final TextInputs.Builder same;
        private final MapInputs<TextInputs.Builder> varying = new MapInputs<>();

        private Mapping(TextInputs.Builder same) {
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

        /** Gives {@code separator} for each item. */
        public Mapping separatorEach(Iterable<? extends String> separator) {
            this.varying.vary("separator", separator, (in, one) -> in.separator(one));
            return this;
        }

        /** Gives {@code separator} for all items: optional. */
        public Mapping separator(String separator) {
            this.varying.keep("separator");
            this.same.separator(separator);
            return this;
        }

        /** Gives {@code from} for each item. */
        public Mapping fromEach(Iterable<? extends Integer> from) {
            this.varying.vary("from", from, (in, one) -> in.from(one));
            return this;
        }

        /** Gives {@code from} for all items: optional, by default {@code 0}. */
        public Mapping from(int from) {
            this.varying.keep("from");
            this.same.from(from);
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

        private static Iterable<TextInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(TextInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private final TextGraph graph;

        private String text;
        private String separator;
        private int from;
        private List<String> words;
        private String first;

        State(TextGraph graph) {
            this.graph = graph;
        }

        @Override
        public void run(int from_, int to) throws Throwable {
            switch (from_) {
                case 0: // split, Text.java:6
                    words = given(graph.split(text, Optional.ofNullable(separator)), "words");
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // first, Text.java:11
                    first = Text.first(words, from);
                    ended(1);
            }
        }

        @Override
        public void put(int slot, Object value) {
            switch (slot) {
                case 3 -> words = (List<String>) value;
                case 4 -> first = (String) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot) {
                case 0 -> text;
                case 1 -> separator;
                case 2 -> from;
                case 3 -> words;
                case 4 -> first;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return switch (slice) {
                case 1 -> first;
                case 2 -> first;
                case 3 -> words;
                default -> new TextOutputs(Optional.ofNullable(first), words);
            };
        }
    }
}
