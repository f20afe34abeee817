package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store of workflows. A runner that has one records in it what its runs did, so that a workflow goes on after a crash, in another process, or on
 * another day.
 *
 * <p>Every method is one transaction: it takes effect as a whole or not at all, even if the process dies in the middle. What a method has returned
 * from is recorded, as the {@link Durability} says. Where the store fails, it throws a {@link StoreException}; transient failures it has tried to get over
 * before. Thread-safe.
 *
 * <p>{@code CheckpointerContract} in {@code hypergraph4j-testing} is what each implementation has to pass.
 */
public interface Checkpointer extends AutoCloseable {

    /** Writes values for this store. */
    ValueCodec codec();

    /** The time on the store's clock, in milliseconds since 1970: the one clock that leases and delays are measured by. */
    long now();

    // Workflows and their steps

    /**
     * Creates a workflow that waits for a worker.
     *
     * @return whether it was created; {@code false} if there is one with this id, of a graph of the same name (whatever its version) and with the same
     *     {@code inputsDigest}
     * @throws WorkflowExistsException if there is another one with this id
     */
    boolean create(NewWorkflow workflow);

    /**
     * Creates a workflow that takes over steps of another one, and waits for a worker. The other one stays as it is.
     *
     * @throws WorkflowExistsException if there is one with this id
     * @throws StoreException if the other one is not there, or has no outcome or answer that is to be taken over, or a step waits that is to be, but not its
     *     answer: nothing is copied by halves
     */
    void copy(Copy copy);

    /**
     * Records a transition. Nothing of it is recorded where this throws, but for a {@link StoreException} that says otherwise: a store that does not
     * know whether its commit went through finds out before it throws.
     *
     * <p>An {@link Ending} says what the worker wants; it does not know everything. Where a workflow would be PAUSED, WAITING_CHILD or SLEEPING though an answer
     * came or a child ended since it was claimed, it is QUEUED; where it would go on in any way though it is to be cancelled, it is CANCELLED. Where it would be
     * CANCELLED while a child has not ended whose policy is {@link ChildPolicy#WAIT}, it is {@linkplain Workflow#isCancelling WAITING_CHILD} until the last of
     * these has. A child that is spawned and exists already, of the same graph and with the same digest, is the one that is meant.
     *
     * @throws LeaseLostException if the lease is not good any more: another claim was made since, the workflow is not RUNNING, or another worker
     *     has it: one that was deleted and created again has the same epochs
     * @throws WorkflowExistsException if it creates a workflow whose id is taken
     * @throws StoreException also where an event is of a step that has an outcome already, which never changes, begins an attempt that has begun, or ends one
     *     though a later one has begun
     * @throws StepWorkException if work that a step wanted done in the same transaction failed
     */
    void commit(Transition transition);

    /** The workflow; empty if there is none. */
    Optional<Workflow> find(String workflow);

    /**
     * The workflow with all that a worker needs; empty if there is none.
     *
     * @throws MissingValueException if a value of it is missing
     */
    Optional<History> history(String workflow);

    /**
     * The same, for those who only look: in the place of a value that is missing is a {@link Payload.Missing}. Nothing may go on from it.
     *
     * <p>A store whose values can't be missing need not do anything about it.
     */
    default Optional<History> lookAt(String workflow) {
        return history(workflow);
    }

    // Leases

    /**
     * Claims a workflow that is QUEUED, PAUSED, WAITING_CHILD or SLEEPING, or RUNNING with a lease that is over; for an operator also one that is PARKED. Its
     * epoch grows by one, it is RUNNING, and its attempts under way become {@link AttemptStatus#OUTCOME_UNKNOWN}. One whose lease was over has been recovered once
     * more; if that was too often it becomes PARKED instead. A lease is over when the clock has reached its end. How often it was recovered is forgotten
     * with the next step that completes, asks or saves, and when a worker ends its lease. Scheduled answers that are due settle its questions before. One that is
     * WAITING_CHILD to be {@linkplain Workflow#isCancelling CANCELLED} is not claimed.
     *
     * @param byOperator whether a parked workflow is claimed too, and its recoveries are forgotten
     */
    Claim claim(String workflow, Claimant claimant, boolean byOperator);

