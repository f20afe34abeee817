package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Where a node is that is known by its path.
 *
 * @param plan the plan that it is part of: the outermost, or that of a nested graph
 * @param node its number there
 */
record NodePath(Plan plan, int node) {

    /** The node with the path {@code rag/retrieve} in {@code outermost}; {@code null} if there is none. */
    static @Nullable NodePath find(Plan outermost, String path) {
        Plan plan = outermost;
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            int node = indexOf(plan, names[i]);
            if (node < 0) {
                return null;
            }
            if (i == names.length - 1) {
                return new NodePath(plan, node);
            }
            Plan.Nested nested = plan.nested(node);
            if (nested == null) {
                return null;
            }
            plan = nested.plan();
        }
        return null;
    }

    /** Which node of {@code plan} has this name; -1 if none has. */
    static int indexOf(Plan plan, String name) {
        for (int node = 0; node < plan.size(); node++) {
            if (plan.node(node).name().equals(name)) {
                return node;
            }
        }
        return -1;
    }
}
