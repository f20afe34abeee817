package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepWorkException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one workflow that this worker has: what is recorded of it, and what is to be. What happened is noted, and goes into the store with
 * the next thing that has to be there before the run goes on: so the end of a node and the start of the one behind it are one commit.
 *
 * <p>Threads of the run that commit at the same time share commits: who comes while one is under way finds his events taken along by the next.
 *
 * <p>When the store fails, the journal is broken: the run stops, nothing is recorded any more, and whoever waits for the run gets that error.
 * Thread-safe.
 */
final class Journal {
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final Checkpointer store;
    private final Claimant claimant;
    private final Lease lease;
    private final Durability durability;
    private final String effectRoot;
    private final StopSignal stop;

    // What was recorded before this worker came
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private final Map<String, PendingQuestion> questions = new HashMap<>();

    private final Outlook outlook = new Outlook();
    private volatile long patience = Long.MAX_VALUE;

    /** Held while something is committed, so that a workflow's transitions come in their order. */
    private final ReentrantLock committing = new ReentrantLock();

    /** Whether work of a step's is done in the transaction that is being committed: nobody knows how long that takes. */
    private volatile boolean isAtWork;

    // Guarded by this
    private @Nullable NewWorkflow creation;
    private List<StepEvent> noted = new ArrayList<>();
    private final Map<String, Payload> outputs = new HashMap<>();
    private @Nullable Throwable broken;
    private volatile boolean isTaken;
    private volatile boolean isLeft;

    private Journal(
            Checkpointer store,
            Claimant claimant,
            Lease lease,
            Durability durability,
            String effectRoot,
            StopSignal stop) {
        this.store = store;
        this.claimant = claimant;
        this.lease = lease;
        this.durability = durability;
        this.effectRoot = effectRoot;
        this.stop = stop;
    }

    /** That of a workflow that is recorded with the first thing that is. */
    static Journal begin(Checkpointer store, Claimant claimant, NewWorkflow workflow, StopSignal stop) {
        Journal journal =
                new Journal(store, claimant, new Lease(workflow.id(), 1), workflow.durability(), workflow.id(), stop);
        journal.creation = workflow;
        return journal;
    }

    /** That of a workflow that goes on. */
    static Journal goOn(
            Checkpointer store, Claimant claimant, Lease lease, History history, String effectRoot, StopSignal stop) {
        Journal journal = new Journal(store, claimant, lease, history.workflow().durability(), effectRoot, stop);
        history.steps().forEach(step -> journal.steps.put(step.id().key(), step));
        history.attempts()
                .forEach(attempt -> journal.attempts
                        .computeIfAbsent(attempt.step(), key -> new ArrayList<>(1))
                        .add(attempt));
        history.questions().forEach(question -> journal.questions.put(question.step(), question));
        return journal;
    }

    Lease lease() {
        return lease;
    }

    ValueCodec codec() {
        return store.codec();
    }

    Claimant claimant() {
        return claimant;
    }

    Durability durability() {
        return durability;
    }

    /** What the keys of effects are made of: the workflow, or the one that it retries, so that the same effect has the same key in both. */
    String effectRoot() {
        return effectRoot;
    }

    long now() {
        return store.now();
    }

    /** What tells the run to stop. */
    StopSignal stop() {
        return stop;
    }

    /** Why the run is to stop; {@code null} as long as it is not. */
    @Nullable
    String stopReason() {
        return stop.reason();
    }

    /**
     * Has a step look at another workflow. Where the store fails it, the step has not failed: the journal is broken, and the run stops.
     *
     * @throws MissingValueException if a value of that workflow is missing; the journal is as good as before
     */
    <T> T look(Function<Checkpointer, T> look) {
        try {
            return look.apply(store);
        } catch (MissingValueException missing) {
            throw missing;
        } catch (RuntimeException | Error failed) {
            throw breakWith(failed);
        }
    }

    // What is there

    /** What was recorded of a step; {@code null} if nothing was. */
    @Nullable
    Step recorded(String key) {
        return steps.get(key);
    }

    /** All steps of which something was recorded. */
    Collection<Step> recorded() {
        return steps.values();
    }

