package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.jdbc.Fence.Holder;
import dev.hypergraph4j.jdbc.Fence.Passed;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Transitions that are written together, one statement after the other for all of them. First the workflows' rows: a transition that does not find
 * its row as its lease says is refused, and nothing else of it is written.
 */
final class Segment {
    /**
     * A transition with what its rows could not say before.
     *
     * @param workflow the number of its workflow
     * @param lines how many lines there are before its own
     * @param exit how the workflow leaves its worker; {@code null} if it does not
     * @param answered the lines about questions that messages have answered at once
     */
    private record Accepted(
            TransitionJob job,
            long workflow,
            long lines,
            @Nullable Exit exit,
            List<Journal.Line> answered) {
        Accepted leaving(@Nullable Exit how) {
            return new Accepted(job, workflow, lines, how, answered);
        }

        Accepted answered(List<Journal.Line> how) {
            return new Accepted(job, workflow, lines, exit == null ? null : exit.inViewOfNews(), how);
        }
    }

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
        if (accepted.stream().anyMatch(each -> isMoreThanRows(each.job.rows()))) {
            batches.write(transaction);
            apply(accepted);
            accepted = inViewOfMessages(accepted);
            batches = new Batches();
        }
        List<Accepted> settled = inViewOfChildren(accepted);
        addLeaving(settled, batches);
        addLines(settled, batches);
        batches.write(transaction);
        for (Accepted each : settled) {
            if (each.exit != null) {
                Endings.tellOthers(transaction, each.exit);
            }
        }
    }

    private static boolean isMoreThanRows(TransitionRows rows) {
        return !rows.canBeBatched() || !rows.askings().isEmpty();
    }

    /** Messages that have come before the questions that they answer: these are there now. */
    private List<Accepted> inViewOfMessages(List<Accepted> accepted) throws SQLException {
        List<Accepted> settled = new ArrayList<>();
        for (Accepted each : accepted) {
            TransitionRows rows = each.job.rows();
            List<Journal.Line> answered = new Inbox(transaction).answer(each.workflow, rows.workflow(), rows.askings());
            if (answered.isEmpty()) {
                settled.add(each);
            } else {
                Journal.count(transaction, rows.workflow(), answered.size());
                Endings.notice(transaction, rows.workflow());
                settled.add(each.answered(answered));
            }
        }
        return settled;
    }

    /** Asked when steps have spawned what they spawn. */
    private List<Accepted> inViewOfChildren(List<Accepted> accepted) throws SQLException {
        List<Accepted> settled = new ArrayList<>();
        for (Accepted each : accepted) {
            settled.add(each.exit == null ? each : each.leaving(each.exit.inViewOfChildren(transaction)));
        }
        return settled;
    }

    private List<TransitionJob> having(Predicate<TransitionJob> what) {
        return jobs.stream().filter(job -> !job.isRefused() && what.test(job)).toList();
    }

    private void create(List<TransitionJob> creating) throws SQLException {
        List<@Nullable Object[]> workflows = new ArrayList<>();
        for (TransitionJob job : creating) {
            Transition transition = job.rows().transition();
            long until = Times.in(transaction.now(), transition.claimant().lease());
            @Nullable Object[] row = Workflows.running(creation(transition), transition);
            Workflows.begin(row, transaction.now(), until, 0);
            workflows.add(row);
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
            fence.add(job, lines(job));
        }
        Map<Holder, Passed> passed = fence.pass();
        Map<Holder, Long> lines = linesBefore(fenced, passed);
        List<Accepted> accepted = new ArrayList<>();
        for (TransitionJob job : fenced) {
            Holder holder = Holder.of(job);
            Passed workflow = passed.get(holder);
            if (workflow == null) {
                job.refuse(new LeaseLostException(holder.lease()));
            } else {
                long before = lines.merge(holder, (long) lines(job), Long::sum) - lines(job);
                accepted.add(new Accepted(job, workflow.number(), before, exit(job, workflow.state()), List.of()));
            }
        }
        return accepted;
    }

    private static @Nullable Exit exit(TransitionJob job, @Nullable State state) {
        Ending wanted = job.rows().transition().ending();
        return wanted == null
                ? null
                : Exit.of(Objects.requireNonNull(state, "the state of a workflow that leaves its worker"), wanted);
    }

    /** How many lines each workflow had before: those that come are counted already. */
    private static Map<Holder, Long> linesBefore(List<TransitionJob> fenced, Map<Holder, Passed> passed) {
        Map<Holder, Long> lines = new HashMap<>();
        passed.forEach((holder, workflow) -> lines.put(holder, workflow.lines()));
        fenced.forEach(job -> lines.computeIfPresent(Holder.of(job), (holder, after) -> after - lines(job)));
        return lines;
    }

    private Batches rows(List<Accepted> accepted) throws SQLException {
        Batches batches = new Batches();
        for (Accepted each : accepted) {
            TransitionRows rows = each.job.rows();
            long workflow = each.workflow;
            batches.addAll(rows.batches(), workflow, each.lines);
            rows.batches().blobs().write(transaction, workflow);
            batches.addAll(Statements.VALUE, rows.inputs(), workflow);
            Ending wanted = rows.transition().ending();
            // What it would give counts only if it ends as it wants to.
            if (wanted != null && each.exit != null && each.exit.ending().status() == wanted.status()) {
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
            if (each.exit != null) {
                batches.add(
                        Statements.LEAVE,
                        Endings.row(transaction, each.exit.state().id(), each.exit.ending()));
            }
        }
    }

    private void addLines(List<Accepted> accepted, Batches batches) {
        for (Accepted each : accepted) {
            addLines(each, batches);
        }
    }

    private void addLines(Accepted accepted, Batches batches) {
        Lease lease = accepted.job.rows().transition().lease();
        List<Journal.Line> lines = new ArrayList<>(accepted.job.rows().lines());
        lines.addAll(accepted.answered);
        if (accepted.exit != null) {
            lines.add(Endings.line(accepted.exit.ending()));
        }
        long number = accepted.lines;
        for (Journal.Line line : lines) {
            batches.add(Statements.LINE, line.row(accepted.workflow, ++number, transaction.now(), lease));
        }
    }

    /** How many lines the journal gets. */
    private static int lines(TransitionJob job) {
        TransitionRows rows = job.rows();
        return rows.lines().size() + (rows.transition().ending() == null ? 0 : 1);
    }

    private static NewWorkflow creation(Transition transition) {
        NewWorkflow creation = transition.creation();
        if (creation == null) {
            throw new IllegalArgumentException("it creates nothing");
        }
        return creation;
    }
}
