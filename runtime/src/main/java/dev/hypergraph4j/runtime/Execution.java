package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.NodeTraits;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.RetryDecision;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a node that takes more than a call of its method: its outputs may come from a cache, it passes limiters, an attempt may take only
 * so long, and it is tried again. Both runners ask it what is {@link #next()}; which thread does that, and what happens to the thread while there is
 * nothing to do, is their business.
 *
 * <p>It waits for at most one thing at a time: an equal execution elsewhere that may spare this one, or the end of a back-off, both without a place
 * among the concurrent nodes; then permits of limiters. While it waits for these it keeps its place, since what has permits must never wait for a place
 * that one without them has.
 *
 * <p>Used by one thread at a time, which hands it on under a lock of the run.
 */
final class Execution {

    /** What is to be done with it. */
    enum Next {
        /** An attempt is to be made. */
        ATTEMPT,
        /** There is nothing to do until it wakes the runner. */
        WAIT,
        /** Its outputs are there. */
        FOUND
    }

    private final ExecutionSettings settings;
    private final Plan plan;
    private final NodeTraits traits;
    private final GraphState state;
    private final Trace trace;
    private final int node;
    private final Runnable wake;
    private final @Nullable CacheUse cache;

    /** Where it is recorded; {@code null} where it is not. */
    private final @Nullable StepJournal step;

    private boolean begun;
    private boolean isOpened;
    private int attempt;

    /** How many attempts count against the policy: those that a crash cut short do not. */
    private int failures;

    private long firstBegan;
    private @Nullable Throwable error;
    private @Nullable NodeOutputs found;
    private @Nullable CompletionStage<?> stage;

    /** The latest attempt, where its time is limited. */
    private @Nullable Attempt limited;

    // What it waits for
    private @Nullable Awaited<Boolean> backOff;
    private Timer.@Nullable Alarm alarm;
    private boolean maySleep;
    private @Nullable Awaited<LimiterPermits> permits;
    private @Nullable LimiterPermits asked;

    /** @param wake called by another thread when what it waits for has come; must only hand on */
    Execution(ExecutionSettings settings, PreparedRun<?> run, Trace trace, int node, int iteration, Runnable wake) {
        this.settings = settings;
        this.plan = run.plan();
        this.traits = plan.traits(node);
        this.state = run.state();
        this.trace = trace;
        this.node = node;
        this.wake = wake;
        this.cache = traits.cached() && settings.flights() != null
                ? new CacheUse(settings.flights(), run, trace, node, wake)
                : null;
        this.step = settings.journal() == null ? null : settings.journal().begin(plan, node, iteration);
    }

    /** What is to be done, as far as this thread can see. */
    Next next() {
        if (step != null && !isOpened) {
            open(step);
        }
        if (isReplayed()) {
            return Next.FOUND;
        }
        if (cache != null && !begun) {
            if (!cache.isKnown()) {
                return Next.WAIT;
            }
            found = cache.found();
            if (found != null) {
                return Next.FOUND;
            }
        }
        if (backOff != null) {
            if (backOff.get() == null) {
                return Next.WAIT;
            }
            backOff = null;
            maySleep = false;
        }
        return hasPermits() ? Next.ATTEMPT : Next.WAIT;
    }

    /** Goes on where earlier workers left off. */
    private void open(StepJournal journaled) {
        isOpened = true;
        attempt = journaled.isAsked() ? journaled.attemptThatAsked() : journaled.attempts();
        failures = journaled.failures();
        long delay = journaled.delayNanos();
        if (delay > 0) {
            backOff(delay);
        }
    }

    /** Whether its outcome was recorded before this worker came: it is no outcome of a cache. */
    boolean isReplayed() {
        return step != null && step.isOver();
    }

    private boolean hasPermits() {
        if (settings.limits().isEmpty()) {
            return true;
        }
        if (permits == null) {
            Awaited<LimiterPermits> awaited = new Awaited<>(wake, LimiterPermits::release);
            permits = awaited;
            asked = settings.limits().ask(awaited::bring);
        }
        return permits.get() != null;
    }

    /** What it waits for. */
    Awaited<?> awaited() {
        if (permits != null) {
            return permits;
        }
        if (backOff != null) {
            return backOff;
        }
        return Objects.requireNonNull(cache, "It waits for nothing.").awaited();
    }

    /** Whether it keeps its place among the concurrent nodes while it waits. */
    boolean keepsPlace() {
        return permits != null;
    }

    /** Whether it has a place, and the first attempt, or the use of what was found, is about to begin. */
    boolean isToBegin() {
        return !begun;
    }

    /** Which attempt it is at, from 1; 0 before the first one. */
    int attempt() {
        return attempt;
    }

    /** What the latest attempt failed with; {@code null} if there was none, or it did not. */
    @Nullable
    Throwable error() {
        return error;
    }

    /**
     * Makes an attempt. If the node ends with a stage, the attempt is at its end when that is: see {@link #stage()}.
     *
     * @return what it failed with; {@code null} if it did not
     */
    @Nullable
    Throwable attempt(boolean endsWithStage) {
        boolean takesAnswer = step != null && step.isAsked();
        try {
            begin(takesAnswer);
        } catch (RuntimeException | Error notRecorded) {
            return notRecorded;
        }
        if (takesAnswer) {
            return takeAnswer();
        }
        Attempt timed = traits.timeoutNanos() == 0
                ? null
                : settings.timeouts().begin(plan.node(node).name(), traits.timeoutNanos());
        limited = timed;
        Throwable thrown = call();
        if (thrown == null && endsWithStage) {
            CompletionStage<?> given = state.stage(node);
            stage = timed == null ? given : timed.goOn(given);
            return null;
        }
        return timed == null ? thrown : timed.end(thrown);
    }

    /** @param takesAnswer whether the node is not run, since it has asked before */
    private void begin(boolean takesAnswer) {
        attempt += takesAnswer && attempt > 0 ? 0 : 1;
        trace.attempt(node, attempt);
        if (!begun) {
            firstBegan = System.nanoTime();
        }
        begun = true;
        if (step != null && !takesAnswer) {
            step.started(attempt);
        }
    }

    private @Nullable Throwable takeAnswer() {
        try {
            Objects.requireNonNull(step).takeAnswer(state, questions());
            return null;
        } catch (RuntimeException | Error unfit) {
            return unfit;
        }
    }

    private RunQuestions questions() {
        return (RunQuestions) Objects.requireNonNull(state.respondent(), "The run is not one of questions.");
    }

    private @Nullable Throwable call() {
        LimiterPermits held = permits == null ? null : permits.get();
        try {
            if (held == null) {
                state.run(node, node + 1);
            } else {
                held.holdWhile(() -> state.run(node, node + 1));
            }
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    /** The stage that the attempt ends with. */
    CompletionStage<?> stage() {
        if (stage == null) {
            throw new IllegalStateException("The attempt has no stage.");
        }
        return stage;
    }

    /** Puts what was found in its place. */
    @Nullable
    Throwable takeFound() {
        try {
            if (isReplayed()) {
                return replay(Objects.requireNonNull(step));
            }
            trace.attempt(node, 0);
            if (found != null) {
                state.restore(plan, node, found.values());
            }
            return step == null ? null : step.completed(state, 0);
        } catch (RuntimeException | Error unfit) {
            return unfit;
        }
    }

    private @Nullable Throwable replay(StepJournal journaled) {
        long now = System.nanoTime();
        trace.replayed(node, now - journaled.nanosSinceStart(), now - journaled.nanosSinceEnd());
        return journaled.restore(state);
    }

    /**
     * The attempt is over. What it has failed with is its {@link #error()} from now on, which it may also have if {@code thrown} is {@code null}: what it
     * gave could not be recorded.
     *
     * @param run the run that the node is part of
     * @return how it is tried again; {@code null} if it is not, and the execution is over
     */
    @Nullable
    RetryDecision ended(@Nullable Throwable thrown, EarlyEnd.Stopping run) {
        boolean isOnItsThread = stage == null;
        stage = null;
        releasePermits();
        if (step != null) {
            step.attemptEnded();
        }
        error = step == null ? thrown : recorded(step, thrown);
        if (error == null) {
            if (cache != null) {
                cache.completed();
            }
            return null;
        }
        RetryDecision decision = decide(error, isOnItsThread, run);
        if (!decision.isRetry()) {
            leave();
            return null;
        }
        failures++;
        state.forget(node);
        return decision;
    }

    /** What the attempt has failed with, once what the node gave or asked is recorded, or can't be. */
    private @Nullable Throwable recorded(StepJournal journaled, @Nullable Throwable thrown) {
        if (thrown == null) {
            return journaled.completed(state, attempt);
        }
        if (limited != null && limited.hasEndedWith(thrown)) {
            Throwable unknown = journaled.timedOut(thrown);
            return unknown == null ? thrown : unknown;
        }
        if (thrown instanceof WaitSignal) {
            journaled.waits(attempt);
            return thrown;
        }
        if (thrown instanceof PauseSignal) {
            Throwable unfit =
                    journaled.asked(attempt, Objects.requireNonNull(questions().asked(node)));
            if (unfit != null) {
                questions().withdraw(node);
                return unfit;
            }
        }
        return thrown;
    }

    /** What becomes of it, and is recorded: unless it is the journal itself that failed, or a question that is no failure. */
    private RetryDecision decide(Throwable thrown, boolean isOnItsThread, EarlyEnd.Stopping run) {
        if (thrown instanceof PauseSignal || thrown instanceof UnknownEffectException || isJournalBroken()) {
            return RetryDecision.NONE;
        }
        long since = step == null ? System.nanoTime() - firstBegan : step.nanosSinceFirst();
        RetryDecision decision = traits.retry()
                .decide(thrown, failures + 1, since, ThreadLocalRandom.current().nextDouble());
        if (step == null) {
            return decision;
        }
        boolean isInterrupted = isOnItsThread && Thread.currentThread().isInterrupted();
        if (step.endedEarly(thrown, decision, isInterrupted, run)) {
            return RetryDecision.NONE;
        }
        try {
            step.failed(attempt, thrown, decision);
            return decision;
        } catch (RuntimeException | Error notRecorded) {
            thrown.addSuppressed(notRecorded);
            return RetryDecision.NONE;
        }
    }

    /** Why the latest attempt ended early instead of having failed, since its run is to stop; {@code null} if it did not. */
    @Nullable
    EarlyEnd earlyEnd() {
        return step == null ? null : step.earlyEnd();
    }

    /**
     * Whether somebody interrupted the thread of the latest attempt, which may have taken that for itself. Of a recorded run that is to stop nobody knows, and
     * an exception that tells of it is the answer to that.
     */
    boolean wasInterrupted() {
        EarlyEnd early = earlyEnd();
        return step == null ? error instanceof InterruptedException : early != null && early.isInterrupt();
    }

    private boolean isJournalBroken() {
        return settings.journal() != null && settings.journal().journal().broken() != null;
    }

    /** Begins to wait for the next attempt: what is recorded counts from the failure, however long it took to record it. */
    void backOff(RetryDecision decision) {
        backOff(step == null ? decision.delayNanos() : step.delayNanos());
    }

    private void backOff(long nanos) {
        maySleep = step != null && step.maySleep();
        Awaited<Boolean> over = new Awaited<>(wake, ignored -> {});
        backOff = over;
        alarm = settings.timer().after(nanos, () -> over.bring(true));
    }

    /** Whether the next attempt, for which it waits, is so far away that its workflow may {@link #sleep()} where nothing else of it can go on. */
    boolean maySleep() {
        return maySleep;
    }

    /** It ends here, paused: another run makes the next attempt. */
    void sleep() {
        Objects.requireNonNull(step, "It is not recorded.").sleep();
        leave();
    }

    private void releasePermits() {
        if (permits != null) {
            permits.leave(); // What came is released.
            permits = null;
            asked = null;
        }
    }

    /** It ends here, whatever it waits for: the run is to stop. */
    void leave() {
        if (alarm != null) {
            alarm.cancel();
        }
        if (asked != null) {
            asked.cancel();
        }
        releasePermits();
        if (cache != null) {
            cache.leave();
        }
    }
}
