package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compacts and deletes what nobody needs any more. */
final class MemoryHousekeeping {
    private final MemoryWorkflows workflows;
    private final MemoryOutbox outbox;
    private final MemoryClock clock;

    MemoryHousekeeping(MemoryWorkflows workflows, MemoryOutbox outbox, MemoryClock clock) {
        this.workflows = workflows;
        this.outbox = outbox;
        this.clock = clock;
    }

    Retention.Report keepHouse(Retention retention) {
        Set<String> needed = needed();
        int place = 0;
        int compacted = 0;
        int deleted = 0;
        for (MemoryWorkflow workflow : latestFinishedFirst()) {
            boolean isTooMany = ++place > retention.mostFinished();
            boolean isTooOld = isOver(workflow, retention.keepWorkflow());
            if ((isTooMany || isTooOld) && !needed.contains(workflow.id())) {
                outbox.forget(workflow.id());
                workflows.delete(workflow);
                deleted++;
            } else if (!workflow.row().compacted() && isOver(workflow, retention.keepSteps())) {
                outbox.forget(workflow.id());
                workflow.compact();
                compacted++;
            }
        }
        return new Retention.Report(compacted, deleted);
    }

    private List<MemoryWorkflow> latestFinishedFirst() {
        return workflows.stream()
                .filter(workflow -> workflow.row().status().isFinal())
                .sorted(Comparator.comparingLong(
                                (MemoryWorkflow workflow) -> workflow.row().finishedAt())
                        .thenComparingLong(MemoryWorkflow::order)
                        .reversed())
                .toList();
    }

    /**
     * The workflows that unfinished ones come from, those that they or these spawned, those of which there is a retry, which has the keys of their effects, and those
     * whose messages are on their way.
     */
    private Set<String> needed() {
        Set<String> parents = new HashSet<>();
        workflows.unfinished().forEach(workflow -> {
            parents.add(workflow.id());
            addAncestors(workflow, parents);
        });
        Set<String> needed = outbox.senders();
        needed.addAll(parents);
        workflows.stream()
                .map(workflow -> workflow.row().lineage())
                .filter(lineage -> lineage.kind() == Lineage.Kind.RETRY && lineage.workflow() != null)
                .forEach(retry -> needed.add(retry.workflow()));
        workflows.stream()
                .filter(workflow -> isChildOfAny(parents, workflow.row().lineage()))
                .forEach(child -> needed.add(child.id()));
        return needed;
    }

    private void addAncestors(MemoryWorkflow workflow, Set<String> needed) {
        Set<String> seen = new HashSet<>();
        String ancestor = workflow.row().lineage().workflow();
        while (ancestor != null && seen.add(ancestor)) {
            MemoryWorkflow found = workflows.get(ancestor);
            ancestor = found == null ? null : found.row().lineage().workflow();
        }
        needed.addAll(seen);
    }

    private static boolean isChildOfAny(Set<String> parents, Lineage lineage) {
        return lineage.kind() == Lineage.Kind.CHILD && parents.contains(lineage.workflow());
    }

    private boolean isOver(MemoryWorkflow workflow, Duration kept) {
        return clock.isOver(workflow.row().finishedAt(), kept);
    }
}
