package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of this process: for tests, and for runs that are to pause and go on but need not outlive the process. Values are kept as they
 * are, not copied.
 *
 * <pre>{@code
 * Checkpointer store = MemoryCheckpointer.create();
 * }</pre>
 *
 * <p>What a step wants done in the transaction that records it is done on the store itself: the resource of its {@link StepWork} is this class. What
 * such work does to the store is taken back with the rest where the transition fails.
 *
 * <p>Thread-safe: one transaction at a time.
 */
public final class MemoryCheckpointer implements Checkpointer {
    private final ValueCodec codec = new MemoryCodec();
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final Map<String, Long> cursors = new HashMap<>();
    private final MemoryClock clock;
    private final MemoryWorkflows workflows;
    private final MemoryOutbox outbox;
    private final MemoryEndings endings;
    private final MemoryLeases leases;
    private final MemoryQuestions questions;
    private final MemoryInbox inbox;
    private final MemoryCommits commits;

    private MemoryCheckpointer(LongSupplier clockMillis) {
        clock = new MemoryClock(clockMillis);
        workflows = new MemoryWorkflows(transactions, clock);
        outbox = new MemoryOutbox(transactions, clock);
        endings = new MemoryEndings(workflows, clock);
        leases = new MemoryLeases(workflows, endings, clock);
        questions = new MemoryQuestions(workflows, endings, clock);
        inbox = new MemoryInbox(questions, clock);
        commits = new MemoryCommits(workflows, leases, endings, outbox, inbox, this);
    }

    /** An empty store on the system's clock. */
    public static MemoryCheckpointer create() {
        return on(System::currentTimeMillis);
    }

    /**
     * An empty store on a clock of the caller's, by which tests have leases end and answers fall due.
     *
     * @param clockMillis gives milliseconds since 1970, and never less than before
     */
    public static MemoryCheckpointer on(LongSupplier clockMillis) {
        return new MemoryCheckpointer(clockMillis);
    }

    @Override
    public ValueCodec codec() {
        return codec;
    }

    @Override
    public long now() {
        return clock.now();
    }

    // Workflows and their steps

    @Override
    public boolean create(NewWorkflow workflow) {
        return transactions.run(() -> workflows.ensure(workflow));
    }

    @Override
    public void copy(Copy copy) {
        run(() -> new MemoryCopies(workflows).copy(copy));
    }

    @Override
    public void commit(Transition transition) {
        run(() -> commits.commit(transition));
    }

    @Override
    public Optional<Workflow> find(String workflow) {
        return transactions.run(() -> workflows.find(workflow).map(MemoryWorkflow::row));
    }

    @Override
    public Optional<History> history(String workflow) {
        return transactions.run(() -> workflows.find(workflow).map(MemoryWorkflow::snapshot));
    }

    // Leases

    @Override
    public Claim claim(String workflow, Claimant claimant, boolean byOperator) {
        return transactions.run(() -> {
            questions.settleDue();
            return leases.claim(workflow, claimant, byOperator);
        });
    }

    @Override
    public List<Renewal> renew(Collection<Lease> renewed, Claimant claimant) {
        return transactions.run(() -> leases.renew(renewed, claimant));
    }

    @Override
    public List<String> claimable(Set<String> graphs, int most) {
        return transactions.run(() -> {
            questions.settleDue();
            return leases.claimable(graphs, most);
        });
    }

    @Override
    public OptionalLong nextWake(Set<String> graphs) {
        return transactions.run(
                () -> LongStream.concat(leases.wakes(graphs), graphs.isEmpty() ? LongStream.empty() : questions.dues())
                        .filter(time -> time > clock.now())
                        .min());
    }

    @Override
    public Optional<Workflow> cancel(String workflow, String reason) {
        return changed(workflow, found -> endings.cancel(found, reason));
    }

    @Override
    public boolean requeue(String workflow) {
        boolean[] waited = {false};
        var unused = changed(workflow, found -> {
            WorkflowStatus status = found.row().status();
            if (status == WorkflowStatus.PARKED || status == WorkflowStatus.PAUSED) {
                endings.queue(found, true);
                waited[0] = true;
            }
        });
        return waited[0];
    }

    // Questions

    @Override
    public List<PendingQuestion> pending() {
        return transactions.run(questions::pending);
    }

    @Override
    public Optional<AnswerReceipt> answer(String workflow, String step, Payload answer, String by) {
        return transactions.run(
                () -> workflows.find(workflow).flatMap(found -> questions.answer(found, step, answer, by)));
    }

