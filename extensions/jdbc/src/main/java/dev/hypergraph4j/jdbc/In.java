package dev.hypergraph4j.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Lists of parameters behind {@code IN}. There are lists of few lengths only, so that few statements are prepared; the last parameter fills
 * up.
 */
final class In {
    /** Of how many values one statement asks; no statement takes any number of parameters. */
    private static final int MOST = 1_024;

    private In() {}

    /** Any number of values, in lists that are short enough for a statement each. */
    static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return parts;
    }

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
