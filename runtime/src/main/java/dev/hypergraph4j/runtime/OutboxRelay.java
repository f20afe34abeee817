package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what steps have sent by {@link dev.hypergraph4j.NodeContext#outbox NodeContext.outbox}: each message to the receiver for its target, at least
 * once, and those of one workflow in the order in which they were sent.
 *
 * <pre>{@code
 * OutboxRelay relay = OutboxRelay.on(store)
 *     .to("bank", Payment.class, (payment, message) -> bank.pay(message.id(), payment))
 *     .build();
 * relay.work();                                             // from now on, in the background
 * }</pre>
 *
 * <p>A message comes again if the process dies between its delivery and the note of it, and it may come twice where several relays of a store have a
 * receiver for its target. Its id is the same each time: a receiver that lets the first one count has every effect once. A message whose receiver throws
 * comes again after a while, as often as it takes (or {@link Builder#maxDeliveries as often as is allowed}), and holds up those that its workflow sent after it. What has no receiver here is left to other relays.
 *
 * <p>Messages are delivered one after the other: where one receiver is slow and others should not wait for it, give it a relay of its own. Thread-safe.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.hypergraph4j.runtime.OutboxRelay");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Delivery delivery;
    private final Duration poll;

    /** Has this relay deliver on one thread at a time. */
    private final ReentrantLock delivering = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closed = lock.newCondition();

    // Written under the lock
    private @Nullable Thread thread;
    private volatile boolean isClosed;

    /** Takes the messages to a target. */
    @FunctionalInterface
    public interface Receiver<M> {
        /**
         * Takes a message. It counts as delivered when this has returned.
         *
         * @param content what the step has sent
         * @param message the message, for its id, by which repeated deliveries are told
         * @throws Exception if it is to be delivered again
         */
        void receive(M content, OutboxMessage message) throws Exception;
    }

    private OutboxRelay(Builder builder) {
        this.delivery = new Delivery(builder.store, builder.targets, builder.backoff, () -> isClosed);
        this.poll = builder.poll;
    }

    /** Starts to set up what delivers the messages of {@code store}. */
    public static Builder on(Checkpointer store) {
        return new Builder(store);
    }

    /** Delivers in the background, until this is closed. Several calls are one. */
    public OutboxRelay work() {
        lock.lock();
        try {
            if (thread == null && !isClosed) {
                thread = new Thread(this::deliverForEver, "hypergraph4j-relay");
                thread.setDaemon(true);
                thread.start();
            }
        } finally {
            lock.unlock();
        }
        return this;
    }

    /**
     * Delivers, on this thread, what is due, until there is nothing left. A receiver that is interrupted ends it.
     *
     * @return how many messages were delivered
     */
    public int workHere() {
        delivering.lock();
        try {
            return delivery.deliverDue();
        } finally {
            delivering.unlock();
        }
    }

    private void deliverForEver() {
        Lasting looks = new Lasting(LOG, "The look for messages has failed; the next one may not.");
        do {
            looks.once(this::workHere, 0);
        } while (awaitNextLook());
    }

    /** Gives whether there is to be one. That a receiver was interrupted is over then: nobody else has this thread. */
    private boolean awaitNextLook() {
        Thread.interrupted();
        long nanos = poll.toNanos();
        lock.lock();
        try {
            while (!isClosed && nanos > 0) {
                nanos = closed.awaitNanos(nanos);
            }
        } catch (InterruptedException early) {
            // Then the next look comes now.
        } finally {
            lock.unlock();
        }
        return !isClosed;
    }

    /** Delivers nothing more. The delivery that is under way may end, for 30 seconds at most. The store is its owner's to close. */
    @Override
    public void close() {
        Thread background;
        lock.lock();
        try {
            isClosed = true;
            closed.signalAll();
            background = thread;
        } finally {
            lock.unlock();
        }
        if (background != null && background != Thread.currentThread()) {
            join(background);
        }
    }

    private static void join(Thread background) {
        try {
            background.join(PATIENCE.toMillis());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects the receivers. Not thread-safe. */
    public static final class Builder {
        private final Checkpointer store;
        private final Map<String, Delivery.Target<?>> targets = new LinkedHashMap<>();
        private Delivery.Backoff backoff =
                new Delivery.Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), Integer.MAX_VALUE);
        private Duration poll = Duration.ofSeconds(1);

        private Builder(Checkpointer store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /**
         * Who takes the messages to {@code target}.
         *
         * @param type the class of what nodes send there, or what they say that it is
         * @throws IllegalArgumentException if the target has a receiver
         */
        public <M> Builder to(String target, Class<M> type, Receiver<? super M> receiver) {
            Delivery.Target<M> added = new Delivery.Target<>(type, receiver);
            if (targets.putIfAbsent(target, added) != null) {
                throw new IllegalArgumentException("Target '" + target + "' has two receivers.");
            }
            return this;
        }

        /**
         * How long a message waits whose delivery failed: {@code first}, and twice as long with every further failure, up to {@code most}. A second, and up to
         * five minutes, by default.
         */
        public Builder backoff(Duration first, Duration most) {
            this.backoff = new Delivery.Backoff(first, most, backoff.tries());
            return this;
        }

        /**
         * After how many failures a message is left alone: it stays {@linkplain Checkpointer#undelivered(int) undelivered}, and so does what its workflow sent
         * after it, until somebody has it {@linkplain Checkpointer#redeliver delivered again}, or {@linkplain Checkpointer#strikeOut strikes it out}. By default it is tried for ever.
         */
        public Builder maxDeliveries(int tries) {
            this.backoff = new Delivery.Backoff(backoff.first(), backoff.most(), tries);
            return this;
        }

        /** How long after one look for messages the next one comes, in the background. A second by default. */
        public Builder poll(Duration interval) {
            if (interval.toMillis() < 1) {
                throw new IllegalArgumentException("poll is at least a millisecond, not " + interval);
            }
            this.poll = interval;
            return this;
        }

        /** The relay. It does nothing before it is told to work. */
        public OutboxRelay build() {
            return new OutboxRelay(this);
        }
    }
}
