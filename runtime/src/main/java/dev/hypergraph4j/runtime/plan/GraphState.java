package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one run of a graph. The generated subclass has a typed field for each and the code that runs the nodes.
 *
 * <p>Not thread-safe by itself: whoever runs nodes on several threads sees to it that a node's end <i>happens before</i> the start of those
 * that take its values.
 */
public abstract class GraphState {
    private static final long[] NOT_BEGUN = {};

    private @Nullable Trace trace;
    private @Nullable Choices choices;
    private @Nullable RunLink run;
    private @Nullable Respondent respondent;
    private long[] ends = NOT_BEGUN;

    /** A state whose run has not begun. */
    protected GraphState() {}

    /**
     * Begins the run: from now on nodes note their times in {@code trace}.
     *
     * @throws IllegalStateException if it has begun before: the values are those of one run
     */
    public final void begin(Trace trace) {
        begin(trace, null);
    }

    /**
     * Begins a run in which nodes choose.
     *
     * @throws IllegalStateException if it has begun before: the values are those of one run
     */
    public final void begin(Trace trace, @Nullable Choices choices) {
        if (this.trace != null) {
            throw new IllegalStateException("This run has begun before. Prepare another one for another run.");
        }
        this.trace = trace;
        this.choices = choices;
        this.ends = trace.ends;
    }

    /** Goes on with a run that paused: from now on nodes note their times in {@code trace}. */
    public final void goOn(Trace trace) {
        this.trace = trace;
        this.ends = trace.ends;
    }

    /** Has the questions of the run's nodes answered by {@code respondent} from now on. */
    public final void respondent(Respondent newRespondent) {
        this.respondent = newRespondent;
    }

    /** Who answers the questions of the run; {@code null} where none may be asked. */
    public final @Nullable Respondent respondent() {
        return respondent;
    }

    /**
     * Runs the nodes numbered {@code from} (inclusive) to {@code to} (exclusive), one after the other, on this thread. The values that they
     * take must be there. If one throws, those before it have ended and those behind it have not begun. An asynchronous node has then only
     * begun: its {@link #stage} completes it.
     *
     * @throws Throwable what the node's method throws
     */
    public abstract void run(int from, int to) throws Throwable;

    /**
     * Takes the value that an asynchronous node's stage completed with, the outputs of the nested graph that the node is, or the question of one that
     * asked before, which is answered now. The node's end is for the runner to note.
     *
     * @throws RuntimeException if the node may not give this value
     */
    public void complete(int node, @Nullable Object value) {
        throw new IllegalArgumentException("node " + node + " is not asynchronous");
    }

    /** The value in {@code slot} (see {@link Plan#slots()}), boxed; {@code null} or zero where it has not been given. */
    public abstract @Nullable Object value(int slot);

    /** What the run gives back, when the nodes of the {@link Slice} with this index have ended. */
    public abstract @Nullable Object result(int slice);

    /**
     * The stage that the asynchronous node {@code node} returned when it was run. It is given out once: the trace outlives the run, and a
     * stage holds one of its values.
     */
    public final CompletionStage<?> stage(int node) {
        CompletionStage<?> stage = stages()[node];
        if (stage == null) {
            throw new IllegalStateException("Node " + node + " has not begun.");
        }
        stages()[node] = null;
        return stage;
    }

    /**
     * Sets the value in {@code slot} (see {@link Plan#slots()}), which a node gives.
     *
     * @throws RuntimeException if it is none of its type
     */
    protected void put(int slot, @Nullable Object value) {
        throw new IllegalArgumentException("no node gives the value " + slot);
    }

    /**
     * Sets the value in {@code slot} (see {@link Plan#slots()}), which a node gave elsewhere.
     *
     * @throws RuntimeException if it is none of its type
     */
    public final void set(int slot, @Nullable Object value) {
        put(slot, value);
    }

    /** What {@code node}, which has ended, gave: a value for each output, or of a gate the names of the nodes that it opens. */
    public final List<@Nullable Object> outputs(Plan plan, int node) {
        return new CachedOutputs(plan, this, choices).of(node);
    }

    /**
     * Ends {@code node} with what it {@linkplain #outputs gave} elsewhere.
     *
     * @throws RuntimeException if it can't have given that
     */
    public final void restore(Plan plan, int node, List<@Nullable Object> outputs) {
        new CachedOutputs(plan, this, choices).restore(node, outputs);
    }

    /** Forgets what {@code node}, which has failed and is tried again, said of the nodes that it opens. */
    public final void forget(int node) {
        if (choices != null) {
            choices.forget(node);
        }
    }

    /** Lets nodes know of the run that they are part of, from now on. */
    public final void link(RunLink newRun) {
        this.run = newRun;
    }

