package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages of steps that completed are delivered at least once, in order. */
abstract class OutboxContract extends ContractTest {

    OutboxContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void messageWaitsOnceItsStepHasCompleted() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        assertThat(store.outbox(10)).isEmpty();

        commit(lease, sends("order-1", STEP, 1));

        assertThat(store.outbox(10)).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo("order-1/quote/0");
            assertThat(message.workflow()).isEqualTo("order-1");
            assertThat(message.step()).isEqualTo(STEP);
            assertThat(message.ordinal()).isZero();
            assertThat(message.target()).isEqualTo("mail");
            assertThat(message.deliveries()).isZero();
            assertThat(text(message.payload())).isEqualTo("hello 0");
        });
    }

    @Test
    void messagesComeInTheOrderInWhichTheyWereSent() {
        Lease first = runs("order-1");
        Lease second = runs("order-2");
        commit(first, sends("order-1", "b", 2));
        tick();
        commit(second, sends("order-2", "x", 1));
        tick();
        commit(first, sends("order-1", "a", 1));

        assertThat(ids(10)).containsExactly("order-1/b/0", "order-1/b/1", "order-2/x/0", "order-1/a/0");
        assertThat(ids(2)).containsExactly("order-1/b/0", "order-1/b/1");
    }

    @Test
    void deliveredMessageNeverComesAgain() {
        commit(runs("order-1"), sends("order-1", STEP, 2));

        store.delivered("order-1/quote/0");
        store.delivered("order-1/quote/0");

        assertThat(ids(10)).containsExactly("order-1/quote/1");
    }

    @Test
    void undeliveredMessageComesAgainAfterAWhile() {
        commit(runs("order-1"), sends("order-1", STEP, 1));

        store.undelivered("order-1/quote/0", Duration.ofHours(1));
        assertThat(store.outbox(10)).isEmpty();

        advance(Duration.ofHours(1));
        assertThat(store.outbox(10))
                .singleElement()
                .satisfies(message -> assertThat(message.deliveries()).isEqualTo(1));
    }

    @Test
    void undeliveredMessageMayComeAgainAtOnce() {
        commit(runs("order-1"), sends("order-1", STEP, 1));

        store.undelivered("order-1/quote/0", Duration.ZERO);
        store.undelivered("order-1/quote/0", Duration.ZERO);

        assertThat(store.outbox(10))
                .singleElement()
                .satisfies(message -> assertThat(message.deliveries()).isEqualTo(2));
    }

    @Test
    void messageThatWaitsHoldsUpThoseBehindIt() {
        commit(runs("order-1"), sends("order-1", STEP, 3));
        commit(runs("order-2"), sends("order-2", STEP, 1));

        store.undelivered("order-1/quote/1", Duration.ofHours(1));

        assertThat(ids(10)).containsExactly("order-1/quote/0", "order-2/quote/0");
        store.delivered("order-1/quote/1");
        assertThat(ids(10)).containsExactlyInAnyOrder("order-1/quote/0", "order-1/quote/2", "order-2/quote/0");
    }

    @Test
    void messagesThatAreNotDueAreUndeliveredAllTheSame() {
        commit(runs("order-1"), sends("order-1", STEP, 3));
        store.delivered("order-1/quote/0");
        store.undelivered("order-1/quote/1", Duration.ofHours(1));

        List<WaitingMessage> waiting = store.undelivered(10);

        assertThat(waiting)
                .extracting(each -> each.message().id(), each -> each.message().deliveries())
                .containsExactly(tuple("order-1/quote/1", 1), tuple("order-1/quote/2", 0));
        assertThat(waiting.get(0).dueAt()).isGreaterThan(store.now());
        assertThat(waiting.get(1).dueAt()).isLessThanOrEqualTo(store.now());
        assertThat(waiting).noneMatch(WaitingMessage::isLeftAlone);
        assertThat(text(waiting.get(1).message().payload())).isEqualTo("hello 2");
        assertThat(store.undelivered(1)).hasSize(1);
    }

    @Test
    void messageThatIsLeftAloneIsDueAgainWhenSomebodySaysSo() {
        commit(runs("order-1"), sends("order-1", STEP, 2));

        store.undelivered("order-1/quote/0", WaitingMessage.FOREVER);
        assertThat(store.outbox(10)).isEmpty();
        assertThat(store.undelivered(10))
                .extracting(WaitingMessage::isLeftAlone)
                .containsExactly(true, false);

        store.undelivered("order-1/quote/0", Duration.ZERO);
        assertThat(ids(10)).containsExactly("order-1/quote/0", "order-1/quote/1");
        assertThat(store.undelivered(10)).noneMatch(WaitingMessage::isLeftAlone);
    }

    @Test
    void messageIsDeliveredAgainAsIfItWereNew() {
        commit(runs("order-1"), sends("order-1", STEP, 2));
        store.undelivered("order-1/quote/0", Duration.ofHours(1));
        store.undelivered("order-1/quote/0", WaitingMessage.FOREVER);

        assertThat(store.redeliver("order-1/quote/0", "Ada")).isTrue();

        assertThat(store.undelivered(10))
                .extracting(each -> each.message().deliveries(), WaitingMessage::dueAt)
                .containsExactly(tuple(0, 0L), tuple(0, 0L));
        assertThat(ids(10)).containsExactly("order-1/quote/0", "order-1/quote/1");
        assertLastLine("order-1", "REDELIVERED", "order-1/quote/0 by Ada");
    }

    @Test
    void messageThatIsStruckOutIsNeverDeliveredAndHoldsUpNobody() {
        Lease lease = runs("order-1");
        end(lease, Ending.completed(Map.of()), sends("order-1", STEP, 2));
        store.undelivered("order-1/quote/0", WaitingMessage.FOREVER);
        assertThat(ids(10)).isEmpty();

        assertThat(store.strikeOut("order-1/quote/0", "the customer has left", "Ada"))
                .isTrue();

        assertThat(ids(10)).containsExactly("order-1/quote/1");
        assertThat(store.undelivered(10)).hasSize(1);
        assertLastLine("order-1", "STRUCK_OUT", "order-1/quote/0 by Ada: the customer has left");
    }

    @Test
    void onlyAMessageThatWaitsIsDeliveredAgainOrStruckOut() {
        commit(runs("order-1"), sends("order-1", STEP, 2));
        store.delivered("order-1/quote/0");
        store.strikeOut("order-1/quote/1", "not wanted", "Ada");
        int lines = journal("order-1").size();

        for (String message : List.of("order-1/quote/0", "order-1/quote/1", "no such message")) {
            assertThat(store.redeliver(message, "Bob")).isFalse();
            assertThat(store.strikeOut(message, "again", "Bob")).isFalse();
        }
        assertThat(store.undelivered(10)).isEmpty();
        assertThat(journal("order-1")).hasSize(lines);
    }

    private void assertLastLine(String id, String type, String detail) {
        List<JournalEntry> lines = journal(id);
        JournalEntry last = lines.get(lines.size() - 1);
        assertThat(last.type()).isEqualTo(type);
        assertThat(last.step()).isEqualTo(STEP);
        assertThat(last.detail()).isEqualTo(detail);
        assertThat(last.number()).isEqualTo(lines.size());
    }

    @Test
    void messageOutlivesTheEndOfItsWorkflow() {
        Lease lease = runs("order-1");
        end(lease, Ending.completed(Map.of()), sends("order-1", STEP, 1));

        assertThat(ids(10)).containsExactly("order-1/quote/0");
    }

    @Test
    void supersededStepTakesBackWhatItSentUnlessThatWasDelivered() {
        Lease lease = runs("order-1");
        commit(lease, sends("order-1", "other", 1));
        commit(lease, sends("order-1", STEP, 3));
        store.delivered("order-1/quote/0");

        commit(lease, new StepEvent.Superseded(step(STEP), 1, store.now()));
        assertThat(ids(10)).containsExactly("order-1/other/0");

        commit(lease, sends("order-1", STEP, 2));
        assertThat(ids(10)).containsExactly("order-1/other/0", "order-1/quote/1");
    }

    @Test
    void messageWhoseIdWasSentByAnotherWorkflowIsNotSentAgain() {
        commit(runs("order-1"), sends("order-1", STEP, 2));
        store.delivered("order-1/quote/0");

        commit(runs("retry of order-1"), sends("order-1", STEP, 2));

        assertThat(ids(10)).containsExactly("order-1/quote/1");
    }

    @Test
    void unknownMessageIsNoFailure() {
        store.delivered("no such message");
        store.undelivered("no such message", Duration.ZERO);

        assertThat(store.outbox(10)).isEmpty();
    }

    private StepEvent sends(String id, String step, int howMany) {
        List<OutboxMessage> messages = IntStream.range(0, howMany)
                .mapToObj(ordinal -> new OutboxMessage(
                        id + "/" + step + "/" + ordinal, id, step, ordinal, "mail", value("hello " + ordinal), 0))
                .toList();
        return completed(step, 1, "x", new StepEffects(messages, List.of(), List.of()));
    }

    private List<String> ids(int most) {
        return store.outbox(most).stream().map(OutboxMessage::id).toList();
    }
}
