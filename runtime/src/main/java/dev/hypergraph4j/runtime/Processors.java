package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists of processors, in the order in which they were set and each once. */
final class Processors {
    private Processors() {}

    /** Those of {@code first}, then those of {@code second}. */
    static List<EventProcessor> joined(List<EventProcessor> first, List<EventProcessor> second) {
        Set<EventProcessor> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
