package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.NestedCall;

/** What nodes that are nested graphs have to run, for generated code. */
public final class Nested {
    private Nested() {}

    /** One run of {@code graph}. */
    public static <I, O> NestedCall run(CompiledGraph<I, O> graph, I inputs) {
        return new NestedRun<>(graph, inputs);
    }
}