    /** What {@code node}, whose method is about to be called, may know of the run. */
    protected final NodeContext context(int node) {
        return Objects.requireNonNull(run, "The run is not one of contexts.").context(node);
    }

    /** All elements of the stream that {@code node} returned, which is closed then; {@code null} if there is none. */
    protected final <T> @Nullable List<T> streamed(int node, @Nullable Stream<? extends T> stream) {
        if (stream == null) {
            return null;
        }
        try (stream) {
            return iterated(node, stream.iterator());
        }
    }

    /** All elements of the iterator that {@code node} returned; {@code null} if there is none. */
    protected final <T> @Nullable List<T> iterated(int node, @Nullable Iterator<? extends T> iterator) {
        if (iterator == null) {
            return null;
        }
        Elements<T> elements = new Elements<>(node, run);
        while (iterator.hasNext()) {
            elements.add(iterator.next());
        }
        return elements.list();
    }

    /**
     * Takes in the elements of what {@code node} returned, and gives the number of the next node: a concurrent run awaits them as it does the stage of an
     * asynchronous node, any other one waits here.
     */
    protected final <T> int published(int node, Flow.@Nullable Publisher<T> publisher) throws Throwable {
        PublishedElements<T> elements = new PublishedElements<>(new Elements<>(node, run));
        given(publisher, "its publisher").subscribe(elements);
        if (trace != null && trace.stages != null) {
            return began(node, elements.all());
        }
        complete(node, elements.await());
        return ended(node);
    }

    /** Notes that {@code node} ended now, and gives the number of the next one. */
    protected final int ended(int node) {
        ends[node] = System.nanoTime();
        return node + 1;
    }

    /** Notes that the asynchronous {@code node} began and ends with {@code stage}, and gives the number of the next one. */
    protected final int began(int node, @Nullable CompletionStage<?> stage) {
        stages()[node] = given(stage, "its stage");
        return node + 1;
    }

    /**
     * What the nested graph that {@code node} is has to run, now that the node was run. It is given out once.
     */
    public final NestedCall nestedCall(int node) {
        NestedCall call = calls()[node];
        if (call == null) {
            throw new IllegalStateException("Node " + node + " has not begun.");
        }
        calls()[node] = null;
        return call;
    }

    /** Notes what the nested graph that {@code node} is has to run, and gives the number of the next node. */
    protected final int nests(int node, NestedCall call) {
        calls()[node] = call;
        return node + 1;
    }

    private @Nullable NestedCall[] calls() {
        if (trace == null || trace.calls == null) {
            throw new IllegalStateException("The run is not one of nested graphs.");
        }
        return trace.calls;
    }

    /**
     * The answer to the question that {@code node}, which runs, asks. Where there is none, what the {@link Respondent} throws makes the node pause.
     *
     * @param type what the answer has to be an instance of
     */
    @SuppressWarnings("unchecked") // The respondent was told the type.
    protected final <A> A asks(int node, Class<?> type, @Nullable Question<? extends A> question) {
        Respondent asked = Objects.requireNonNull(respondent, "The run is not one of questions.");
        return (A) asked.answer(node, type, given(question, "its question"));
    }

    /** Notes that {@code gate}, which runs, opens the {@code target}th of its targets. */
    protected final void opens(int gate, int target) {
        Objects.requireNonNull(choices, "The run is not one of gates.").open(gate, target);
    }

    /** Notes that {@code node}, which runs, gives another value than before, if it does: {@code equals} decides, of arrays the content. */
    protected final void gives(int node, @Nullable Object before, @Nullable Object value) {
        if (!Objects.deepEquals(value, before)) {
            Objects.requireNonNull(choices, "The run is not one of cycles.").change(node);
        }
    }

    /**
     * What to throw for the text of a gate that is none of its targets.
     *
     * @param targets what it may be
     */
    protected static IllegalArgumentException unknownTarget(String text, String... targets) {
        List<String> known = List.of(targets);
        Message message = Message.of("UnknownTarget", "The gate returned '" + text + "', which is none of its targets.")
                .fact("targets", Lists.enumerated(known));
        Message guessed = Suggestions.closest(text, known)
                .map(closest -> message.didYouMean("'" + closest + "'"))
                .orElse(message);
        return new IllegalArgumentException(guessed.fix("return one of the targets, or add '" + text + "' to them")
                .text());
    }

    private @Nullable CompletionStage<?>[] stages() {
        if (trace == null || trace.stages == null) {
            throw new IllegalStateException("The run is not one of asynchronous nodes.");
        }
        return trace.stages;
    }

    /**
     * The value itself, which a node gives as {@code name}.
     *
     * @throws NullPointerException if it is {@code null}
     */
    protected static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException("The node returned null for '" + name
                    + "'. A node that may have nothing to give returns an Optional, or is annotated @Nullable.");
        }
        return value;
    }
}