    /**
     * Prolongs leases of one worker.
     *
     * @return those that are still good, and whether their workflow is to be cancelled
     */
    List<Renewal> renew(Collection<Lease> leases, Claimant claimant);

    /**
     * Whether a lease is still good.
     *
     * @param cancelRequested whether its workflow is to be cancelled
     */
    record Renewal(Lease lease, boolean cancelRequested) {}

    /**
     * The ids of workflows that {@link #claim} would give to a worker by itself, those that wait longest first: QUEUED ones, RUNNING ones whose
     * lease is over, and SLEEPING ones whose time has come. Scheduled answers that are due settle their questions before.
     *
     * @param graphs the names of the graphs that the worker serves
     */
    List<String> claimable(Set<String> graphs, int most);

    /**
     * When time makes the next workflow claimable, on the store's clock: one that is SLEEPING wakes, or a scheduled answer is due. A worker that looks for
     * what is claimable then is not late.
     *
     * @param graphs the names of the graphs that the worker serves; scheduled answers count whichever graph asks
     * @return in milliseconds since 1970, later than now; empty if nothing waits for its time, or {@code graphs} is
     */
    OptionalLong nextWake(Set<String> graphs);

    /**
     * Wants a workflow to be cancelled, and what it spawned, as far as that has not ended: one that nobody runs, since it waits or its lease is over, is
     * CANCELLED at once, else its worker is told when it renews its lease. One that has come to its end stays as it is.
     *
     * <p>Of its children, and of those of each that is cancelled with it, only those are whose {@link ChildPolicy} is CANCEL. Where one with WAIT has not
     * ended, its parent is {@linkplain Workflow#isCancelling WAITING_CHILD} in the place of CANCELLED: nothing wakes it, its questions are not asked any more, and
     * the end of the last such child makes it CANCELLED in the same transaction.
     *
     * @return the workflow as it is then; empty if there is none
     */
    Optional<Workflow> cancel(String workflow, String reason);

    /**
     * Has a workflow go on that is PARKED or PAUSED: it is QUEUED, and its recoveries are forgotten. Of several calls at the same time one does it.
     *
     * @return whether this one did; {@code false} also where there is no such workflow
     */
    boolean requeue(String workflow);

    // Questions

    /**
     * The questions that wait for an answer, since their steps have no outcome, of workflows that may go on with one, those that wait longest first. In the
     * place of a value that is missing is a {@link Payload.Missing}, which keeps nobody from answering the others.
     */
    List<PendingQuestion> pending();

    /**
     * The question of a workflow under a key that waits for an answer, the one that was asked first; empty if none does, or the workflow may not go on. In the place of a value that is missing
     * is a {@link Payload.Missing}.
     *
     * @param key as {@link NewQuestion#key}
     */
    default Optional<PendingQuestion> openQuestion(String workflow, String key) {
        Optional<History> history = lookAt(workflow);
        return history
                .filter(known -> !known.workflow().status().isFinal()
                        && !known.workflow().isCancelling())
                .stream()
                .flatMap(known -> known.questions().stream().filter(known::waitsFor))
                .filter(question -> question.question().key().equals(key))
                .findFirst();
    }

    /**
     * Answers a question. Of several answers the first counts. A workflow that is PAUSED, WAITING_CHILD or SLEEPING is QUEUED then.
     *
     * @param by who answers
     * @return the receipt; empty if there is no such question, or nobody waits for its answer since the workflow has ended, or is to and {@linkplain
     *     Workflow#isCancelling only waits for children}, or since the step has ended, with an answer that its run was given
     */
    Optional<AnswerReceipt> answer(String workflow, String step, Payload answer, String by);

    /**
     * Schedules an answer, which counts if there is no other at that time. A later schedule replaces an earlier one.
     *
     * @param at when, in milliseconds since 1970
     * @return whether there is such a question without an answer, in a workflow that may go on with one
     */
    boolean schedule(String workflow, String step, Payload answer, long at, String by);

    // Messages