    /** The attempts at a step that came to no outcome, in their order. */
    List<Attempt> attempts(String key) {
        return attempts.getOrDefault(key, List.of());
    }

    /** What a step has asked; {@code null} if it has not. */
    @Nullable
    PendingQuestion question(String key) {
        return questions.get(key);
    }

    // What is to be recorded

    /**
     * Refuses what a step wants to do if that takes a record of it, and there is none.
     *
     * @param graph the one that the step's node is part of
     */
    void requireSteps(String graph, StepId step) {
        if (durability == Durability.EXIT) {
            throw RecordedSteps.missing(graph, step.node());
        }
    }

    /** Records {@code event} with the next commit. */
    synchronized void note(StepEvent event) {
        if (durability != Durability.EXIT || hasEffects(event)) {
            noted.add(event);
        }
    }

    private static boolean hasEffects(StepEvent event) {
        return event instanceof StepEvent.Completed completed
                && (!completed.effects().messages().isEmpty()
                        || !completed.effects().children().isEmpty());
    }

    /** Records {@code event}, and all that was noted before, and waits until it is. */
    void record(StepEvent event) {
        note(event);
        flush();
    }

    /**
     * Records {@code event} by itself, after all that was noted before.
     *
     * @throws StepWorkException if what is to be done with it fails; the journal is as good as before
     */
    void recordAlone(StepEvent event) {
        committing.lock();
        try {
            flush();
            isAtWork = true;
            store.commit(new Transition(lease, claimant, durability, creation(), List.of(event), null));
            begun();
        } catch (StepWorkException failed) {
            throw failed;
        } catch (RuntimeException | Error failed) {
            throw breakWith(failed);
        } finally {
            isAtWork = false;
            committing.unlock();
        }
    }

    /** Whether a step's work is done in a transaction of ours now, which may take any time. */
    boolean isAtWork() {
        return isAtWork;
    }

    private synchronized @Nullable NewWorkflow creation() {
        return creation;
    }

    /** What is recorded first has been. Until then the next thing is the first: the work of a step may have failed, and its transaction with it. */
    private synchronized void begun() {
        creation = null;
    }

    /** Records all that was noted, and waits until it is. */
    void flush() {
        commit(null);
    }

    /** Records all that was noted, and that the workflow leaves this worker. */
    void end(Ending ending) {
        commit(ending);
    }

    /**
     * Records all that was noted, and that the workflow leaves this worker in the middle of its run, of which nothing is recorded any more. While a step's work is
     * done in a transaction of ours, it leaves without a record: its lease is not renewed any more, and has to run out.
     *
     * @return {@code false} where the lease has to run out, since a step's work is under way
     * @throws LeaseLostException if it has left before
     */
    boolean leave(Ending ending) {
        isLeft = true;
        if (!lockUnlessAtWork()) {
            fence();
            return false;
        }
        try {
            if (broken() == null) {
                Ending asParked = outlook.parked();
                end(asParked == null ? ending : asParked);
            }
            return true;
        } finally {
            fence();
            committing.unlock();
        }
    }

