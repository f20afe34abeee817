package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Transitions that are written together, one statement after the other for all of them. First the workflows' rows: a transition that does not find
 * its row as its lease says is refused, and nothing else of it is written.
 */
final class Segment {
    /** A transition with what its rows could not say before: the state of its workflow, and how it really ends. */
    private record Accepted(
            TransitionJob job, State state, @Nullable Ending ending) {}

    private final Transaction transaction;
    private final List<TransitionJob> jobs = new ArrayList<>();
    private final Set<String> complete = new HashSet<>();

    Segment(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Whether the transition may be written together with the others. */
    boolean takes(TransitionJob job) {
        return !complete.contains(job.rows().workflow());
    }

    void add(TransitionJob job) {
        jobs.add(job);
        if (!job.rows().isSimple()) {
            complete.add(job.rows().workflow());
        }
    }

    void write() throws SQLException {
        create(having(job -> job.rows().transition().creation() != null));
        List<Accepted> accepted = fence(having(job -> true));
        if (accepted.isEmpty()) {
            return;
        }
        Batches batches = rows(accepted);
        if (accepted.stream().anyMatch(each -> !each.job.rows().canBeBatched())) {
            batches.write(transaction);
            apply(accepted);
            batches = new Batches();
        }
        addLeaving(accepted, batches);
        addLines(accepted, batches);
        batches.write(transaction);
        for (Accepted each : accepted) {
            if (each.ending != null) {
                Endings.tellOthers(transaction, each.state, each.ending);
            }
        }
    }

    private List<TransitionJob> having(Predicate<TransitionJob> what) {
        return jobs.stream().filter(job -> !job.isRefused() && what.test(job)).toList();
    }

    private void create(List<TransitionJob> creating) throws SQLException {
        List<@Nullable Object[]> workflows = new ArrayList<>();
        for (TransitionJob job : creating) {
            Transition transition = job.rows().transition();
            long until = Times.in(transaction.now(), transition.claimant().lease());
            Workflows.Holder holder = new Workflows.Holder(
                    transition.claimant().worker(), until, transition.lease().epoch());
            workflows.add(Workflows.running(creation(transition), transaction, holder));
        }
        int[] created = transaction.batch(Workflows.CREATE, workflows);
        for (int i = 0; i < created.length; i++) {
            if (created[i] == 0) {
                TransitionJob job = creating.get(i);
                job.refuse(new WorkflowExistsException(job.rows().workflow()));
            }
        }
    }

    private List<Accepted> fence(List<TransitionJob> fenced) throws SQLException {
        Fence fence = new Fence(transaction);
        for (TransitionJob job : fenced) {
            Lease lease = job.rows().transition().lease();
            fence.add(lease, lines(job), job.rows().isProgress());
        }
        Map<Lease, State> passed = fence.pass();
        List<Accepted> accepted = new ArrayList<>();
        for (TransitionJob job : fenced) {
            Lease lease = job.rows().transition().lease();
            State state = passed.get(lease);
            if (state == null) {
                job.refuse(new LeaseLostException(lease));
            } else {
                Ending wanted = job.rows().transition().ending();
                accepted.add(new Accepted(job, state, wanted == null ? null : Endings.inView(state, wanted)));
            }
        }
        return accepted;
    }

    private Batches rows(List<Accepted> accepted) throws SQLException {
        Batches batches = new Batches();
        for (Accepted each : accepted) {
            TransitionRows rows = each.job.rows();
            long workflow = each.state.number();
            batches.addAll(rows.batches(), workflow);
            rows.batches().blobs().write(transaction, workflow);
            batches.addAll(Statements.VALUE, rows.inputs(), workflow);
            Ending wanted = rows.transition().ending();
            // What it would give counts only if it ends as it wants to.
            if (wanted != null && each.ending != null && each.ending.status() == wanted.status()) {
                batches.addAll(Statements.VALUE, rows.outputs(), workflow);
            }
        }
        return batches;
    }

    private void apply(List<Accepted> accepted) throws SQLException {
        for (Accepted each : accepted) {
            for (Effects effects : each.job.rows().effects()) {
                effects.apply(transaction);
            }
        }
    }

    private void addLeaving(List<Accepted> accepted, Batches batches) {
        for (Accepted each : accepted) {
            if (each.ending != null) {
                batches.add(Statements.LEAVE, Endings.row(transaction, each.state.id(), each.ending));
            }
        }
    }

    private void addLines(List<Accepted> accepted, Batches batches) {
        Map<String, Long> next = new HashMap<>();
        for (Accepted each : accepted) {
            next.merge(
                    each.state.id(),
                    each.state.lines() + 1 - lines(each.job),
                    (first, more) -> first - lines(each.job));
        }
        for (Accepted each : accepted) {
            addLines(each, next, batches);
        }
    }

    private void addLines(Accepted accepted, Map<String, Long> next, Batches batches) {
        String workflow = accepted.state.id();
        Transition transition = accepted.job.rows().transition();
        List<Journal.Line> lines = new ArrayList<>();
        if (transition.creation() != null) {
            batches.add(
                    Statements.LINE,
                    Journal.Line.of("CREATED", "")
                            .row(accepted.state.number(), number(next, workflow), transaction.now(), 0));
            lines.add(Journal.Line.of("CLAIMED", transition.claimant().worker()));
        }
        lines.addAll(accepted.job.rows().lines());
        if (accepted.ending != null) {
            lines.add(Endings.line(accepted.ending));
        }
        for (Journal.Line line : lines) {
            long epoch = transition.lease().epoch();
            batches.add(
                    Statements.LINE,
                    line.row(accepted.state.number(), number(next, workflow), transaction.now(), epoch));
        }
    }

    /** How many lines the journal gets. */
    private static int lines(TransitionJob job) {
        Transition transition = job.rows().transition();
        return job.rows().lines().size()
                + (transition.creation() == null ? 0 : 2)
                + (transition.ending() == null ? 0 : 1);
    }

    private static long number(Map<String, Long> next, String workflow) {
        long number = next.getOrDefault(workflow, 1L);
        next.put(workflow, number + 1);
        return number;
    }

    private static NewWorkflow creation(Transition transition) {
        NewWorkflow creation = transition.creation();
        if (creation == null) {
            throw new IllegalArgumentException("it creates nothing");
        }
        return creation;
    }
}