    @Override
    public boolean schedule(String workflow, String step, Payload answer, long at, String by) {
        MemoryHistory.Scheduled scheduled = new MemoryHistory.Scheduled(answer, at, by);
        return transactions.run(() -> workflows
                .find(workflow)
                .map(found -> questions.schedule(found, step, scheduled))
                .orElse(false));
    }

    // Messages

    @Override
    public Optional<MessageReceipt> send(String workflow, String question, String id, Payload payload, String by) {
        return transactions.run(
                () -> workflows.find(workflow).flatMap(found -> inbox.send(found, question, id, payload, by)));
    }

    @Override
    public List<InboxMessage> inbox(String workflow) {
        return transactions.run(() -> workflows
                .find(workflow)
                .map(found -> found.history().messages())
                .orElse(List.of()));
    }

    // Effects

    @Override
    public List<OutboxMessage> outbox(int most) {
        return transactions.run(() -> outbox.due(most));
    }

    @Override
    public List<WaitingMessage> undelivered(int most) {
        return transactions.run(() -> outbox.all(most));
    }

    @Override
    public void delivered(String message) {
        run(() -> outbox.delivered(message));
    }

    @Override
    public void undelivered(String message, Duration delay) {
        run(() -> outbox.undelivered(message, delay));
    }

    @Override
    public boolean redeliver(String message, String by) {
        return byHand(message, "REDELIVERED", " by " + by, outbox::redeliver);
    }

    @Override
    public boolean strikeOut(String message, String reason, String by) {
        return byHand(message, "STRUCK_OUT", " by " + by + ": " + reason, found -> outbox.delivered(found.id()));
    }

    private boolean byHand(String message, String type, String detail, Consumer<OutboxMessage> what) {
        return transactions.run(() -> {
            Optional<OutboxMessage> found = outbox.find(message);
            found.ifPresent(waiting -> {
                what.accept(waiting);
                workflows.find(waiting.workflow()).orElseThrow().note(type, waiting.step(), message + detail);
            });
            return found.isPresent();
        });
    }

    @Override
    public boolean admit(Admission admission) {
        return transactions.run(() -> {
            Long cursor = cursors.get(admission.source());
            if (cursor != null && cursor >= admission.position()) {
                return false;
            }
            if (admission.workflow() != null) {
                workflows.ensure(admission.workflow());
            }
            transactions.put(cursors, admission.source(), admission.position());
            return true;
        });
    }

    @Override
    public OptionalLong cursor(String source) {
        return transactions.run(() -> {
            Long cursor = cursors.get(source);
            return cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor);
        });
    }

    @Override
    public boolean settle(String workflow, String step, @Nullable StepOutcome outcome, String by) {
        return transactions.run(() -> workflows
                .find(workflow)
                .map(found -> new MemorySettlement(found, endings, clock).settle(step, outcome, by))
                .orElse(false));
    }

    // Looking and housekeeping

    @Override
    public List<Workflow> workflows(WorkflowQuery query) {
        return transactions.run(() -> workflows.matching(query));
    }

    @Override
    public List<Attempt> attempts(String workflow) {
        return transactions.run(() -> workflows
                .find(workflow)
                .map(found -> found.history().attempts())
                .orElse(List.of()));
    }

    @Override
    public List<JournalEntry> journal(String workflow, long after, int most) {
        return transactions.run(() -> workflows
                .find(workflow)
                .map(found -> found.history().linesBehind(after, most))
                .orElse(List.of()));
    }

    @Override
    public List<Workflow> descendants(String workflow) {
        return transactions.run(() -> workflows.descendants(workflow));
    }

    @Override
    public Retention.Report keepHouse(Retention retention) {
        return transactions.run(() -> new MemoryHousekeeping(workflows, outbox, clock).keepHouse(retention));
    }

    /** Waits for the transaction under way, and refuses all further ones. */
    @Override
    public void close() {
        transactions.close();
    }

    private Optional<Workflow> changed(String workflow, Consumer<MemoryWorkflow> change) {
        return transactions.run(() -> {
            Optional<MemoryWorkflow> found = workflows.find(workflow);
            found.ifPresent(change);
            return found.map(MemoryWorkflow::row);
        });
    }

    private void run(Runnable work) {
        Supplier<Boolean> done = () -> {
            work.run();
            return true;
        };
        transactions.run(done);
    }
}
