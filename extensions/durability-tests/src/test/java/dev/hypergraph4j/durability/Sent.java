package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Messages that workflows have sent: each once, whatever became of the step that sent it. They are known by that step and their ordinal. */
final class Sent {
    private final Map<String, Map<String, Object>> byWorkflow = new HashMap<>();

    private Sent() {}

    /** Delivers what is in the outbox. */
    static Sent delivered(Checkpointer store) {
        Sent sent = new Sent();
        for (OutboxMessage message : store.outbox(Integer.MAX_VALUE)) {
            sent.add(message);
            store.delivered(message.id());
        }
        assertThat(store.outbox(1)).isEmpty();
        return sent;
    }

    private void add(OutboxMessage message) {
        String key = message.step() + " " + message.ordinal() + " to " + message.target();
        assertThat(byWorkflow
                        .computeIfAbsent(message.workflow(), first -> new HashMap<>())
                        .put(key, message.payload()))
                .as("second " + key + " of " + message.workflow())
                .isNull();
    }

    /** What was sent by this workflow, and by no other. */
    Map<String, Object> onlyBy(String id) {
        assertThat(workflows()).isSubsetOf(id);
        return by(id);
    }

    /** What was sent by this workflow. */
    Map<String, Object> by(String id) {
        return byWorkflow.getOrDefault(id, Map.of());
    }

    /** All that have sent something. */
    Set<String> workflows() {
        return byWorkflow.keySet();
    }
}
