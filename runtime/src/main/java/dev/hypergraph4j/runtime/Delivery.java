package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.OutboxRelay.Receiver;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** How an {@link OutboxRelay} delivers what is due. */
final class Delivery {
    private static final System.Logger LOG = System.getLogger("dev.hypergraph4j.runtime.OutboxRelay");

    /** How many messages are read at once. */
    private static final int BATCH = 100;

    private final Checkpointer store;
    private final Map<String, Target<?>> targets;
    private final Backoff backoff;
    private final BooleanSupplier isOver;

    /** Who takes the messages to a target, and as what. */
    record Target<M>(Class<M> type, Receiver<? super M> receiver) {
        /** Checks that both are there. */
        Target {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(receiver, "receiver");
        }

        void receive(OutboxMessage message, ValueCodec codec) throws Exception {
            receiver.receive(type.cast(codec.decode(message.payload(), type)), message);
        }
    }

    /**
     * How long a message waits that was not delivered.
     *
     * @param tries after how many it is left alone
     */
    record Backoff(Duration first, Duration most, int tries) {
        /** Checks that there is a pause: what is due at once would be tried again for ever. */
        Backoff {
            if (first.toMillis() < 1 || most.compareTo(first) < 0) {
                throw new IllegalArgumentException(
                        "A back-off is a millisecond at least, and grows: not from " + first + " to " + most);
            }
            if (tries < 1) {
                throw new IllegalArgumentException("A message is tried once at least, not " + tries + " times");
            }
        }

        /** {@link WaitingMessage#FOREVER} where it is left alone. */
        Duration after(int failures) {
            if (failures + 1 >= tries) {
                return WaitingMessage.FOREVER;
            }
            Duration delay = first;
            for (int i = 0; i < failures && delay.compareTo(most) < 0; i++) {
                delay = delay.multipliedBy(2);
            }
            return delay.compareTo(most) < 0 ? delay : most;
        }
    }

    /**
     * A delivery in {@code store}.
     *
     * @param isOver whether no more messages are to be delivered
     */
    Delivery(Checkpointer store, Map<String, Target<?>> targets, Backoff backoff, BooleanSupplier isOver) {
        this.store = store;
        this.targets = Map.copyOf(targets);
        this.backoff = backoff;
        this.isOver = isOver;
    }

    /** Delivers what is due, and gives how many messages that were. */
    int deliverDue() {
        int count = 0;
        List<OutboxMessage> due = due();
        while (!due.isEmpty()) {
            count += deliver(due);
            due = due();
        }
        return count;
    }

    private boolean goesOn() {
        return !isOver.getAsBoolean() && !Thread.currentThread().isInterrupted();
    }

    /** The next messages for the receivers here; none when it is over. Those for others may lie before them. */
    private List<OutboxMessage> due() {
        if (!goesOn()) {
            return List.of();
        }
        int most = BATCH;
        List<OutboxMessage> all = store.outbox(most);
        List<OutboxMessage> ours = ours(all);
        while (ours.isEmpty() && all.size() == most && most <= Integer.MAX_VALUE / 2) {
            most *= 2;
            all = store.outbox(most);
            ours = ours(all);
        }
        return ours;
    }

    private List<OutboxMessage> ours(List<OutboxMessage> messages) {
        return messages.stream()
                .filter(message -> targets.containsKey(message.target()))
                .toList();
    }

    /** Each message was delivered, or waits, or is behind one that waits: so the next look finds others. */
    private int deliver(List<OutboxMessage> due) {
        int count = 0;
        Set<String> heldUp = new HashSet<>();
        for (OutboxMessage message : due) {
            if (goesOn() && !heldUp.contains(message.workflow())) {
                if (deliver(message)) {
                    count++;
                } else {
                    heldUp.add(message.workflow());
                }
            }
        }
        return count;
    }

    private boolean deliver(OutboxMessage message) {
        try {
            Objects.requireNonNull(targets.get(message.target())).receive(message, store.codec());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // It was not the receiver that failed: the message stays due.
            return false;
        } catch (Throwable failure) {
            postpone(message, failure);
            return false;
        }
        store.delivered(message.id());
        return true;
    }

    private void postpone(OutboxMessage message, Throwable failure) {
        Duration delay = backoff.after(message.deliveries());
        store.undelivered(message.id(), delay);
        boolean isLeftAlone = delay.equals(WaitingMessage.FOREVER);
        String next = isLeftAlone
                ? "after " + (message.deliveries() + 1) + " tries it is left alone."
                : "it is tried again in " + delay.toMillis() + " ms.";
        LOG.log(
                isLeftAlone ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                "Message '" + message.id() + "' of workflow '" + message.workflow() + "' to '" + message.target()
                        + "' was not delivered; " + next,
                failure);
    }
}
