package dev.hypergraph4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a node asks somebody outside; see {@link Interrupt}. Immutable, as far as its evidence is.
 *
 * @param prompt the question, for people
 * @param answerType what the answer has to be an instance of
 * @param options answers to choose from; empty where any will do
 * @param evidence what helps to answer, by name, for the one who is asked
 * @param <A> the type of the answer
 */
public record Question<A>(String prompt, Class<A> answerType, List<A> options, Map<String, Object> evidence) {

    /** Copies the collections. */
    public Question {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(answerType, "answerType");
        options = List.copyOf(options);
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    /** A question that any answer of the type will do for. */
    public static <A> Question<A> ask(String prompt, Class<A> answerType) {
        return new Question<>(prompt, answerType, List.of(), Map.of());
    }

    /** A question to be answered with yes ({@code true}) or no. */
    public static Question<Boolean> confirm(String prompt) {
        return ask(prompt, Boolean.class);
    }

    /**
     * A question to be answered with one of {@code options}.
     *
     * @throws IllegalArgumentException if there are none
     */
    @SuppressWarnings("unchecked") // The class of an A is a Class<A>.
    public static <A> Question<A> choose(String prompt, List<A> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("A question to choose from has at least one option: " + prompt);
        }
        return new Question<>(prompt, (Class<A>) commonClass(options), options, Map.of());
    }

    /** The most special class that all options are instances of; of constants their enum. */
    private static Class<?> commonClass(List<?> options) {
        Object first = options.get(0);
        Class<?> type = first instanceof Enum<?> constant ? constant.getDeclaringClass() : first.getClass();
        while (!options.stream().allMatch(type::isInstance)) {
            type = type.getSuperclass();
        }
        return type;
    }

    /** The same question with one more thing to look at. */
    public Question<A> withEvidence(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(evidence);
        all.put(name, value);
        return new Question<>(prompt, answerType, options, all);
    }
}
