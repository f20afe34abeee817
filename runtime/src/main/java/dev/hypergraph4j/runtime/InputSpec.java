package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a graph takes: its inputs by name, in order, with what is known of each. It also checks values that come by name, from a tool or a
 * configuration, against that.
 *
 * <p>Immutable and thread-safe.
 */
public final class InputSpec {
    /** How many characters of a value a message shows. */
    private static final int MOST_SHOWN = 100;

    private final String graph;
    private final Map<String, Input> inputs;
    private final Set<String> bound;

    /**
     * An input.
     *
     * @param name its name
     * @param type its type without type arguments; of a primitive input the primitive type
     * @param typeName its type with type arguments and simple names: {@code List<Doc>}
     * @param required whether a run can't do without it
     * @param defaultValue the default as it stands in the source; empty where there is none
     * @param seed whether it is the first value of a cycle, which gives it later on
     */
    public record Input(
            String name, Class<?> type, String typeName, boolean required, String defaultValue, boolean seed) {

        /** The same input as one that starts a cycle; called by generated code. */
        public Input asSeed() {
            return new Input(name, type, typeName, required, defaultValue, true);
        }
    }

    private InputSpec(String graph, Map<String, Input> inputs, Set<String> bound) {
        this.graph = graph;
        this.inputs = inputs;
        this.bound = bound;
    }

    /** The spec of {@code graph} with {@code inputs} in their order; called by generated code. */
    public static InputSpec of(String graph, Input... inputs) {
        Map<String, Input> byName = new LinkedHashMap<>();
        for (Input input : inputs) {
            byName.put(input.name(), input);
        }
        return new InputSpec(graph, byName, Set.of());
    }

    /** An input that a run can't do without; called by generated code. */
    public static Input required(String name, Class<?> type, String typeName) {
        return new Input(name, type, typeName, true, "", false);
    }

    /** An input that a run can do without; called by generated code. */
    public static Input optional(String name, Class<?> type, String typeName, String defaultValue) {
        return new Input(name, type, typeName, false, defaultValue, false);
    }

    /** The same with these inputs bound. */
    InputSpec withBound(Set<String> names) {
        return new InputSpec(graph, inputs, Set.copyOf(names));
    }

    /** All inputs, in order. */
    public List<Input> inputs() {
        return List.copyOf(inputs.values());
    }

    /** The names of all inputs, in order. */
    public List<String> names() {
        return List.copyOf(inputs.keySet());
    }

    /** The inputs that a run can't do without and that are not bound. */
    public List<String> required() {
        return inputs.values().stream()
                .filter(Input::required)
                .map(Input::name)
                .filter(name -> !bound.contains(name))
                .toList();
    }

    /** The inputs that a run can do without, since they have a default or may be absent. */
    public List<String> optional() {
        return inputs.values().stream()
                .filter(input -> !input.required())
                .map(Input::name)
                .toList();
    }

    /** The inputs that start a cycle, which gives their later values, and those that are read before nodes add to them. */
    public List<String> seeds() {
        return inputs.values().stream().filter(Input::seed).map(Input::name).toList();
    }

    /** The inputs that {@code bind} gave a value. */
    public List<String> bound() {
        return inputs.keySet().stream().filter(bound::contains).toList();
    }

    /**
     * The input called {@code name}.
     *
     * @throws GraphConfigException if there is none
     */
    public Input input(String name) {
        Input input = inputs.get(name);
        if (input == null) {
            throw unknown(name);
        }
        return input;
    }

    /** {@code rag(String question, int topK = 5)}. */
    @Override
    public String toString() {
        return inputs.values().stream()
                .map(input -> input.typeName() + " " + input.name()
                        + (bound.contains(input.name()) ? " (bound)" : "")
                        + (input.defaultValue().isEmpty() ? "" : " = " + input.defaultValue()))
                .collect(Collectors.joining(", ", graph + "(", ")"));
    }

    /**
     * The values as the inputs' types want them: numbers are widened as Java does.
     *
     * @throws GraphConfigException if a name is unknown, or a value is not of its input's type
     */
    Map<String, Object> checked(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> checked = new LinkedHashMap<>();
        values.forEach((name, value) -> checked.put(name, checked(input(name), value)));
        return checked;
    }

    /** The exception that says which of the inputs that a run can't do without are not among {@code given}; called by generated code. */
    public MissingInputException missing(Collection<String> given) {
        List<String> missing = new ArrayList<>();
        for (Input input : inputs.values()) {
            if (input.required() && !given.contains(input.name())) {
                missing.add(input.name());
            }
        }
        return new MissingInputException(graph, missing);
    }

    private Object checked(Input input, @Nullable Object value) {
        Object fitting = value == null ? null : Widening.to(input.type(), value);
        if (fitting == null) {
            throw new GraphConfigException(Message.of(
                            "TypeMismatch",
                            "Input '" + input.name() + "' of '" + graph + "' takes " + input.typeName() + ", not "
                                    + described(value) + ".")
                    .fact("input", input.typeName() + " " + input.name())
                    .fact("given", shown(value))
                    .fix("give a value of type " + input.typeName()));
        }
        return fitting;
    }

    private static String described(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        return type.isAnonymousClass() ? type.getName() : type.getSimpleName();
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }

    private GraphConfigException unknown(String name) {
        String sentence = "'" + graph + "' has no input '" + name + "'.";
        Message message = Message.of("UnknownInput", sentence).fact("inputs", Lists.enumerated(names()));
        if (name.indexOf('.') >= 0) {
            return new GraphConfigException(message.fix("leave it out: names with a dot are those of nested graphs"));
        }
        return new GraphConfigException(Suggestions.closest(name, inputs.keySet())
                .map(meant -> message.didYouMean(
                                "'" + meant + "' (" + input(meant).typeName() + ")")
                        .fix("rename it to '" + meant + "'"))
                .orElse(message)
                .fix("leave it out"));
    }
}