    /** Waits for what is being committed, unless it is a step's work that takes the time; gives whether nothing is committed now. */
    private boolean lockUnlessAtWork() {
        while (!committing.tryLock()) {
            if (isAtWork) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS); // What is committed now takes no longer than the disk.
        }
        return true;
    }

    /** Whether the workflow has left this worker, or is about to, in the middle of its run. */
    boolean isLeft() {
        return isLeft;
    }

    private void commit(@Nullable Ending ending) {
        committing.lock();
        try {
            Transition next = take(ending);
            if (next != null) {
                write(next);
                begun();
            }
        } catch (RuntimeException | Error failed) {
            throw breakWith(failed);
        } finally {
            committing.unlock();
        }
    }

    private void write(Transition next) {
        if (lease.epoch() == 0) {
            throw ConflictException.noSuchItem(
                    lease.workflow(), next.events().get(0).step().key());
        }
        try {
            store.commit(next);
        } catch (WorkflowExistsException taken) {
            isTaken = next.creation() != null && taken.id().equals(lease.workflow());
            throw taken;
        }
    }

    private synchronized @Nullable Transition take(@Nullable Ending ending) {
        if (broken != null) {
            throw Started.unchecked(broken);
        }
        boolean isNothing = noted.isEmpty() || durability == Durability.EXIT;
        if (ending == null && isNothing) {
            return null;
        }
        Transition next = new Transition(lease, claimant, durability, creation, noted, ending);
        noted = new ArrayList<>();
        return next;
    }

    /** Nothing can be recorded any more; gives what to throw. */
    private RuntimeException breakWith(Throwable failure) {
        synchronized (this) {
            if (broken == null) {
                broken = failure;
            }
        }
        stop.stop("the journal of workflow '" + lease.workflow() + "' can't be written");
        return Started.unchecked(failure);
    }

    /** Somebody else has the workflow. */
    void fence() {
        var unused = breakWith(new LeaseLostException(lease));
    }

    /** Why nothing can be recorded any more; {@code null} as long as it can. */
    synchronized @Nullable Throwable broken() {
        return broken;
    }

    /**
     * The outcome of {@code step}, or its question, does not count any more.
     *
     * @param made the attempts that were made at it; the next one is another one
     */
    void supersede(Step step, List<Attempt> made) {
        StepId id = step.id();
        int number = made.stream().mapToInt(Attempt::number).reduce(step.attempt(), Math::max);
        Attempt last = new Attempt(
                id.key(), number, lease.epoch(), "", AttemptStatus.COMPLETED, now(), now(), null, null, 0, null, "");
        steps.remove(id.key());
        questions.remove(id.key());
        attempts.put(id.key(), List.of(last));
        note(new StepEvent.Superseded(id, step.attempt(), now()));
    }

    /** Whether somebody else was faster to create a workflow with its id. */
    boolean isTaken() {
        return isTaken;
    }

    /** Whether the workflow is in the store. */
    synchronized boolean hasBegun() {
        return creation == null;
    }

    // How it is to end

    /** How the workflow is to end when the run is over. */
    Outlook outlook() {
        return outlook;
    }

    /**
     * Has the workflow wait for an operator, and the run stop at once: what a step met is no failure of it, and whoever took it for one, as a map does
     * that goes on without the item, would record what no run gives that does not meet it.
     */
    void park(ParkReason why, String reason) {
        outlook.park(why, reason);
        stop.stop(reason);
    }

    /** The JVM has failed a step: the workflow is left to another process, and the run stops, as where it is to {@link #park}. */
    void crash() {
        outlook.crash();
        stop.stop("the JVM has failed a node");
    }

    /** Has steps wait so long at most for their next attempts: where these are further away, the workflow may sleep until then. */
    void maySleepAfter(Duration longest) {
        patience = longest.toMillis();
    }

    /** Whether a time is so far away that the workflow may sleep until then. Where its failed attempts are not recorded, it must not. */
    boolean isFar(long time) {
        return durability != Durability.EXIT && time - now() > patience;
    }

    /**
     * When a worker is to try again what this one could not do, in milliseconds since 1970; 0 where no worker has claimed the workflow, since somebody
     * waits for it here.
     */
    long nextTry() {
        return patience == Long.MAX_VALUE ? 0 : now() + patience;
    }

    /** An executor has {@code refused} a thread to the run, which stops, and has not failed with that. */
    void refused(Throwable refused) {
        outlook.refuse();
        stop.stop("the executor refused a task: " + refused);
    }

    /** Somebody wants the workflow cancelled. */
    void cancel() {
        outlook.cancel();
        stop.stop("the workflow was cancelled");
    }

    // What it gives

    /** Keeps what a value of the outermost run was written down as: maybe it is an output. */
    synchronized void written(String value, @Nullable Payload payload) {
        if (payload == null) {
            outputs.remove(value);
        } else {
            outputs.put(value, payload);
        }
    }

    /** What a value of the outermost run was written down as; {@code null} if it was not. */
    synchronized @Nullable Payload written(String value) {
        return outputs.get(value);
    }
}
