package dev.hypergraph4j.runtime.durable;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        if (ending.status() == WorkflowStatus.CANCELLED) {
            beCancelled(workflow, ending.reason());
            childrenToCancel(workflow).forEach(child -> cancelOne(child, ending.reason()));
        } else {
            leave(workflow, ending);
        }
    }

    /** Cancels a workflow and what it spawned, as far as that has not ended. */
    void cancel(MemoryWorkflow workflow, String reason) {
        if (!workflow.row().status().isFinal()) {
            List<MemoryWorkflow> children = childrenToCancel(workflow);
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
        if (wanted.status() == WorkflowStatus.COMPLETED || wanted.status() == WorkflowStatus.FAILED) {
            return wanted;
        }
        if (workflow.row().cancelRequested()) {
            return Ending.of(WorkflowStatus.CANCELLED, workflow.row().reason());
        }
        return wanted.status().isWaiting() && workflow.hasNews() ? Ending.of(WorkflowStatus.QUEUED, "") : wanted;
    }

    private void leave(MemoryWorkflow workflow, Ending ending) {
        change(workflow, ending);
        if (ending.status().isFinal()) {
            tellParent(workflow);
        }
    }

    private void change(MemoryWorkflow workflow, Ending ending) {
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
    }

    /**
     * Wakes the parent of a child that has ended, and what was made of that: it took over the step that spawned the child, and waits for it as well. A
     * parent that is to be cancelled ends with the last child that it has to wait for, and may have a parent itself.
     */
    private void tellParent(MemoryWorkflow child) {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>();
        if (isChild(child)) {
            left.add(parent(child));
        }
        while (!left.isEmpty()) {
            String id = left.remove();
            if (seen.add(id)) {
                Optional<MemoryWorkflow> ended = workflows.find(id).filter(this::endsWithChild);
                ended.filter(MemoryEndings::isChild).map(MemoryEndings::parent).ifPresent(left::add);
                left.addAll(workflows.copies(id));
            }
        }
    }

    /** Tells a parent that a child has ended, and gives whether that is its own end. */
    private boolean endsWithChild(MemoryWorkflow parent) {
        if (!parent.row().isCancelling()) {
            wake(parent);
            return false;
        }
        boolean ends = !hasToWait(parent);
        if (ends) {
            change(parent, Ending.of(WorkflowStatus.CANCELLED, parent.row().reason()));
        }
        return ends;
    }

    /** Has it be CANCELLED, now or when the children have ended that it has to wait for. */
    private void beCancelled(MemoryWorkflow workflow, String reason) {
        if (hasToWait(workflow)) {
            workflow.change(row -> row.cancelRequested = true);
            leave(workflow, Ending.of(WorkflowStatus.WAITING_CHILD, reason));
        } else {
            leave(workflow, Ending.of(WorkflowStatus.CANCELLED, reason));
        }
    }

    private boolean hasToWait(MemoryWorkflow workflow) {
        return openChildren(ChildPolicy.WAIT).anyMatch(child -> parent(child).equals(workflow.id()));
    }

    private void cancelOne(MemoryWorkflow workflow, String reason) {
        Workflow before = workflow.row();
        if (before.isCancelling()) {
            return;
        }
        boolean isRun = before.status() == WorkflowStatus.RUNNING && before.leaseUntil() > clock.now();
        workflow.change(row -> {
            row.cancelRequested = true;
            row.reason = reason;
        });
        if (!isRun) {
            beCancelled(workflow, reason);
        }
    }

    /** The unfinished workflows that it spawned to be cancelled with it, and those that these spawned, and so on: parents before their children. */
    private List<MemoryWorkflow> childrenToCancel(MemoryWorkflow workflow) {
        Map<String, List<MemoryWorkflow>> byParent =
                openChildren(ChildPolicy.CANCEL).collect(groupingBy(MemoryEndings::parent));
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

    private Stream<MemoryWorkflow> openChildren(ChildPolicy policy) {
        return workflows
                .unfinished()
                .filter(MemoryEndings::isChild)
                .filter(child -> child.row().lineage().policy() == policy);
    }

    private static boolean isChild(MemoryWorkflow workflow) {
        Lineage lineage = workflow.row().lineage();
        return lineage.kind() == Lineage.Kind.CHILD && lineage.workflow() != null;
    }

    private static String parent(MemoryWorkflow child) {
        return String.valueOf(child.row().lineage().workflow());
    }
}
