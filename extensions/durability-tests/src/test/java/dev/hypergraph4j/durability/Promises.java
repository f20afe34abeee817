package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.graphs.Booking;
import dev.hypergraph4j.durability.graphs.Printing;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is promised of some workflows alone: those that must not do something twice, that sleep, that were answered when it was time, or write rows. */
final class Promises {
    private final Checkpointer store;
    private final World world;
    private final Mix mix;
    private final Map<String, Integer> rows = new HashMap<>();

    /** How often something was met, for people. */
    private final Map<String, Integer> met = new TreeMap<>();

    Promises(Checkpointer store, World world, Mix mix) {
        this.store = store;
        this.world = world;
        this.mix = mix;
    }

    /** Checks a workflow that is over. */
    void check(Numbered<?, ?> numbered) {
        String id = numbered.id();
        List<Attempt> attempts = store.attempts(id);
        List<JournalEntry> journal = store.journal(id, 0, Integer.MAX_VALUE);
        backOffWasKept(id, attempts);
        switch (numbered.reference().name()) {
            case "once" -> didItOnce(id, attempts, journal);
            case "sleeping", "dozing" -> slept(id, attempts, journal);
            case "scheduledAnswer" -> wasAnsweredWhenDue(id, attempts, journal);
            case "messages" -> tookItsMessages(numbered, journal);
            case "transaction" ->
                attempts.stream()
                        .filter(attempt -> attempt.step().equals(Booking.IN_TRANSACTION))
                        .forEach(attempt -> rows.put(attempt.effectId(), 1));
            case "spawning" -> count("waits for a child", journal, "WAITING_CHILD");
            default -> {}
        }
    }

    /** A retry does not begin before its time, whichever process makes it. */
    private void backOffWasKept(String id, List<Attempt> attempts) {
        Map<String, Attempt> latest = new HashMap<>();
        for (Attempt attempt : attempts) {
            Attempt before = latest.put(attempt.step(), attempt);
            if (before != null) {
                assertThat(attempt.startedAt())
                        .as("start of attempt " + attempt.number() + " at " + attempt.step() + " of " + id)
                        .isGreaterThanOrEqualTo(
                                before.notBefore() - mix.inexact().toMillis());
            }
        }
    }

    /** It has not begun again but by the word of an operator, and then nothing had been done. */
    private void didItOnce(String id, List<Attempt> attempts, List<JournalEntry> journal) {
        Set<String> effects = attempts.stream()
                .filter(attempt -> attempt.step().equals(Printing.ONCE))
                .map(Attempt::effectId)
                .collect(Collectors.toSet());
        assertThat(effects).as("effects of " + id).hasSize(1);
        effects.forEach(effect ->
                assertThat(world.effect(effect)).as("effects of " + id).hasSize(1));
        boolean hasBegun = false;
        boolean isParked = false;
        for (JournalEntry line : journal) {
            isParked |= line.type().equals("PARKED");
            if (line.step().equals(Printing.ONCE) && line.detail().equals("by " + Operator.NAME)) {
                assertThat(isParked).as("parked before line " + line).isTrue();
                isParked = false;
                hasBegun = false;
                met.merge(line.type().equals("COMPLETED") ? "told what it did" : "tried again", 1, Integer::sum);
            } else if (line.step().equals(Printing.ONCE) && line.type().equals("STARTED")) {
                assertThat(hasBegun).as("begun before line " + line).isFalse();
                hasBegun = true;
            }
        }
        assertThat(isParked).as("parked after all: " + id).isFalse();
    }

    /** It has waited as long as it is to, and nobody has run it meanwhile. */
    private void slept(String id, List<Attempt> attempts, List<JournalEntry> journal) {
        count("sleeps", journal, "SLEEPING");
        for (Attempt attempt : attempts) {
            if (attempt.status() == AttemptStatus.FAILED) {
                assertThat(attempt.notBefore() - attempt.finishedAt())
                        .as("time between the attempts of " + id)
                        .isEqualTo(mix.later().toMillis());
                if (mix == Mix.ONE_AFTER_ANOTHER) { // Elsewhere who stood still may come too late.
                    assertThat(world.times(attempt.effectId()))
                            .as("times of " + id + ", which sleeps from " + attempt.finishedAt())
                            .noneMatch(time -> time > attempt.finishedAt() && time < attempt.notBefore());
                }
            }
        }
    }

    private void wasAnsweredWhenDue(String id, List<Attempt> attempts, List<JournalEntry> journal) {
        List<PendingQuestion> questions = store.history(id).orElseThrow().questions();
        assertThat(questions).as("questions of " + id).hasSize(1);
        PendingQuestion question = questions.get(0);
        assertThat(question.answeredBy()).isEqualTo(Operator.NAME);
        assertThat(question.dueAt()).as("when " + id + " is answered").isPositive();
        assertThat(question.answeredAt()).as("when " + id + " was answered").isGreaterThanOrEqualTo(question.dueAt());
        assertThat(journal.stream().filter(line -> line.type().equals("ANSWERED")))
                .as("answers of " + id)
                .hasSize(1);
        count("scheduled answers", journal, "ANSWERED");
        if (mix == Mix.ONE_AFTER_ANOTHER) { // Elsewhere the clocks do not agree.
            attempts.stream()
                    .filter(attempt -> !Set.of("write", question.step()).contains(attempt.step()))
                    .forEach(attempt -> assertThat(world.times(attempt.effectId()))
                            .as("times of " + attempt.step() + " of " + id)
                            .allMatch(time -> time >= question.dueAt()));
        }
    }

    /** Each turn has taken one message, in the order in which they were sent. */
    private void tookItsMessages(Numbered<?, ?> numbered, List<JournalEntry> journal) {
        String id = numbered.id();
        Map<String, Payload> answers = new HashMap<>();
        store.history(id)
                .orElseThrow()
                .questions()
                .forEach(question -> answers.put(question.step(), question.answer()));
        List<InboxMessage> messages = store.inbox(id);
        assertThat(messages)
                .extracting(InboxMessage::step)
                .as("who took the messages of " + id)
                .containsExactly("expect", "expect#1");
        for (int part = 0; part < messages.size(); part++) {
            Payload sent = messages.get(part).payload();
            assertThat(store.codec().decode(sent, Integer.class))
                    .as("message " + part + " of " + id)
                    .isEqualTo(Parts.part(numbered.number(), part));
            assertThat(answers.get(messages.get(part).step()))
                    .as("answer of " + id)
                    .isEqualTo(sent);
        }
        count("messages", journal, "ANSWERED");
    }

    private void count(String what, List<JournalEntry> journal, String type) {
        int times =
                (int) journal.stream().filter(line -> line.type().equals(type)).count();
        met.merge(what, times, Integer::sum);
    }

    /** Checks that the workflows that were checked have written their rows once, and nobody else has written any. */
    void checkRows(Ledger ledger) {
        assertThat(ledger.rows()).isEqualTo(rows);
    }

    @Override
    public String toString() {
        return met.toString();
    }
}
