package dev.hypergraph4j.jdbc;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Lists of parameters behind {@code IN}. There are lists of few lengths only, so that few statements are prepared; the last parameter fills
 * up.
 */
final class In {
    private In() {}

    /** {@code (?, ?, ?, ?)}, for so many values at least. */
    static String places(int values) {
        return "(" + String.join(", ", Collections.nCopies(length(values), "?")) + ")";
    }

    /** Adds the values, which must not be none, to the parameters of a statement with {@link #places}. */
    static void add(Collection<?> values, List<Object> parameters) {
        parameters.addAll(values);
        Object last = parameters.get(parameters.size() - 1);
        parameters.addAll(Collections.nCopies(length(values.size()) - values.size(), last));
    }

    private static int length(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) * 2;
    }
}
