package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The messages that wait to be delivered, and the ids of those that were, until their workflow is compacted. */
final class MemoryOutbox {
    private record Waiting(OutboxMessage message, long notBefore) {}

    private final MemoryTransactions transactions;
    private final MemoryClock clock;
    private final Map<Long, Waiting> waiting = new TreeMap<>(); // By when they came
    private final Map<String, Long> numbers = new HashMap<>(); // By their ids, delivered ones too
    private final Map<String, List<String>> delivered = new HashMap<>(); // By their workflows

    MemoryOutbox(MemoryTransactions transactions, MemoryClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Adds a message, unless one with its id was sent before. */
    void add(OutboxMessage message) {
        if (!numbers.containsKey(message.id())) {
            long number = clock.tick();
            transactions.put(numbers, message.id(), number);
            transactions.put(waiting, number, new Waiting(message, 0));
        }
    }

    /** Takes back what a step has sent, as far as it waits. */
    void takeBack(String workflow, String step) {
        for (Map.Entry<Long, Waiting> each : List.copyOf(waiting.entrySet())) {
            OutboxMessage message = each.getValue().message;
            if (message.workflow().equals(workflow) && message.step().equals(step)) {
                transactions.remove(waiting, each.getKey());
                transactions.remove(numbers, message.id());
            }
        }
    }

    /** Forgets the messages of a workflow that were delivered. */
    void forget(String workflow) {
        delivered.getOrDefault(workflow, List.of()).forEach(id -> transactions.remove(numbers, id));
        transactions.remove(delivered, workflow);
    }

    /** Those that are due. One that is not holds up those that its workflow sent later. */
    List<OutboxMessage> due(int most) {
        List<OutboxMessage> due = new ArrayList<>();
        Set<String> heldUp = new HashSet<>();
        for (Waiting each : waiting.values()) {
            String workflow = each.message.workflow();
            if (each.notBefore > clock.now()) {
                heldUp.add(workflow);
            }
            if (due.size() < most && !heldUp.contains(workflow)) {
                due.add(each.message);
            }
        }
        return due;
    }

    List<WaitingMessage> all(int most) {
        return waiting.values().stream()
                .limit(most)
                .map(each -> new WaitingMessage(each.message, each.notBefore))
                .toList();
    }

    /** The message, as long as it waits. */
    Optional<OutboxMessage> find(String id) {
        return Optional.ofNullable(numbers.get(id)).map(waiting::get).map(Waiting::message);
    }

    void redeliver(OutboxMessage message) {
        Long number = numbers.get(message.id());
        if (number != null) {
            transactions.put(waiting, number, new Waiting(triedSoOften(message, 0), 0));
        }
    }

    void delivered(String id) {
        Long number = numbers.get(id);
        Waiting before = number == null ? null : waiting.get(number);
        if (number != null && before != null) {
            String workflow = before.message.workflow();
            List<String> more = new ArrayList<>(delivered.getOrDefault(workflow, List.of()));
            more.add(id);
            transactions.put(delivered, workflow, more);
            transactions.remove(waiting, number);
        }
    }

    void undelivered(String id, Duration delay) {
        Long number = numbers.get(id);
        Waiting before = number == null ? null : waiting.get(number);
        if (number != null && before != null) {
            transactions.put(
                    waiting,
                    number,
                    new Waiting(triedSoOften(before.message, before.message.deliveries() + 1), clock.in(delay)));
        }
    }

    Set<String> senders() {
        Set<String> senders = new HashSet<>();
        waiting.values().forEach(each -> senders.add(each.message.workflow()));
        return senders;
    }

    private static OutboxMessage triedSoOften(OutboxMessage message, int deliveries) {
        return new OutboxMessage(
                message.id(),
                message.workflow(),
                message.step(),
                message.ordinal(),
                message.target(),
                message.payload(),
                deliveries);
    }
}