    /**
     * Sends a workflow a message, which answers one question under a key: the one that was asked first of those that are open, which is answered now; or, where none
     * is, the next that is asked, in the transaction that records it. Messages are taken in the order in which they came, and answer as {@link #answer} does, but
     * for that nobody is there who may be asked again. Of several messages with one id for one key the first counts.
     *
     * <p>What a step has taken last that is {@linkplain StepEvent.Superseded superseded} waits for the next question. A {@linkplain Lineage.Kind#RETRY retry} has the
     * messages of what it is made of, as they are; a fork has none.
     *
     * @param question the key of the question, as {@link NewQuestion#key}
     * @param id the sender's id of the message
     * @return the receipt; empty if there is no such workflow, or it has ended or is to be cancelled, and has got no such message before
     */
    Optional<MessageReceipt> send(String workflow, String question, String id, Payload payload, String by);

    /**
     * The messages that a workflow was sent, in the order in which they came, until it is compacted. In the place of a payload that is missing is a {@link
     * Payload.Missing}.
     */
    List<InboxMessage> inbox(String workflow);

    /**
     * A message that a workflow was sent; empty if it was sent none with this id for the key. In the place of a payload that is missing is a {@link
     * Payload.Missing}.
     */
    default Optional<InboxMessage> inboxMessage(String workflow, String question, String id) {
        return inbox(workflow).stream()
                .filter(message ->
                        message.question().equals(question) && message.id().equals(id))
                .findFirst();
    }

    // Effects

    /**
     * The messages that wait to be delivered and are due, the oldest first. A workflow's own come in the order in which its steps sent them: one that waits
     * to be delivered again holds up those behind it. In the place of a payload that is missing is a {@link Payload.Missing}, which no codec reads: such a
     * delivery fails, and those of other workflows do not.
     */
    List<OutboxMessage> outbox(int most);

    /**
     * The messages that were not delivered yet, the oldest first: those that are due, those that wait to be tried again, and those that were left alone. In the
     * place of a payload that is missing is a {@link Payload.Missing}.
     */
    List<WaitingMessage> undelivered(int most);

    /** Notes that a message was delivered: it never comes again. One that is not there was delivered before. */
    void delivered(String message);

    /**
     * Notes that a delivery failed: the message comes again after {@code delay}, and after {@link WaitingMessage#FOREVER} not at all. With no delay, one that
     * was left alone is due again.
     */
    void undelivered(String message, Duration delay);

    /**
     * Has a message delivered again that failed or was left alone: it is due, and its failures are forgotten, so that it is tried as often as a new one. What
     * its workflow sent before it comes first all the same. The workflow's journal has a line of that.
     *
     * @param by who wants it
     * @return whether there is such a message that was not delivered yet
     */
    boolean redeliver(String message, String by);

    /**
     * Strikes out a message: it is never delivered, and does not hold up any more what its workflow sent after it. The workflow's journal has a line of that.
     *
     * @param reason why, for those who wonder later
     * @param by who strikes it out
     * @return whether there is such a message that was not delivered yet
     */
    boolean strikeOut(String message, String reason, String by);

    /**
     * Creates the workflow that a source causes and moves the source's cursor on, both or neither.
     *
     * @return whether that was news: {@code false} if the cursor is there or further on
     */
    boolean admit(Admission admission);

    /** How far a source has been read; empty if it has not. */
    OptionalLong cursor(String source);

    /**
     * Gives the outcome of a step of a PARKED workflow by hand, or, with {@code null}, has it tried again: its attempts of unknown outcome count as FAILED
     * then, with the verdict RETRY. The workflow is QUEUED, and its recoveries are forgotten.
     *
     * @return whether there is such a step without an outcome, whose workflow is parked
     */
    boolean settle(String workflow, String step, @Nullable StepOutcome outcome, String by);

    // Looking and housekeeping

    /** The workflows that the query asks for, the latest created first. */
    List<Workflow> workflows(WorkflowQuery query);

    /** All attempts at the steps of a workflow, in the order in which they began, as they are {@linkplain #lookAt looked at}. */
    List<Attempt> attempts(String workflow);

    /** The lines of a workflow's journal behind the one numbered {@code after}, in their order. */
    List<JournalEntry> journal(String workflow, long after, int most);

    /** The workflows that come from this one directly: its forks, retries and children, in the order of their creation. */
    List<Workflow> descendants(String workflow);

    /** Compacts and deletes finished workflows. */
    Retention.Report keepHouse(Retention retention);

    /** Closes what the store has opened. Transitions under way are recorded or refused. */
    @Override
    void close();
}
