package dev.hypergraph4j.samples.census;

import java.util.List;

/**
 * A class and the classes that it extends.
 *
 * @param line the names, from the class itself to its topmost superclass
 */
record Descent(List<String> line) {

    Descent {
        line = List.copyOf(line);
    }

    String className() {
        return line.get(0);
    }

    /** How many superclasses it has: 0 for {@code java.lang.Object}. */
    int depth() {
        return line.size() - 1;
    }
}
