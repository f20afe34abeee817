package dev.hypergraph4j.jdbc.json;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Deque;

/** A type or a value can't be written so that it could be read back, or what is read is nothing of its type. On its way out it collects where that is. */
final class UnfitException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST_PATH = 12;

    private final String why;
    private final transient Deque<String> path = new ArrayDeque<>();

    UnfitException(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    UnfitException(String why, Throwable cause) {
        super(why, cause, false, false);
        this.why = why;
    }

    /** The same, inside of {@code type}. */
    UnfitException inside(ValueType type) {
        path.addFirst(type.name());
        if (path.size() > LONGEST_PATH) { // In values that are nested deep the ends tell enough.
            path.removeFirst();
            path.removeFirst();
            path.addFirst("...");
        }
        return this;
    }

    String why() {
        return why;
    }

    /** The types on the way to the offender: {@code Order -> List<Line> -> Object}. */
    String path() {
        return String.join(" -> ", path);
    }
}
