package dev.hypergraph4j.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Collects answers to the questions of one graph: the superclass of {@code RagAnswers} for a graph {@code Rag}, which adds a method for each of them and for
 * each nested graph that asks. Not thread-safe.
 */
public abstract class TypedAnswers {
    private final Map<String, List<Object>> byKey = new LinkedHashMap<>();

    /** Nothing answered. */
    protected TypedAnswers() {}

    /** Adds an answer for the question {@code key}; called by generated code. */
    protected final void add(String key, Object answer) {
        byKey.computeIfAbsent(key, first -> new ArrayList<>(1)).add(Objects.requireNonNull(answer, key));
    }

    /** Adds the answers to the questions of the graph that is the node {@code node}; called by generated code. */
    protected final void addNested(String node, TypedAnswers nested) {
        Answers answers = Objects.requireNonNull(nested, node).build().under(node);
        answers.keys().forEach(key -> answers.to(key).forEach(answer -> add(key, answer)));
    }

    /** The answers that were given until now. */
    public final Answers build() {
        return Answers.copyOf(byKey);
    }
}
