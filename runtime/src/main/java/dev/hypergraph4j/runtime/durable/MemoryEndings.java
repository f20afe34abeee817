package dev.hypergraph4j.runtime.durable;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How workflows leave their workers, and how they are woken. */
final class MemoryEndings {
    private final MemoryWorkflows workflows;
    private final MemoryClock clock;

    MemoryEndings(MemoryWorkflows workflows, MemoryClock clock) {
        this.workflows = workflows;
        this.clock = clock;
    }

    /** Ends the lease of a workflow, and wakes or cancels others where this is its end. */
    void end(MemoryWorkflow workflow, Ending wanted) {
        Ending ending = inView(workflow, wanted);
        leave(workflow, ending);
        if (ending.status() == WorkflowStatus.CANCELLED) {
            openChildren(workflow).forEach(child -> cancelOne(child, ending.reason()));
        }
    }

    /** Cancels a workflow and what it spawned, as far as that has not ended. */
    void cancel(MemoryWorkflow workflow, String reason) {
        if (!workflow.row().status().isFinal()) {
            List<MemoryWorkflow> children = openChildren(workflow);
            cancelOne(workflow, reason); // Before its children, which would wake it.
            children.forEach(child -> cancelOne(child, reason));
        }
    }

    /** Has it go on because of an answer or a child's end: at once if it waits, else when its worker lets it wait. */
    void wake(MemoryWorkflow workflow) {
        WorkflowStatus status = workflow.row().status();
        if (status.isWaiting()) {
            queue(workflow, false);
        } else if (status == WorkflowStatus.RUNNING) {
            workflow.hasNews(true);
        }
    }

    /** Has it wait for a worker. */
    void queue(MemoryWorkflow workflow, boolean forgetsRecoveries) {
        workflow.change(row -> {
            row.status = WorkflowStatus.QUEUED;
            row.parkReason = null;
            row.reason = "";
            row.recoveries = forgetsRecoveries ? 0 : row.recoveries;
        });
        workflow.journal(WorkflowStatus.QUEUED.name(), "");
    }

    /** What becomes of a wish to leave, in view of what the worker does not know: nobody would wake or cancel the workflow afterwards. */
    private static Ending inView(MemoryWorkflow workflow, Ending wanted) {
        if (wanted.status().isFinal()) {
            return wanted;
        }
        if (workflow.row().cancelRequested()) {
            return Ending.of(WorkflowStatus.CANCELLED, workflow.row().reason());
        }
        return wanted.status().isWaiting() && workflow.hasNews() ? Ending.of(WorkflowStatus.QUEUED, "") : wanted;
    }

    private void leave(MemoryWorkflow workflow, Ending ending) {
        boolean isFinal = ending.status().isFinal();
        workflow.change(row -> {
            row.status = ending.status();
            row.parkReason = ending.parkReason();
            row.reason = ending.reason();
            row.error = ending.error();
            row.leaseUntil = 0;
            row.wakeAt = ending.wakeAt();
            row.recoveries = 0;
            row.finishedAt = isFinal ? clock.now() : 0;
        });
        workflow.give(ending.outputs());
        workflow.journal(ending.status().name(), ending.detail());
        if (isFinal) {
            wakeParent(workflow.row().lineage());
        }
    }

    /** Wakes the parent of a child, and what was made of that: it took over the step that spawned the child, and waits for it as well. */
    private void wakeParent(Lineage lineage) {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>();
        if (lineage.kind() == Lineage.Kind.CHILD && lineage.workflow() != null) {
            left.add(lineage.workflow());
        }
        while (!left.isEmpty()) {
            String id = left.remove();
            if (seen.add(id)) {
                workflows.find(id).ifPresent(this::wake);
                left.addAll(workflows.copies(id));
            }
        }
    }

    private void cancelOne(MemoryWorkflow workflow, String reason) {
        Workflow before = workflow.row();
        boolean isRun = before.status() == WorkflowStatus.RUNNING && before.leaseUntil() > clock.now();
        workflow.change(row -> {
            row.cancelRequested = true;
            row.reason = reason;
        });
        if (!isRun) {
            leave(workflow, Ending.of(WorkflowStatus.CANCELLED, reason));
        }
    }

    /** The unfinished workflows that it spawned, and those that these spawned, and so on: parents before their children. */
    private List<MemoryWorkflow> openChildren(MemoryWorkflow workflow) {
        Map<String, List<MemoryWorkflow>> byParent =
                workflows.unfinished().filter(MemoryEndings::isChild).collect(groupingBy(MemoryEndings::parent));
        List<MemoryWorkflow> found = new ArrayList<>();
        Deque<String> parents = new ArrayDeque<>(List.of(workflow.id()));
        while (!parents.isEmpty()) {
            // Removed, so that a lineage that somebody made a circle comes to an end.
            List<MemoryWorkflow> children = byParent.remove(parents.remove());
            if (children != null) {
                found.addAll(children);
                children.forEach(child -> parents.add(child.id()));
            }
        }
        return found;
    }

    private static boolean isChild(MemoryWorkflow workflow) {
        Lineage lineage = workflow.row().lineage();
        return lineage.kind() == Lineage.Kind.CHILD && lineage.workflow() != null;
    }

    private static String parent(MemoryWorkflow child) {
        return String.valueOf(child.row().lineage().workflow());
    }
}
