package dev.hypergraph4j.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Answers to questions of a run, by the {@linkplain PauseInfo#key() key} of the question. A question that is asked several times, in a cycle, takes
 * one answer after the other. The generated {@code RagAnswers} makes these with the types that the questions have.
 *
 * <p>Immutable and thread-safe, as far as the answers are.
 */
public final class Answers {
    private static final Answers NONE = new Answers(Map.of(), false);

    private final Map<String, List<Object>> byKey;

    /** Whether the questions that were asked before have taken theirs out already. */
    private final boolean leftOver;

    private Answers(Map<String, List<Object>> byKey, boolean leftOver) {
        this.byKey = byKey;
        this.leftOver = leftOver;
    }

    /** No answer. */
    public static Answers none() {
        return NONE;
    }

    /** One answer, for the question {@code key}. */
    public static Answers of(String key, Object answer) {
        return NONE.and(key, answer);
    }

    /** One answer for each key. */
    public static Answers of(Map<String, ?> byKey) {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        byKey.forEach((key, answer) -> all.put(key, List.of(answer)));
        return copyOf(all);
    }

    /** Several answers for each key. */
    static Answers copyOf(Map<String, ? extends Collection<Object>> byKey) {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        byKey.forEach((key, answers) -> {
            if (!answers.isEmpty()) {
                all.put(Objects.requireNonNull(key, "key"), List.copyOf(answers));
            }
        });
        return all.isEmpty() ? NONE : new Answers(Collections.unmodifiableMap(all), false);
    }

    /** These and one more, behind those that the question {@code key} already has. */
    public Answers and(String key, Object answer) {
        return and(copyOf(Map.of(key, List.of(answer))));
    }

    /** The same as what is left for a run that goes on: the questions that it has answers to already don't take any of these. */
    Answers leftOver(boolean isSo) {
        return isSo == leftOver ? this : new Answers(byKey, isSo);
    }

    /** Whether they are what is left for a run that goes on, rather than all that are given to it from its beginning. */
    boolean areLeftOver() {
        return leftOver;
    }

    /** These and {@code more}, each behind those that its question already has. */
    public Answers and(Answers more) {
        if (isEmpty() || more.isEmpty()) {
            return isEmpty() ? more : this;
        }
        Map<String, List<Object>> all = new LinkedHashMap<>(byKey);
        more.byKey.forEach((key, answers) -> {
            List<Object> ofKey = new ArrayList<>(to(key));
            ofKey.addAll(answers);
            all.put(key, ofKey);
        });
        return copyOf(all);
    }

    /** The answers to the questions of the graph that is the node {@code node}, under the keys that they have there. */
    Answers within(String node) {
        String path = node + "/";
        Map<String, List<Object>> inner = new LinkedHashMap<>();
        byKey.forEach((key, answers) -> {
            if (key.startsWith(path)) {
                inner.put(key.substring(path.length()), answers);
            }
        });
        return copyOf(inner).leftOver(leftOver);
    }

    /** The same answers under the keys that they have in a graph whose node {@code node} is the graph that asks: what {@link #within} undoes. */
    Answers under(String node) {
        Map<String, List<Object>> outer = new LinkedHashMap<>();
        byKey.forEach((key, answers) -> outer.put(node + "/" + key, answers));
        return copyOf(outer);
    }

    /** Whether there is no answer. */
    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The questions that have answers. */
    public Set<String> keys() {
        return byKey.keySet();
    }

    /** The answers to the question {@code key}, in the order in which they are taken. */
    public List<Object> to(String key) {
        return byKey.getOrDefault(Objects.requireNonNull(key, "key"), List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && byKey.equals(answers.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    /** {@code {approve=[true]}}. */
    @Override
    public String toString() {
        return byKey.toString();
    }
}
