package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StepWorkException;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.plan.GenericType;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.RetryDecision;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a node as its workflow's journal has it: what was recorded of it before this worker came, and what is to be recorded now.
 *
 * <p>Used by one thread at a time, as the {@link Execution} is.
 */
final class StepJournal {
    /** What an attempt ends with that waits for a spawned workflow: there will be another one. */
    private static final StepError WAITS = new StepError("waits for a spawned workflow", "");

    private final JournalScope scope;
    private final Journal journal;
    private final Plan plan;
    private final int node;
    private final StepId id;
    private final @Nullable Step recorded;

    /** The attempts before, since what an earlier one came to was superseded. */
    private final List<Attempt> earlier;

    private final int lastAttempt;
    private final @Nullable PendingQuestion asked;
    private final StepContext context;
    private long startedAt;
    private long firstStartedAt;
    private boolean isUnreadable;
    private @Nullable EarlyEnd earlyEnd;

    /** When the next attempt may be made, in milliseconds since 1970; 0 where it may at any time. */
    private long notBefore;

    StepJournal(JournalScope scope, Plan plan, int node, StepId id) {
        this.scope = scope;
        this.journal = scope.journal();
        this.plan = plan;
        this.node = node;
        this.id = id;
        this.recorded = journal.recorded(id.key());
        List<Attempt> all = journal.attempts(id.key());
        this.lastAttempt = all.isEmpty() ? 0 : all.get(all.size() - 1).number();
        this.earlier = sinceSuperseded(all);
        this.firstStartedAt = earlier.isEmpty() ? 0 : earlier.get(0).startedAt();
        this.asked = journal.question(id.key());
        this.context = new StepContext(journal, id);
        this.notBefore = earlier.isEmpty() ? 0 : earlier.get(earlier.size() - 1).notBefore();
    }

    /** Those behind the last one that gave an outcome or asked: where the step is to be tried again, that does not count any more. */
    static List<Attempt> sinceSuperseded(List<Attempt> all) {
        int first = all.size();
        while (first > 0 && !isOver(all.get(first - 1))) {
            first--;
        }
        return all.subList(first, all.size());
    }

    private static boolean isOver(Attempt attempt) {
        return switch (attempt.status()) {
            case COMPLETED, PAUSED -> true;
            case FAILED -> attempt.verdict() == Verdict.FAIL;
            default -> false;
        };
    }

    StepId id() {
        return id;
    }

    /** What the node may do beside giving its values. */
    StepContext context() {
        return context;
    }

    // What was recorded before

    /** Whether its outcome is there: it does not run again. */
    boolean isOver() {
        return recorded != null
                && (recorded.status() == StepStatus.COMPLETED || recorded.status() == StepStatus.FAILED);
    }

    /** Whether it has asked before: it does not ask again, and waits for the answer. */
    boolean isAsked() {
        return asked != null && recorded != null && recorded.status() == StepStatus.PAUSED;
    }

    /** How many attempts there were, whatever became of them. */
    int attempts() {
        return lastAttempt;
    }

    /** How many of them have failed: those that a crash cut short do not count, nor those that wait for a spawned workflow. */
    int failures() {
        return (int) earlier.stream()
                .filter(attempt -> attempt.status() == AttemptStatus.FAILED && attempt.verdict() == Verdict.RETRY)
                .filter(attempt -> !WAITS.equals(attempt.error()))
                .count();
    }

    /** How long the next attempt has to wait, in nanoseconds. */
    long delayNanos() {
        return notBefore == 0 ? 0 : Math.max(0, notBefore - journal.now()) * 1_000_000;
    }

    /** Whether the next attempt is so far away that the workflow may sleep until then. */
    boolean maySleep() {
        return journal.isFar(notBefore);
    }

    /** Leaves the next attempt to another run, for which the workflow is to be claimed when its time has come. */
    void sleep() {
        journal.outlook().sleepUntil(notBefore);
    }

    /** How long ago the first attempt began, in nanoseconds. */
    long nanosSinceFirst() {
        return nanosSince(firstStartedAt);
    }

    /** How long ago it began and ended, where its outcome was recorded. */
    long nanosSinceStart() {
        return nanosSince(Objects.requireNonNull(recorded).startedAt());
    }

    /** How long ago it ended, where its outcome was recorded. */
    long nanosSinceEnd() {
        return nanosSince(Objects.requireNonNull(recorded).finishedAt());
    }

    private long nanosSince(long millis) {
        return Math.max(0, journal.now() - millis) * 1_000_000;
    }

