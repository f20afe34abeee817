package dev.hypergraph4j.processor.check;

import java.util.Map;
import java.util.Set;

/** The methods that a generated graph class has besides the entry methods it implements. */
final class GeneratedMethods {
    /** By name, how many parameters they take: of {@code CompiledGraph}, and of {@code Object}. */
    private static final Map<String, Set<Integer>> PARAMETERS = Map.ofEntries(
            Map.entry("bind", Set.of(2)),
            Map.entry("bound", Set.of(0)),
            Map.entry("clone", Set.of(0)),
            Map.entry("definition", Set.of(0)),
            Map.entry("describe", Set.of(0)),
            Map.entry("equals", Set.of(1)),
            Map.entry("finalize", Set.of(0)),
            Map.entry("getClass", Set.of(0)),
            Map.entry("hashCode", Set.of(0)),
            Map.entry("inputs", Set.of(0)),
            Map.entry("name", Set.of(0)),
            Map.entry("notify", Set.of(0)),
            Map.entry("notifyAll", Set.of(0)),
            Map.entry("run", Set.of(1, 2)),
            Map.entry("runAsync", Set.of(1, 2)),
            Map.entry("runByName", Set.of(1, 2)),
            Map.entry("toDot", Set.of(0)),
            Map.entry("toMermaid", Set.of(0)),
            Map.entry("toString", Set.of(0)),
            Map.entry("unbind", Set.of(1)),
            Map.entry("wait", Set.of(0, 1, 2)),
            Map.entry("with", Set.of(1)));

    private GeneratedMethods() {}

    /** Whether there is one that {@code name} with so many parameters could clash with. */
    static boolean include(String name, int parameters) {
        return PARAMETERS.getOrDefault(name, Set.of()).contains(parameters);
    }
}
