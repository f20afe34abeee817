package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Transitions that are written together, one statement after the other for all of them. First the workflows' rows: a transition that does not find
 * its row as its lease says is refused, and nothing else of it is written.
 */
final class Segment {
    private static final String FENCE = """
            UPDATE hg_workflow SET lines = lines + ?, updated_at = ?, recoveries = recoveries * ?
            WHERE id = ? AND epoch = ? AND status = 'RUNNING'""";

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
        fence(having(job -> true));
        List<Accepted> accepted = accepted(having(job -> true));
        if (accepted.isEmpty()) {
            return;
        }
        writeRows(accepted);
        for (Accepted each : accepted) {
            for (Effects effects : each.job.rows().effects()) {
                effects.apply(transaction);
            }
        }
        leave(accepted);
        writeLines(accepted);
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
        int[] created = transaction.session().batch(Workflows.CREATE, workflows);
        for (int i = 0; i < created.length; i++) {
            if (created[i] == 0) {
                TransitionJob job = creating.get(i);
                job.refuse(new WorkflowExistsException(job.rows().workflow()));
            }
        }
    }

    private void fence(List<TransitionJob> fenced) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TransitionJob job : fenced) {
            Transition transition = job.rows().transition();
            rows.add(new Object[] {
                lines(job),
                transaction.now(),
                job.rows().isProgress() ? 0 : 1,
                job.rows().workflow(),
                transition.lease().epoch()
            });
        }
        int[] passed = transaction.session().batch(FENCE, rows);
        for (int i = 0; i < passed.length; i++) {
            if (passed[i] == 0) {
                TransitionJob job = fenced.get(i);
                job.refuse(new LeaseLostException(job.rows().transition().lease()));
            }
        }
    }

    private List<Accepted> accepted(List<TransitionJob> passed) throws SQLException {
        if (passed.isEmpty()) {
            return List.of();
        }
        Set<String> workflows =
                passed.stream().map(job -> job.rows().workflow()).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, State> states = State.of(transaction, workflows);
        List<Accepted> accepted = new ArrayList<>();
        for (TransitionJob job : passed) {
            State state = states.get(job.rows().workflow());
            if (state == null) {
                throw StoreException.failedTo("find what it has just written", null);
            }
            Ending wanted = job.rows().transition().ending();
            accepted.add(new Accepted(job, state, wanted == null ? null : Endings.inView(state, wanted)));
        }
        return accepted;
    }

    private void writeRows(List<Accepted> accepted) throws SQLException {
        Batches batches = new Batches();
        List<@Nullable Object[]> values = new ArrayList<>();
        for (Accepted each : accepted) {
            TransitionRows rows = each.job.rows();
            long workflow = each.state.number();
            batches.addAll(rows.batches(), workflow);
            rows.batches().blobs().write(transaction, workflow);
            rows.inputs().forEach(row -> row[0] = workflow);
            values.addAll(rows.inputs());
            Ending wanted = rows.transition().ending();
            // What it would give counts only if it ends as it wants to.
            if (wanted != null && each.ending != null && each.ending.status() == wanted.status()) {
                rows.outputs().forEach(row -> row[0] = workflow);
                values.addAll(rows.outputs());
            }
        }
        batches.write(transaction);
        transaction.session().batch(NamedValues.INSERT, values);
    }

    private void leave(List<Accepted> accepted) throws SQLException {
        List<@Nullable Object[]> leaving = new ArrayList<>();
        for (Accepted each : accepted) {
            if (each.ending != null) {
                leaving.add(Endings.row(transaction, each.state.id(), each.ending));
            }
        }
        transaction.session().batch(Endings.LEAVE, leaving);
    }

    private void writeLines(List<Accepted> accepted) throws SQLException {
        Map<String, Long> next = new HashMap<>();
        for (Accepted each : accepted) {
            next.merge(
                    each.state.id(),
                    each.state.lines() + 1 - lines(each.job),
                    (first, more) -> first - lines(each.job));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Accepted each : accepted) {
            addLines(each, next, rows);
        }
        transaction.session().batch(Journal.INSERT, rows);
    }

    private void addLines(Accepted accepted, Map<String, Long> next, List<@Nullable Object[]> rows) {
        String workflow = accepted.state.id();
        Transition transition = accepted.job.rows().transition();
        List<Journal.Line> lines = new ArrayList<>();
        if (transition.creation() != null) {
            rows.add(Journal.Line.of("CREATED", "")
                    .row(accepted.state.number(), number(next, workflow), transaction.now(), 0));
            lines.add(Journal.Line.of("CLAIMED", transition.claimant().worker()));
        }
        lines.addAll(accepted.job.rows().lines());
        if (accepted.ending != null) {
            lines.add(Endings.line(accepted.ending));
        }
        for (Journal.Line line : lines) {
            long epoch = transition.lease().epoch();
            rows.add(line.row(accepted.state.number(), number(next, workflow), transaction.now(), epoch));
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