    /**
     * Puts the recorded outcome in its place.
     *
     * @return what the step failed with; {@code null} if it completed
     */
    @Nullable
    Throwable restore(GraphState state) {
        Step step = Objects.requireNonNull(recorded);
        if (step.error() != null) {
            return new RecordedFailureException(id.key(), step.error());
        }
        StepOutcome outcome = Objects.requireNonNull(step.outcome());
        List<@Nullable Object> values = new ArrayList<>(outcome.opened());
        for (int i = 0; i < outcome.values().size(); i++) {
            int slot = plan.outputSlot(node, i);
            Payload payload = outcome.values().get(i);
            values.add(payload == null ? null : decode(payload, plan.type(slot)));
            keep(slot, payload);
        }
        restore(state, values);
        if (wasGivenItsAnswer(step) && state.respondent() instanceof RunQuestions questions) {
            questions.passOver(plan.node(node).name(), Objects.requireNonNull(values.get(0)));
        }
        return null;
    }

    /** Whether it found an answer when it asked, so that nobody was to be asked; not where an operator gave its outcome. */
    private boolean wasGivenItsAnswer(Step step) {
        return plan.node(node).control().asks() && asked == null && step.attempt() > 0;
    }

    /** A gate that opened what it does not know any more waits for code that does. */
    private void restore(GraphState state, List<@Nullable Object> values) {
        try {
            state.restore(plan, node, values);
        } catch (IllegalArgumentException unknownTarget) {
            isUnreadable = true;
            parkUnreadable(unknownTarget);
            throw unknownTarget;
        }
    }

    /** Takes the question that was asked, and its answer where there is one. */
    void takeAnswer(GraphState state, RunQuestions questions) {
        PendingQuestion question = Objects.requireNonNull(asked);
        Type type = RecordedAnswers.answerType(plan, node);
        if (question.answer() != null) {
            questions.offer(plan.node(node).name(), decode(question.answer(), type));
        }
        state.complete(node, RecordedAnswers.question(question, type, codec()));
    }

    /** Has the workflow wait for code that can read what was recorded, where this can't: it has not failed. */
    private Object decode(Payload payload, Type type) {
        try {
            return codec().decode(payload, type);
        } catch (RuntimeException unreadable) {
            isUnreadable = true;
            parkUnreadable(unreadable);
            throw unreadable;
        }
    }

    private void parkUnreadable(Throwable why) {
        journal.park(ParkReason.VALUE_UNREADABLE, "step '" + id.key() + "': " + why.getMessage());
    }

    /** Which attempt asked. */
    int attemptThatAsked() {
        return Objects.requireNonNull(recorded).attempt();
    }

    // What is to be recorded

    /**
     * Records that an attempt begins, and waits until that is recorded.
     *
     * @throws IncompatibleRunnerException if the node must not be run without a record of it
     * @throws UnknownEffectException if the node must not run again, since nobody knows what came of an earlier attempt
     */
    void started(int attempt) {
        if (plan.traits(node).effectOnce()) {
            journal.requireSteps(plan.name(), id);
        }
        if (plan.traits(node).effectOnce()
                && earlier.stream().anyMatch(before -> before.status() == AttemptStatus.OUTCOME_UNKNOWN)) {
            journal.park(ParkReason.UNKNOWN_EFFECT, UnknownEffects.reason(id.key()));
            throw unknownEffect("its worker died in the middle of it", null);
        }
        startedAt = journal.now();
        firstStartedAt = firstStartedAt == 0 ? startedAt : firstStartedAt;
        context.begin(attempt, earlier);
        journal.record(new StepEvent.Started(id, attempt, context.effectId(), startedAt));
    }

    private UnknownEffectException unknownEffect(String why, @Nullable Throwable cause) {
        return new UnknownEffectException(journal.lease().workflow(), id.key(), why, cause);
    }

    /**
     * The time of an attempt was over, which was interrupted, or goes on: nobody knows whether it had its effect, or is about to.
     *
     * @return what the run ends with, where the node must not be run again then; {@code null} where the attempt has just failed
     */
    @Nullable
    Throwable timedOut(Throwable timeout) {
        if (!plan.traits(node).effectOnce()) {
            return null;
        }
        journal.park(ParkReason.UNKNOWN_EFFECT, UnknownEffects.reason(id.key()) + ": its time was over");
        return unknownEffect("its time was over in the middle of it", timeout);
    }

    /** The attempt is over, however it ended. */
    void attemptEnded() {
        context.end();
    }

    /**
     * Records that the step completed, with what the node gave and did.
     *
     * @param attempt 0 where its outputs came from a cache
     * @return why it could not be recorded, so that the attempt has failed; {@code null} if it was
     */
    @Nullable
    Throwable completed(GraphState state, int attempt) {
        StepEvent.Completed event;
        try {
            event = new StepEvent.Completed(
                    id, attempt, outcome(state, attempt == 0), context.effects(), startedAt(), journal.now());
        } catch (RuntimeException | Error unpersistable) {
            return unpersistable; // Methods of the values are called: they may throw anything.
        }
        if (event.effects().work().isEmpty()) {
            journal.note(event);
            return null;
        }
        try {
            journal.recordAlone(event);
            return null;
        } catch (StepWorkException failed) {
            return failed.getCause();
        } catch (RuntimeException | Error notRecorded) {
            return notRecorded; // The journal is broken, and the run with it.
        }
    }

