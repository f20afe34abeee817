package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds where a workflow comes from, and what came of it. */
final class LineageTree {
    private final Checkpointer store;
    private final List<LineageEntry> tree = new ArrayList<>();
    private final Set<String> seen = new HashSet<>(); // A lineage that somebody made a circle comes to an end.

    private LineageTree(Checkpointer store) {
        this.store = store;
    }

    static List<LineageEntry> of(Checkpointer store, Workflow workflow) {
        LineageTree lineage = new LineageTree(store);
        int depth = lineage.addAncestors(workflow);
        lineage.addDescendants(workflow, depth);
        return List.copyOf(lineage.tree);
    }

    /** Gives how deep the workflow itself is. */
    private int addAncestors(Workflow workflow) {
        List<String> nearestFirst = new ArrayList<>();
        String id = workflow.lineage().workflow();
        while (id != null && seen.add(id)) {
            nearestFirst.add(id);
            id = store.find(id).map(found -> found.lineage().workflow()).orElse(null);
        }
        Collections.reverse(nearestFirst);
        for (String ancestor : nearestFirst) {
            tree.add(
                    new LineageEntry(tree.size(), ancestor, store.find(ancestor).orElse(null)));
        }
        return tree.size();
    }

    private void addDescendants(Workflow workflow, int depth) {
        Deque<LineageEntry> open = new ArrayDeque<>(List.of(new LineageEntry(depth, workflow.id(), workflow)));
        while (!open.isEmpty()) {
            LineageEntry entry = open.pop();
            tree.add(entry);
            List<Workflow> madeOfIt = new ArrayList<>(store.descendants(entry.id()));
            Collections.reverse(madeOfIt); // The first is to be popped first.
            for (Workflow each : madeOfIt) {
                if (seen.add(each.id())) {
                    open.push(new LineageEntry(entry.depth() + 1, each.id(), each));
                }
            }
        }
    }
}
