package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import java.util.HashSet;
import java.util.Set;

/**
 * Which nodes depend on some: these themselves, and whatever consumed their values, in nested graphs and around them. Of a cycle it is all nodes or none,
 * but where a turn is given from which on they count.
 */
final class Downstream {
    private final Set<String> starts;
    private final Set<String> affected = new HashSet<>();

    /** The turn from which on steps of a cycle count, for the nodes at and behind the start; 0 for all. */
    private int turn;

    private Set<String> cycle = Set.of();
    private Set<String> ahead = Set.of();

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

    /** What depends on one step, itself included: of the steps of its cycle those of later turns, and of its own turn those behind it. */
    static Downstream of(Plan plan, StepId step) {
        Downstream downstream = of(plan, Set.of(step.node()));
        int node = indexOf(plan, step.node());
        int region = node < 0 ? -1 : plan.flow().regionOf(node);
        if (region >= 0) {
            downstream.within(plan, plan.flow().regions().get(region), node, step.iteration());
        }
        return downstream;
    }

    private void within(Plan plan, Region region, int start, int startTurn) {
        turn = startTurn;
        cycle = new HashSet<>();
        ahead = new HashSet<>();
        for (int node = region.from(); node < region.to(); node++) {
            cycle.add(plan.node(node).name());
            if (node < start) {
                ahead.add(plan.node(node).name());
            }
        }
    }

    private static int indexOf(Plan plan, String name) {
        for (int node = 0; node < plan.size(); node++) {
            if (plan.node(node).name().equals(name)) {
                return node;
            }
        }
        return -1;
    }

    /** Whether {@code step} depends on them. */
    boolean contains(StepId step) {
        if (!affected.contains(step.node())) {
            return false;
        }
        String first = step.key().split("/", 2)[0];
        String name = first.split("[#\\[]", 2)[0];
        if (!cycle.contains(name)) {
            return true;
        }
        int number = first.indexOf('#');
        int at = number < 0 ? 0 : Integer.parseInt(first.substring(number + 1).split("\\[", 2)[0]);
        return at > turn || (at == turn && !ahead.contains(name));
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
