package dev.hypergraph4j.runtime;

import static java.util.stream.Collectors.joining;

import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps depend on one: this itself, and whatever consumed its value. In the turn of a cycle that it is in, these are the steps behind it, and all of
 * later turns; of a map they are those of its own item. The same holds in each nested graph that it is in.
 */
final class StepDownstream {
    private final List<KeyPart> start;
    private final List<Level> levels = new ArrayList<>();

    /**
     * A graph that the step is in: the outermost one, or one nested in another.
     *
     * @param node the node of it that is the step's, or a nested graph that the step is in; -1 if it is gone
     * @param nodes which of its nodes depend on that
     */
    private record Level(Plan plan, int node, Downstream nodes) {

        /** Whether a step of this graph, or of one nested in it, depends on the start, which is another one here. */
        boolean follows(KeyPart step, KeyPart start) {
            if (!nodes.contains(step.name())) {
                return false;
            }
            int other = NodePath.indexOf(plan, step.name());
            if (!isInCycle(other)) {
                return !step.name().equals(start.name()); // Items of a map don't depend on each other.
            }
            int turns = step.turn() - start.turn();
            return turns > 0 || (turns == 0 && other > node);
        }

        /** Whether a step of this graph, or of one nested in it, was called with what the node gave, after this had ended. */
        boolean isTakenFor(KeyPart step, KeyPart start) {
            boolean isInTheSameTurn = step.turn() == start.turn() && isInCycle(NodePath.indexOf(plan, step.name()));
            return follows(step, start) && (!isInTheSameTurn || reaches(NodePath.indexOf(plan, step.name())));
        }

        /** Whether another node of the same cycle depends on the start in the same turn. */
        private boolean reaches(int other) {
            BitSet reached = new BitSet();
            reached.set(node);
            for (int each = node + 1; each <= other; each++) {
                for (int i = 0; i < plan.predecessorCount(each); i++) {
                    reached.set(each, reached.get(each) || reached.get(plan.predecessor(each, i)));
                }
            }
            return reached.get(other);
        }

        /** Whether it is in the same cycle as the start. */
        private boolean isInCycle(int other) {
            int region = node < 0 ? -1 : plan.flow().regionOf(node);
            return region >= 0 && plan.flow().regions().get(region).contains(other);
        }

        @Nullable
        Plan nested() {
            Plan.Nested nested = node < 0 ? null : plan.nested(node);
            return nested == null ? null : nested.plan();
        }
    }

    StepDownstream(Plan outermost, StepId step) {
        start = KeyPart.of(step.key());
        Plan plan = outermost;
        while (plan != null && levels.size() < start.size()) {
            Level level = level(plan);
            levels.add(level);
            plan = level.nested();
        }
    }

    private Level level(Plan plan) {
        List<KeyPart> inside = start.subList(levels.size(), start.size());
        String path = inside.stream().map(KeyPart::name).collect(joining("/"));
        return new Level(plan, NodePath.indexOf(plan, inside.get(0).name()), Downstream.of(plan, Set.of(path)));
    }

    /** Whether {@code step}, which has completed, consumed what a map gave that it is part of an item of: where it failed, the map went on without that. */
    boolean isTakenByMapFor(StepId step) {
        List<KeyPart> key = KeyPart.of(step.key());
        int level = firstDifference(key);
        boolean isOutside = start.stream().limit(level).allMatch(part -> part.item() == null)
                && start.stream().skip(level).anyMatch(part -> part.item() != null);
        return isOutside
                && level < key.size()
                && level < levels.size()
                && levels.get(level).isTakenFor(key.get(level), start.get(level));
    }

    private int firstDifference(List<KeyPart> key) {
        int level = 0;
        while (level < key.size() && level < start.size() && key.get(level).equals(start.get(level))) {
            level++;
        }
        return level;
    }

    /** Whether {@code step} depends on it. */
    boolean contains(StepId step) {
        List<KeyPart> key = KeyPart.of(step.key());
        int level = firstDifference(key);
        boolean isPart = level == key.size() || level == start.size();
        return isPart || (level < levels.size() && levels.get(level).follows(key.get(level), start.get(level)));
    }
}
