package dev.hypergraph4j.runtime.durable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a workflow did, and was sent: its steps, attempts, questions, messages and journal, each in the order in which it came. */
final class MemoryHistory {
    private record AttemptKey(String step, int number) {}

    private record MessageKey(String question, String id) {}

    /** An answer that counts at a time, if there is no other then. */
    record Scheduled(Payload answer, long at, String by) {}

    private final MemoryTransactions transactions;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<AttemptKey, Attempt> attempts = new LinkedHashMap<>();
    private final Map<String, PendingQuestion> questions = new LinkedHashMap<>();
    private final Map<String, Scheduled> schedules = new LinkedHashMap<>();
    private final Map<MessageKey, InboxMessage> messages = new LinkedHashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();

    MemoryHistory(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    // Steps

    @Nullable
    Step step(String key) {
        return steps.get(key);
    }

    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    void put(Step step) {
        transactions.put(steps, step.id().key(), step);
    }

    // Attempts

    @Nullable
    Attempt attempt(String step, int number) {
        return attempts.get(new AttemptKey(step, number));
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts.values());
    }

    List<Attempt> attemptsAtOpenSteps() {
        return attempts.values().stream()
                .filter(attempt -> isOpen(attempt.step()))
                .sorted(Comparator.comparingInt(Attempt::number))
                .toList();
    }

    void put(Attempt attempt) {
        transactions.put(attempts, new AttemptKey(attempt.step(), attempt.number()), attempt);
    }

    private boolean isOpen(String key) {
        Step step = steps.get(key);
        return step != null && step.status() == StepStatus.OPEN;
    }

    // Questions

    @Nullable
    PendingQuestion question(String step) {
        return questions.get(step);
    }

    List<PendingQuestion> questions() {
        return List.copyOf(questions.values());
    }

    void put(PendingQuestion question) {
        transactions.put(questions, question.step(), question);
    }

    /** Forgets what a step asked, and what was answered. */
    void forgetQuestion(String step) {
        transactions.remove(questions, step);
        transactions.remove(schedules, step);
    }

    Map<String, Scheduled> schedules() {
        return Map.copyOf(schedules);
    }

    void schedule(String step, Scheduled scheduled) {
        transactions.put(schedules, step, scheduled);
    }

    void unschedule(String step) {
        transactions.remove(schedules, step);
    }

    // Messages

    @Nullable
    InboxMessage message(String question, String id) {
        return messages.get(new MessageKey(question, id));
    }

    List<InboxMessage> messages() {
        return List.copyOf(messages.values());
    }

    /** The one that waits longest for a question under the key. */
    Optional<InboxMessage> nextMessage(String question) {
        return messages.values().stream()
                .filter(message -> message.question().equals(question) && !message.isTaken())
                .findFirst();
    }

    void put(InboxMessage message) {
        transactions.put(messages, new MessageKey(message.question(), message.id()), message);
    }

    // Journal

    int lines() {
        return journal.size();
    }

    List<JournalEntry> linesBehind(long number, int most) {
        return journal.stream().skip(Math.max(0, number)).limit(most).toList();
    }

    void add(JournalEntry entry) {
        transactions.add(journal, entry);
    }
}