    private StepOutcome outcome(GraphState state, boolean cached) {
        boolean isGate = plan.node(node).control().isGate();
        int outputs = plan.node(node).outputs().size();
        List<@Nullable Object> given = state.outputs(plan, node);
        int names = given.size() - outputs;
        List<String> opened = new ArrayList<>();
        given.subList(0, isGate ? names : 0).forEach(name -> opened.add(String.valueOf(name)));
        List<@Nullable Payload> values = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            int slot = plan.outputSlot(node, i);
            Object value = given.get(names + i);
            Payload payload = value == null ? null : codec().encode(value, plan.type(slot));
            values.add(payload);
            keep(slot, payload);
        }
        return new StepOutcome(values, opened, cached);
    }

    private void keep(int slot, @Nullable Payload payload) {
        if (scope.isOutermost()) {
            journal.written(plan.slots().get(slot), payload);
        }
    }

    /**
     * Whether an attempt has not failed but {@linkplain #earlyEnd() ended early}, so that the step stays open.
     *
     * @param isInterrupted whether the thread was interrupted that made it
     * @param run the run that the node is part of
     */
    boolean endedEarly(Throwable error, RetryDecision decision, boolean isInterrupted, EarlyEnd.Stopping run) {
        earlyEnd = EarlyEnd.of(error, decision.verdict(), isInterrupted, run, journal);
        return earlyEnd != null;
    }

    /** Why the last attempt ended early; {@code null} if it did not. */
    @Nullable
    EarlyEnd earlyEnd() {
        return earlyEnd;
    }

    /**
     * Records that an attempt failed; where another one follows, waits until that is recorded. One that could not read its answer was none, and one that
     * could not read what an earlier one had kept leaves the step open for code that can.
     */
    void failed(int attempt, Throwable error, RetryDecision decision) {
        if (isUnreadable) {
            return;
        }
        if (context.couldNotRead(error)) {
            parkUnreadable(error);
            return;
        }
        long now = journal.now();
        Verdict verdict = switch (decision.verdict()) {
            case RETRY -> Verdict.RETRY;
            // A value that is nested too deep for a codec's stack is so in any JVM.
            case CRASH -> error instanceof UnpersistableValueException ? Verdict.FAIL : Verdict.CRASH;
            default -> Verdict.FAIL;
        };
        notBefore = decision.isRetry() ? now + decision.delayNanos() / 1_000_000 : 0;
        if (verdict == Verdict.CRASH && crashed(error)) {
            return;
        }
        StepEvent event = new StepEvent.Failed(id, attempt, StepError.of(error), verdict, notBefore, startedAt(), now);
        if (verdict == Verdict.FAIL) {
            journal.note(event);
        } else {
            journal.record(event);
        }
    }

    /** The JVM has failed the node; gives whether what came of the attempt is as unknown as if the process had died, so that it stays open. */
    private boolean crashed(Throwable error) {
        boolean isUnknown = plan.traits(node).effectOnce();
        if (isUnknown) {
            String met = StepError.of(error).type();
            journal.park(ParkReason.UNKNOWN_EFFECT, UnknownEffects.reason(id.key()) + ": it met " + met);
        }
        journal.crash();
        return isUnknown;
    }

    /** Records that the node waits for a workflow that was spawned, and is to be called again. */
    void waits(int attempt) {
        long now = journal.now();
        journal.outlook().awaitChildren();
        journal.note(new StepEvent.Failed(id, attempt, WAITS, Verdict.RETRY, 0, startedAt(), now));
    }

    /**
     * Records what the node asks. One that asked before is not recorded again.
     *
     * @return why it could not be recorded, so that the attempt has failed; {@code null} if it was
     */
    @Nullable
    Throwable asked(int attempt, PauseInfo info) {
        if (isAsked()) {
            return null;
        }
        try {
            journal.requireSteps(plan.name(), id);
            journal.note(new StepEvent.Asked(id, attempt, question(info), startedAt(), journal.now()));
            return null;
        } catch (RuntimeException | Error unfit) {
            return unfit;
        }
    }

    private NewQuestion question(PauseInfo info) {
        Type type = RecordedAnswers.answerType(plan, node);
        return new NewQuestion(
                id.node(),
                info.prompt(),
                info.answerName(),
                plan.node(node).outputs().get(0).type(),
                codec().schema(type),
                codec().encode(info.options(), GenericType.of(List.class, type)),
                RecordedAnswers.evidence(info.evidence(), codec()));
    }

    private long startedAt() {
        return startedAt == 0 ? journal.now() : startedAt;
    }

    private ValueCodec codec() {
        return journal.codec();
    }
}
