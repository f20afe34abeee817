package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares recorded steps with the code as it is now. */
final class VersionCheck {
    private final Plan plan;
    private final History history;

    VersionCheck(Plan plan, History history) {
        this.plan = plan;
        this.history = history;
    }

    /** Whether the graph's version is another one than that of a recorded step. */
    boolean isOtherVersion() {
        return !versions().isEmpty();
    }

    /** The versions that recorded steps are of, other than the graph's. */
    private Set<String> versions() {
        return recorded()
                .map(step -> StepCode.read(step.id().hash()).version())
                .filter(version -> !version.equals(plan.definition().version()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Step> recorded() {
        return history.steps().stream().filter(step -> step.status() != StepStatus.OPEN);
    }

    /** The paths of nodes that have recorded steps and are not what they were, or are gone. */
    Set<String> changed() {
        return recorded()
                .filter(this::isChanged)
                .map(step -> step.id().node())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isChanged(Step step) {
        NodePath path = NodePath.find(plan, step.id().node());
        return path == null
                || !path.plan()
                        .node(path.node())
                        .hash()
                        .equals(StepCode.read(step.id().hash()).hash());
    }

    /**
     * The paths of nodes that are changed or gone; where some are gone, also of those that have no recorded steps, since they may stand in their place. What
     * depends on these is of no use for the code as it is now.
     */
    Set<String> outdated() {
        Set<String> outdated = changed();
        boolean isAnyGone = outdated.stream().anyMatch(path -> NodePath.find(plan, path) == null);
        if (isAnyGone) {
            addUnrecorded(plan, "", outdated);
        }
        return outdated;
    }

    private void addUnrecorded(Plan part, String around, Set<String> unrecorded) {
        for (int node = 0; node < part.size(); node++) {
            String path = around + part.node(node).name();
            Plan.Nested nested = part.nested(node);
            if (history.steps().stream().noneMatch(step -> isOf(step, path))) {
                unrecorded.add(path);
            } else if (nested != null) {
                addUnrecorded(nested.plan(), path + "/", unrecorded);
            }
        }
    }

    private static boolean isOf(Step step, String path) {
        return step.id().node().equals(path) || step.id().node().startsWith(path + "/");
    }

    /** What is to be told of the differences; empty if there are none. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (String version : versions()) {
            differences.add("the graph's version was '" + version + "' and is '"
                    + plan.definition().version() + "'");
        }
        for (String node : changed()) {
            differences.add(node + (NodePath.find(plan, node) == null ? " is gone" : " has other code"));
        }
        return differences;
    }
}
