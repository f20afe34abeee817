package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Map;
import java.util.Set;

/** The methods that a generated graph class has besides the entry methods it implements; those of one name and as many parameters clash. */
final class GeneratedMethods {
    /** By name, how many parameters there are: of {@code CompiledGraph}'s methods, then of generated ones, then of those all objects have. */
    private static final Map<String, Set<Integer>> PARAMETERS = Map.ofEntries(
            Map.entry("bind", Set.of(1, 2)),
            Map.entry("bound", Set.of(0, 1)),
            Map.entry("definition", Set.of(0)),
            Map.entry("describe", Set.of(0)),
            Map.entry("effective", Set.of(1)),
            Map.entry("inputs", Set.of(0)),
            Map.entry("inputsOf", Set.of(1)),
            Map.entry("iter", Set.of(1, 2)),
            Map.entry("map", Set.of(1, 2)),
            Map.entry("mapAsync", Set.of(1, 2)),
            Map.entry("mapIter", Set.of(1, 2)),
            Map.entry("name", Set.of(0)),
            Map.entry("prepareUnbound", Set.of(2)),
            Map.entry("resume", Set.of(2)),
            Map.entry("resumeAsync", Set.of(2)),
            Map.entry("run", Set.of(1, 2)),
            Map.entry("runAsync", Set.of(1, 2)),
            Map.entry("runByName", Set.of(1, 2)),
            Map.entry("runEntry", Set.of(1)),
            Map.entry("settings", Set.of(0)),
            Map.entry("ownRunner", Set.of(0)),
            Map.entry("startEntry", Set.of(1)),
            Map.entry("toDot", Set.of(0)),
            Map.entry("toMermaid", Set.of(0)),
            Map.entry("unbind", Set.of(1)),
            Map.entry("with", Set.of(1)),
            Map.entry("withBound", Set.of(2)),
            Map.entry("builder", Set.of(0)),
            Map.entry("byName", Set.of(1)),
            Map.entry("plan", Set.of(0)),
            Map.entry("clone", Set.of(0)),
            Map.entry("equals", Set.of(1)),
            Map.entry("finalize", Set.of(0)),
            Map.entry("getClass", Set.of(0)),
            Map.entry("hashCode", Set.of(0)),
            Map.entry("notify", Set.of(0)),
            Map.entry("notifyAll", Set.of(0)),
            Map.entry("toString", Set.of(0)),
            Map.entry("wait", Set.of(0, 1, 2)));

    private GeneratedMethods() {}

    /** Whether the class generated for the graph has one of that name with so many parameters. */
    static boolean include(String name, int parameters, Wiring wiring) {
        return PARAMETERS.getOrDefault(name, Set.of()).contains(parameters)
                || (name.equals("run") && parameters == requiredInputs(wiring))
                || (name.equals("create") && parameters == wiring.holders().size());
    }

    private static long requiredInputs(Wiring wiring) {
        return wiring.inputs().values().stream().filter(GraphInput::required).count();
    }
}
