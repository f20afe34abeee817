package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What nodes of a simulation do beside giving their values: some keep how far they have come, some send messages, and some fail for a while. And what
 * has to come of that. A step is known by the key of its effects, which tells what it does.
 */
final class SimulatedEffects implements Sketch.Beside {
    private final Random random;
    private final boolean isFlawed;
    private final boolean hasEffects;
    private final int salt;
    private int flaws;
    private long latestMark;

    /** The latest mark of each step that was recorded when its checkpoint returned. */
    private final Map<String, Long> acknowledged = new HashMap<>();

    /** The marks that were to be recorded and were not refused: of those whose process has died nobody knows. */
    private final Set<Long> possible = new HashSet<>();

    private final Map<String, Integer> sendsMessages = new HashMap<>();
    private final List<String> delivered = new ArrayList<>();

    /** Thrown in the end: where it shows, it would count as the failure of a node. */
    private @Nullable AssertionError wrong;

    SimulatedEffects(Random random, boolean isFlawed, boolean hasEffects) {
        this.random = random;
        this.isFlawed = isFlawed;
        this.hasEffects = hasEffects;
        this.salt = random.nextInt();
    }

    /** How many attempts have failed for a while. */
    int flaws() {
        return flaws;
    }

    /** What nodes do beside; {@code null} if nothing. */
    Sketch.@Nullable Beside orNone() {
        return isFlawed || hasEffects ? this : null;
    }

    @Override
    public void act(NodeContext context, boolean asks) throws Flaw {
        int kind = Math.floorMod((context.effectId() + salt).hashCode(), 8);
        if (hasEffects && kind < 2) {
            keep(context);
        }
        // What is sent with a question is not part of the completion, which comes with the answer.
        if (hasEffects && kind % 2 == 1 && !asks) {
            send(context, 1 + kind / 3);
        }
        Flaw.strike(() -> isFlawed && random.nextInt(5) == 0 && ++flaws > 0);
    }

    private void keep(NodeContext context) {
        long seen = context.lastCheckpoint(Long.class).orElse(0L);
        long least = acknowledged.getOrDefault(context.effectId(), 0L);
        long mark = ++latestMark;
        possible.add(mark);
        try {
            context.checkpoint(mark);
        } catch (LeaseLostException refused) {
            possible.remove(mark);
            throw refused;
        }
        acknowledged.merge(context.effectId(), mark, Math::max); // Others may have gone on while this one was slow.
        // Only now it shows that nobody had taken the step over when it looked.
        if (seen != least && !(seen > least && possible.contains(seen))) {
            wrong = new AssertionError("mark " + seen + " was seen, though " + least + " was recorded");
        }
    }

    private void send(NodeContext context, int messages) {
        sendsMessages.put(context.effectId(), messages);
        for (int i = 0; i < messages; i++) {
            context.outbox("someone", context.effectId() + "-" + i);
        }
    }

    /** Delivers some of the messages that wait. */
    void deliverSome(Checkpointer store) {
        for (OutboxMessage message : store.outbox(random.nextInt(5))) {
            assertThat(message.id()).as("payload").isEqualTo(store.codec().decode(message.payload(), String.class));
            store.delivered(message.id());
            delivered.add(message.id());
        }
    }

    /** Each message of a step that has completed is there once, or was delivered once, and there are no others. */
    void check(Checkpointer store, String workflow) {
        if (wrong != null) {
            throw wrong;
        }
        Set<String> completed = store.history(workflow).orElseThrow().steps().stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .map(Step::id)
                .map(step -> step.key())
                .collect(Collectors.toSet());
        Set<String> due = new HashSet<>();
        for (Attempt attempt : store.attempts(workflow)) {
            if (completed.contains(attempt.step())) {
                for (int i = 0; i < sendsMessages.getOrDefault(attempt.effectId(), 0); i++) {
                    due.add(attempt.effectId() + "-" + i);
                }
            }
        }
        List<String> sent = new ArrayList<>(delivered);
        store.outbox(Integer.MAX_VALUE).forEach(message -> sent.add(message.id()));
        assertThat(sent).as("messages").containsExactlyInAnyOrderElementsOf(due);
    }
}
