package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import java.util.HashSet;
import java.util.Set;

/**
 * Which nodes depend on some: these themselves, and whatever consumed their values, in nested graphs and around them. Of a cycle it is all nodes or none.
 *
 * @see StepDownstream
 */
final class Downstream {
    private final Set<String> starts;
    private final Set<String> affected = new HashSet<>();

    private Downstream(Set<String> starts) {
        this.starts = starts;
    }

    /** What depends on the nodes with these paths, themselves included. */
    static Downstream of(Plan plan, Set<String> paths) {
        return of(plan, paths, false);
    }

    /** What depends on the nodes that have changed; all where the graph's version has. */
    static Downstream of(Plan plan, VersionCheck versions) {
        return of(plan, versions.outdated(), versions.isOtherVersion());
    }

    /** What depends on the nodes that have changed, whatever the graph's version. */
    static Downstream ofChanges(Plan plan, VersionCheck versions) {
        return of(plan, versions.outdated(), false);
    }

    private static Downstream of(Plan plan, Set<String> paths, boolean all) {
        Downstream downstream = new Downstream(paths);
        downstream.walk(plan, "", all);
        downstream.affected.addAll(paths); // Some of them may be gone.
        return downstream;
    }

    /** Whether the node with this path depends on them. */
    boolean contains(String path) {
        return affected.contains(path);
    }

    /** Whether {@code step} is one of a node that depends on them. */
    boolean contains(StepId step) {
        return contains(step.node());
    }

    /** Gives whether any node of {@code plan} is affected. */
    private boolean walk(Plan plan, String around, boolean all) {
        boolean[] hit = new boolean[plan.size()];
        boolean any = false;
        for (int node = 0; node < hit.length; node++) {
            hit[node] = isHit(plan, around, node, hit, all);
            int region = plan.flow().regionOf(node);
            if (hit[node] && region >= 0) {
                Region cycle = plan.flow().regions().get(region);
                for (int member = cycle.from(); member < cycle.to(); member++) {
                    hit[member] = isHit(plan, around, member, hit, true);
                }
                node = cycle.to() - 1;
            }
            any |= hit[node];
        }
        return any;
    }

    private boolean isHit(Plan plan, String around, int node, boolean[] hit, boolean all) {
        String path = around + plan.node(node).name();
        boolean isHit = all || starts.contains(path);
        for (int i = 0; i < plan.predecessorCount(node) && !isHit; i++) {
            isHit = hit[plan.predecessor(node, i)];
        }
        Plan.Nested nested = plan.nested(node);
        if (nested != null) {
            isHit |= walk(nested.plan(), path + "/", isHit);
        }
        if (isHit) {
            affected.add(path);
        }
        return isHit;
    }
}
