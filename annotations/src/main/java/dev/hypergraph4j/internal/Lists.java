package dev.hypergraph4j.internal;

import java.util.Collection;
import java.util.stream.Collectors;

/** How messages spell lists: in the order given, cut at ten. */
public final class Lists {
    /** How many elements a message shows at the most. */
    public static final int MOST = 10;

    private Lists() {}

    /** {@code 'a', 'b' and 'c'}; of more than ten the first ten and {@code 3 more}. */
    public static String quoted(Collection<String> names) {
        return enumerated(names.stream().map(name -> "'" + name + "'").toList());
    }

    /** {@code a, b and c}; of more than ten the first ten and {@code 3 more}. */
    public static String enumerated(Collection<String> names) {
        if (names.size() <= 1) {
            return String.join("", names);
        }
        boolean cut = names.size() > MOST;
        long head = cut ? MOST : names.size() - 1L;
        String last = cut
                ? names.size() - MOST + " more"
                : names.stream().skip(head).findFirst().orElseThrow();
        return names.stream().limit(head).collect(Collectors.joining(", ")) + " and " + last;
    }
}
