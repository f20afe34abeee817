package dev.hypergraph4j.benchmarks.source;

import java.util.List;

/**
 * One node of a {@link Layout}.
 *
 * @param number its number in the plan, from 1
 * @param takes the names of the values it takes
 */
public record Step(int number, List<String> takes) {

    /** Its name, and that of the value it gives. */
    public String name() {
        return "v" + number;
    }
}
