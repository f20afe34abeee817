package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepWork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a journaled run may do beside giving its values: it becomes true with the step's completion, or, a checkpoint, at once.
 *
 * <p>The race: an attempt whose time was over may go on, on threads of its own, while the next one is under way. What it wants done then must not become
 * part of that one, so each attempt says which it is. Thread-safe.
 */
final class StepContext {
    private final Journal journal;
    private final StepId id;
    private final String effectId;

    // Guarded by this
    private int attempt;
    private boolean isUnderWay;
    private @Nullable Payload checkpoint;
    private @Nullable RuntimeException unreadable;
    private final List<OutboxMessage> messages = new ArrayList<>(0);
    private final List<NewWorkflow> children = new ArrayList<>(0);
    private int ordinals;
    private final List<StepWork<?>> work = new ArrayList<>(0);

    StepContext(Journal journal, StepId id) {
        this.journal = journal;
        this.id = id;
        this.effectId = effectId(journal.effectRoot(), id.key());
    }

    private static String effectId(String root, String step) {
        InputsDigest digest = new InputsDigest();
        digest.add(root, Payload.of(step.getBytes(StandardCharsets.UTF_8)));
        return digest.text().substring(0, 32);
    }

    /** The key that all attempts at the step pass on to the outside. */
    String effectId() {
        return effectId;
    }

    String workflow() {
        return journal.lease().workflow();
    }

    StepId id() {
        return id;
    }

    Journal journal() {
        return journal;
    }

    /** An attempt begins, after {@code earlier} ones: what a failed one wanted done is forgotten. */
    synchronized void begin(int number, List<Attempt> earlier) {
        attempt = number;
        isUnderWay = true;
        unreadable = null;
        messages.clear();
        children.clear();
        ordinals = 0;
        work.clear();
        for (int i = earlier.size() - 1; i >= 0 && checkpoint == null; i--) {
            checkpoint = earlier.get(i).checkpoint();
        }
    }

    /** The attempt is over: what it wants done from now on comes too late. */
    synchronized void end() {
        isUnderWay = false;
    }

    /** Needs the lock. */
    private void refuseLate(int number) {
        if (!isUnderWay || number != attempt) {
            throw new IllegalStateException("Attempt " + number + " at step '" + id.key() + "' of workflow '"
                    + workflow() + "' is over: it neither keeps, sends nor spawns anything any more.");
        }
    }

    /**
     * Keeps {@code value} for the next attempt, and waits until that is recorded.
     *
     * @throws IllegalStateException if the attempt is over, as with all that it wants done
     */
    void checkpoint(int number, Class<?> type, Object value) {
        Payload payload = journal.codec().encode(value, type);
        StepEvent saved = new StepEvent.Saved(id, number, payload, journal.now());
        synchronized (this) {
            refuseLate(number);
            checkpoint = payload;
            journal.note(saved); // Before the end of the attempt, or not at all: a step that is over keeps nothing.
        }
        journal.flush();
    }

    /** What was kept last, by this attempt or an earlier one. */
    <T> Optional<T> lastCheckpoint(Class<T> type) {
        Payload last;
        synchronized (this) {
            last = checkpoint;
        }
        return last == null ? Optional.empty() : Optional.of(decode(last, type));
    }

    private <T> T decode(Payload last, Class<T> type) {
        try {
            return type.cast(journal.codec().decode(last, type));
        } catch (RuntimeException failure) {
            synchronized (this) {
                unreadable = failure;
            }
            throw failure;
        }
    }

    /** Whether an attempt failed with that what was kept last can't be read. */
    synchronized boolean couldNotRead(Throwable error) {
        Throwable each = unreadable == null ? null : error;
        while (each != null && each != unreadable) {
            each = each.getCause();
        }
        return each != null;
    }

    synchronized void send(int number, String target, Class<?> type, Object message) {
        refuseLate(number);
        int ordinal = messages.size();
        Payload payload = journal.codec().encode(message, type);
        messages.add(new OutboxMessage(effectId + "-" + ordinal, workflow(), id.key(), ordinal, target, payload, 0));
    }

    synchronized <C> void inTransaction(int number, StepWork<C> wanted) {
        refuseLate(number);
        work.add(wanted);
    }

    /** Notes a workflow to be created; one that the step has spawned before counts once. */
    synchronized void spawn(int number, NewWorkflow child) {
        refuseLate(number);
        children.add(child);
    }

    /** Which of the workflows that the attempt spawns the next one is, from 0. Several threads may spawn some at the same time: each gets another one. */
    synchronized int nextChild(int number) {
        refuseLate(number);
        return ordinals++;
    }

    synchronized StepEffects effects() {
        return messages.isEmpty() && children.isEmpty() && work.isEmpty()
                ? StepEffects.NONE
                : new StepEffects(messages, children, work);
    }
}
