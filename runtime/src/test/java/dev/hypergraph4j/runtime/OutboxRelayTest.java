package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages of recorded runs come to their receivers. */
@EndsInTime
class OutboxRelayTest {
    private final Processes processes = new Processes();
    private final List<String> received = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    private final TestGraph sending = graph().input("texts")
            .node("send", takes("texts"), gives("sent"), in -> {
                for (Object text : (List<?>) in.get("texts")) {
                    int colon = text.toString().indexOf(':');
                    in.context()
                            .outbox(
                                    text.toString().substring(0, colon),
                                    text.toString().substring(colon + 1));
                }
                return "sent";
            })
            .that(node -> node.takesContext())
            .outputs("sent");

    /** Sends texts, each with its target before a colon. */
    private void send(String workflow, String... texts) {
        TestGraph recorded = sending.with(processes.next());
        recorded.run(recorded.given("texts", List.of(texts)), RunOptions.workflow(workflow));
    }

    private OutboxRelay.Builder relay() {
        return OutboxRelay.on(processes.store);
    }

    private void receive(String text, OutboxMessage message) throws IOException {
        if (refused.contains(text)) {
            throw new IOException("refused " + text);
        }
        received.add(text);
    }

    private void passTime(Duration time) {
        processes.clock.addAndGet(time.toMillis());
    }

    @Test
    void messageComesToTheReceiverForItsTargetOnce() {
        send("a", "bank:5", "mail:hello");
        List<String> mails = new ArrayList<>();
        OutboxRelay relay = relay().to("bank", String.class, this::receive)
                .to("mail", String.class, (text, message) -> mails.add(text + " from " + message.workflow()))
                .build();

        assertThat(relay.workHere()).isEqualTo(2);
        assertThat(relay.workHere()).isZero();

        assertThat(received).containsExactly("5");
        assertThat(mails).containsExactly("hello from a");
    }

    @Test
    void messageComesAgainUnderTheSameIdIfItsDeliveryWasNotNoted() {
        send("a", "bank:5");
        List<String> ids = new ArrayList<>();
        OutboxRelay.Receiver<String> bank = (text, message) -> ids.add(message.id());
        OutboxRelay dying = OutboxRelay.on(Fragile.of(processes.store, 1, true)) // It searches, and can't note.
                .to("bank", String.class, bank)
                .build();

        assertThatThrownBy(dying::workHere).isInstanceOf(Fragile.Death.class);
        relay().to("bank", String.class, bank).build().workHere();

        assertThat(ids).hasSize(2).containsOnly(ids.get(0));
        assertThat(processes.store.outbox(10)).isEmpty();
    }

