package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.plan.Plan;

/**
 * What the graphs of workflows are called in a store. Workers look for whole graphs, by their names. Nobody but who called it can go on with a map, whose items
 * are not recorded, or with an entry method, which runs a part of its graph: these have names that no worker looks for.
 */
final class RecordedGraphs {
    private static final String MAP = "[]";
    private static final String ENTRY = "()";

    private RecordedGraphs() {}

    static GraphVersion of(Plan plan) {
        return named(plan.name(), plan);
    }

    static GraphVersion ofMap(Plan plan) {
        return named(plan.name() + MAP, plan);
    }

    /** That of a run of the whole graph, or of an entry method. */
    static GraphVersion of(PreparedRun<?> run) {
        return run.slice().isWhole() ? of(run.plan()) : named(run.plan().name() + ENTRY, run.plan());
    }

    private static GraphVersion named(String name, Plan plan) {
        return new GraphVersion(name, plan.definition().version(), plan.structuralHash());
    }

    /** Whether it is that of a call of an entry method. */
    static boolean isEntry(String name) {
        return name.endsWith(ENTRY);
    }

    /** Whether a workflow of a graph that is called so runs all of it, with inputs that are recorded. */
    static boolean isWhole(String name) {
        return !name.endsWith(MAP) && !isEntry(name);
    }

    /** The name of the graph itself. */
    static String graph(String name) {
        return isWhole(name) ? name : name.substring(0, name.length() - MAP.length());
    }
}