    @Test
    void refusedMessageComesAgainAfterAPauseThatGrows() {
        send("a", "bank:5");
        refused.add("5");
        List<Integer> deliveries = new ArrayList<>();
        OutboxRelay relay = relay().to("bank", String.class, (text, message) -> {
                    deliveries.add(message.deliveries());
                    receive(text, message);
                })
                .backoff(Duration.ofSeconds(2), Duration.ofSeconds(5))
                .build();

        for (int seconds : new int[] {2, 4, 5, 5}) {
            assertThat(relay.workHere()).isZero();
            passTime(Duration.ofSeconds(seconds).minusMillis(1));
            int tries = deliveries.size();
            relay.workHere();
            assertThat(deliveries).as("too early").hasSize(tries);
            passTime(Duration.ofMillis(1));
        }
        refused.clear();

        assertThat(relay.workHere()).isOne();
        assertThat(received).containsExactly("5");
        assertThat(deliveries).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void messageThatWasRefusedTooOftenIsLeftAloneUntilSomebodyHasItDeliveredAgain() {
        send("a", "bank:5", "bank:6");
        send("b", "bank:7");
        refused.add("5");
        OutboxRelay relay = relay().to("bank", String.class, this::receive)
                .maxDeliveries(2)
                .backoff(Duration.ofSeconds(1), Duration.ofSeconds(1))
                .build();
        relay.workHere();
        passTime(Duration.ofSeconds(1));
        relay.workHere();
        passTime(Duration.ofDays(100_000));
        refused.clear();

        assertThat(relay.workHere()).isZero();
        assertThat(received).containsExactly("7");
        List<WaitingMessage> waiting = processes.store.undelivered(10);
        assertThat(waiting).extracting(WaitingMessage::isLeftAlone).containsExactly(true, false);
        assertThat(waiting.get(0).message().deliveries()).isEqualTo(2);

        processes.store.undelivered(waiting.get(0).message().id(), Duration.ZERO);
        assertThat(relay.workHere()).isEqualTo(2);
        assertThat(received).containsExactly("7", "5", "6");
    }

    @Test
    void refusedMessageHoldsUpOnlyWhatItsWorkflowSentLater() {
        send("a", "bank:1", "bank:2", "bank:3");
        send("b", "bank:4");
        refused.add("2");
        OutboxRelay relay = relay().to("bank", String.class, this::receive).build();

        assertThat(relay.workHere()).isEqualTo(2);
        assertThat(received).containsExactly("1", "4");

        refused.clear();
        passTime(Duration.ofSeconds(1));
        relay.workHere();
        assertThat(received).containsExactly("1", "4", "2", "3");
    }

    @Test
    void messageOfAnotherClassIsRefused() {
        send("a", "bank:5");
        OutboxRelay relay =
                relay().to("bank", Integer.class, (number, message) -> {}).build();

        assertThat(relay.workHere()).isZero();

        passTime(Duration.ofSeconds(1));
        assertThat(processes.store.outbox(1))
                .extracting(OutboxMessage::deliveries)
                .containsExactly(1);
    }

    @Test
    void messagesToOthersAreLeftAloneHoweverManyLieBefore() {
        IntStream.range(0, 250).forEach(i -> send("w" + i, "mail:" + i));
        send("z", "bank:5");

        relay().to("bank", String.class, this::receive).build().workHere();

        assertThat(received).containsExactly("5");
        assertThat(processes.store.outbox(1_000))
                .hasSize(250)
                .extracting(OutboxMessage::deliveries)
                .containsOnly(0);
    }

    @Test
    void moreMessagesThanAreReadAtOnceAreDelivered() {
        IntStream.range(0, 250).forEach(i -> send("w" + i, "bank:" + i));

        assertThat(relay().to("bank", String.class, this::receive).build().workHere())
                .isEqualTo(250);
        assertThat(received).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void interruptedReceiverEndsTheWorkAndItsMessageStaysDue() {
        send("a", "bank:5");
        OutboxRelay relay = relay().to("bank", String.class, (text, message) -> {
                    throw new InterruptedException();
                })
                .build();

        assertThat(relay.workHere()).isZero();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(processes.store.outbox(10))
                .extracting(OutboxMessage::deliveries)
                .containsExactly(0);
    }

    @Test
    void messagesAreDeliveredInTheBackgroundAsTheyCome() throws InterruptedException {
        BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
        try (OutboxRelay relay = relay().to("bank", String.class, (text, message) -> inbox.add(text))
                .poll(Duration.ofMillis(1))
                .build()) {
            relay.work().work();

            send("a", "bank:1");
            assertThat(inbox.take()).isEqualTo("1");
            send("b", "bank:2");
            assertThat(inbox.take()).isEqualTo("2");
        }
        assertThat(inbox).isEmpty();
    }

    @Test
    void receiverWhoseStackOverflowsHoldsUpOnlyItsOwnMessage() {
        send("a", "bank:1");
        send("b", "bank:2");
        OutboxRelay relay = relay().to("bank", String.class, (text, message) -> {
                    if (text.equals("1") && message.deliveries() == 0) {
                        throw new StackOverflowError();
                    }
                    receive(text, message);
                })
                .build();

        assertThat(relay.workHere()).isEqualTo(1);
        passTime(Duration.ofSeconds(1));
        assertThat(relay.workHere()).isEqualTo(1);

        assertThat(received).containsExactly("2", "1");
    }

    @Test
    void threadLivesOnWhateverTheStoreThrows() throws InterruptedException {
        send("a", "bank:1");
        AtomicInteger failures = new AtomicInteger(3);
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("outbox") && failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("of the test");
            }
        });
        BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
        try (OutboxRelay relay = OutboxRelay.on(store)
                .to("bank", String.class, (text, message) -> inbox.add(text))
                .poll(Duration.ofMillis(1))
                .build()) {
            relay.work();
            assertThat(inbox.take()).isEqualTo("1");
        }
    }

    @Test
    void closeWaitsForTheDeliveryUnderWayAndThereIsNoOther() throws InterruptedException {
        send("a", "bank:1", "bank:2");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        OutboxRelay relay = relay().to("bank", String.class, (text, message) -> {
                    begun.countDown();
                    goOn.await();
                    receive(text, message);
                })
                .build();
        relay.work();
        begun.await();

        Thread closing = new Thread(relay::close);
        closing.start();
        Caller.await(closing, Thread.State.TIMED_WAITING);
        goOn.countDown();
        closing.join();

        assertThat(received).containsExactly("1");
        assertThat(relay.workHere()).isZero();
    }

    @Test
    void targetWithTwoReceiversIsRefused() {
        OutboxRelay.Builder relay = relay().to("bank", String.class, this::receive);

        assertThatThrownBy(() -> relay.to("bank", String.class, this::receive))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Target 'bank' has two receivers.");
    }

    @Test
    void pausesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> relay().backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> relay().backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> relay().maxDeliveries(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> relay().poll(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
