package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written can be read, by this library and by others. */
@ParameterizedClass
@EnumSource
class ContentsTest extends StoreTest {

    ContentsTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void everythingIsThereAfterReopening() {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"));
        stories.commit(lease, stories.completed("a", "x".repeat(200_000)), stories.started("b"));
        stories.commit(lease, new StepEvent.Saved(Stories.step("b"), 1, stories.value("half done"), store.now()));
        stories.commit(lease, stories.started("c"), stories.asked("c", String.class));
        History before = store.history("order-1").orElseThrow();
        List<Attempt> attempts = store.attempts("order-1");
        store.close();

        reopen();

        assertThat(store.history("order-1")).contains(before);
        assertThat(store.attempts("order-1")).isEqualTo(attempts);
        assertThat(store.journal("order-1", 0, 100)).hasSize(8);
        assertThat(before.steps()).hasSize(3);
        assertThat(before.attempts()).extracting(Attempt::step).containsExactly("b");
    }

    @Test
    void textThatColumnsCanNotHoldIsReplacedOrRefused() {
        Lease lease = stories.runs("order-1");
        String bad = "a\0b\uD83Dc";
        stories.end(lease, Ending.of(WorkflowStatus.CANCELLED, bad));

        assertThat(store.find("order-1").orElseThrow().reason()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> stories.runs(bad));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.commit(Stories.transition(lease, Durability.SYNC, stories.started(bad))));
    }

    @Test
    void largeValueIsKeptOnceAndGoesWhenNobodyUsesIt() throws SQLException {
        String large = "0123456789".repeat(10_000);
        for (String id : List.of("order-1", "order-2")) {
            Lease lease = stories.runs(id);
            stories.end(
                    lease,
                    Ending.completed(Map.of("text", stories.value(large))),
                    stories.started("a"),
                    stories.completed("a", large));
        }
        assertThat(count("hg_blob")).isEqualTo(1);
        assertThat(count("hg_blob_use")).isEqualTo(4);

        clock.advance(Duration.ofHours(2));
        store.keepHouse(Retention.FOREVER.keepSteps(Duration.ZERO));
        assertThat(count("hg_blob_use")).isEqualTo(2);
        assertThat(count("hg_blob")).isEqualTo(1);
        assertThat(store.history("order-1").orElseThrow().outputs()).containsEntry("text", stories.value(large));

        store.keepHouse(Retention.FOREVER.keepWorkflow(Duration.ZERO));
        assertThat(count("hg_blob")).isZero();
        assertThat(count("hg_workflow")).isZero();
        assertThat(count("hg_value")).isZero();
    }

    @Test
    void largeMessageGoesWithTheStepsOfItsWorkflow() throws SQLException {
        Lease lease = stories.runs("order-1");
        for (String id : List.of("m1", "m2")) {
            store.send("order-1", "approve", id, stories.value(id.repeat(50_000)), "Ada");
        }
        stories.commit(lease, stories.asked("approve", String.class));
        stories.end(lease, Ending.completed(Map.of()), stories.completed("approve", "yes"));
        assertThat(count("hg_blob")).isEqualTo(2);
        clock.advance(Duration.ofHours(2));

        store.keepHouse(Retention.FOREVER.keepSteps(Duration.ofHours(1)));

        assertThat(count("hg_blob_use")).isZero();
        assertThat(count("hg_blob")).isZero();
        assertThat(store.inbox("order-1")).isEmpty();
    }

    @Test
    void missingValueIsAnErrorAndParksTheWorkflow() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"), stories.completed("a", "x".repeat(100_000)));
        stories.end(lease, Ending.of(WorkflowStatus.QUEUED, ""));
        String hash = rows("SELECT hash FROM hg_blob").get(0);
        execute("DELETE FROM hg_blob");

        assertThatExceptionOfType(MissingValueException.class)
                .isThrownBy(() -> store.history("order-1"))
                .withMessageContaining("is not there")
                .satisfies(missing -> assertThat(List.of(missing.hash(), missing.workflow(), missing.step()))
                        .containsExactly(hash, "order-1", "a"));
        Claim claim = store.claim("order-1", Stories.WORKER, false);
        assertThat(claim).isInstanceOf(Claim.Parked.class);
        Workflow parked = store.find("order-1").orElseThrow();
        assertThat(parked.parkReason()).isEqualTo(ParkReason.VALUE_MISSING);
        assertThat(parked.reason()).isEqualTo("value " + hash + " of step 'a' is not there");
    }

    @Test
    void whoOnlyLooksSeesWhatIsThereBesideAMissingValue() throws SQLException {
        String large = "x".repeat(100_000);
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"), stories.completed("a", large));
        stories.commit(lease, stories.started("b"), stories.completed("b", "small"), stories.started("c"));
        stories.commit(lease, new StepEvent.Saved(Stories.step("c"), 1, stories.value(large), store.now()));
        History whole = store.history("order-1").orElseThrow();
        assertThat(store.lookAt("order-1")).contains(whole);
        Payload missing = new Payload.Missing(rows("SELECT hash FROM hg_blob").get(0), "is not there");
        execute("DELETE FROM hg_blob");

        History seen = store.lookAt("order-1").orElseThrow();

        assertThat(seen.workflow()).isEqualTo(whole.workflow());
        assertThat(seen.steps().get(0).outcome().values()).containsExactly(missing);
        assertThat(seen.steps().subList(1, 3)).isEqualTo(whole.steps().subList(1, 3));
        assertThat(seen.attempts().get(0).checkpoint()).isEqualTo(missing);
        assertThat(store.attempts("order-1")).extracting(Attempt::checkpoint).contains(missing);
    }

    @Test
    void missingValueKeepsNoOtherQuestionFromBeingSeen() throws SQLException {
        stories.end(
                stories.runs("order-1"),
                Ending.of(WorkflowStatus.PAUSED, ""),
                stories.asked("a", String.class, List.of("x".repeat(100_000))));
        stories.end(stories.runs("order-2"), Ending.of(WorkflowStatus.PAUSED, ""), stories.asked("a", String.class));
        Payload missing = new Payload.Missing(rows("SELECT hash FROM hg_blob").get(0), "is not there");
        execute("DELETE FROM hg_blob");

        assertThat(store.pending()).extracting(PendingQuestion::workflow).containsExactly("order-1", "order-2");
        assertThat(store.pending().get(0).question().options()).isEqualTo(missing);
    }

    @Test
    void missingValueKeepsNoOtherMessageFromBeingDelivered() throws SQLException {
        send("order-1", stories.value("x".repeat(100_000)));
        send("order-2", stories.value("hello"));
        Payload missing = new Payload.Missing(rows("SELECT hash FROM hg_blob").get(0), "is not there");
        execute("DELETE FROM hg_blob");

        assertThat(store.outbox(10))
                .extracting(OutboxMessage::payload)
                .containsExactly(missing, stories.value("hello"));
        assertThat(store.undelivered(10))
                .extracting(waiting -> waiting.message().payload())
                .containsExactly(missing, stories.value("hello"));
        assertThatExceptionOfType(UnpersistableValueException.class)
                .isThrownBy(() -> store.codec().decode(missing, String.class));
    }

    private void send(String workflow, Payload payload) {
        OutboxMessage message = new OutboxMessage(workflow + "/a", workflow, "a", 0, "mail", payload, 0);
        stories.commit(
                stories.runs(workflow),
                stories.completed("a", "x", new StepEffects(List.of(message), List.of(), List.of())));
    }

    @Test
    void damagedValueIsAnError() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"), stories.completed("a", "x".repeat(100_000)));
        execute("UPDATE hg_blob SET size = size - 1");

        assertThatExceptionOfType(MissingValueException.class)
                .isThrownBy(() -> store.history("order-1"))
                .withMessageContaining("is damaged");
        assertThat(store.lookAt("order-1")
                        .orElseThrow()
                        .steps()
                        .get(0)
                        .outcome()
                        .values())
                .containsExactly(
                        new Payload.Missing(rows("SELECT hash FROM hg_blob").get(0), "is damaged"));
    }

    @Test
    void viewsShowWhatIsThere() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"));
        clock.advance(Duration.ofMillis(7));
        stories.end(
                lease,
                Ending.of(WorkflowStatus.PAUSED, ""),
                stories.completed("a", "x"),
                stories.started("b"),
                stories.asked("b", String.class));

        assertThat(rows("SELECT workflow, status, steps, steps_completed FROM runs_v"))
                .containsExactly("order-1 PAUSED 2 1");
        assertThat(rows("SELECT workflow, step, status FROM steps_v ORDER BY place"))
                .containsExactly("order-1 a COMPLETED", "order-1 b PAUSED");
        assertThat(rows("SELECT step, number, status FROM attempts_v ORDER BY place"))
                .containsExactly("a 1 COMPLETED", "b 1 PAUSED");
        assertThat(rows("SELECT workflow, waits_for, step, detail FROM waiting_v"))
                .containsExactly("order-1 ANSWER b Go on?");
        assertThat(rows("SELECT graph, node, steps FROM slow_v")).containsExactly("ordering a 1");

        stories.end(
                ((Claim.Claimed) store.claim("order-1", Stories.WORKER, false)).lease(),
                Ending.of(WorkflowStatus.PAUSED, ""),
                stories.completed("b", "given"));
        assertThat(rows("SELECT workflow, waits_for, step, detail FROM waiting_v"))
                .isEmpty();
    }

    @Test
    void viewsTellUntilWhenAWorkflowSleeps() throws SQLException {
        long until = store.now() + 60_000;
        StepEvent failed = new StepEvent.Failed(
                Stories.step("a"), 1, new StepError("java.io.IOException", "no route"), Verdict.RETRY, until, 0, 0);
        stories.end(stories.runs("order-1"), Ending.sleeping(until), stories.started("a"), failed);

        assertThat(rows("SELECT workflow, status, wake_at FROM runs_v")).containsExactly("order-1 SLEEPING " + until);
        assertThat(rows("SELECT workflow, waits_for, step, detail FROM waiting_v"))
                .containsExactly("order-1 RETRY a " + until);

        store.claim("order-1", Stories.WORKER, false);
        assertThat(rows("SELECT workflow, status, wake_at FROM runs_v")).containsExactly("order-1 RUNNING 0");
    }

    @Test
    void viewsTellForWhichChildrenAWorkflowWaitsThatIsToBeCancelled() throws SQLException {
        Lease lease = stories.runs("order-1");
        for (ChildPolicy policy : ChildPolicy.values()) {
            Lineage lineage = new Lineage(Lineage.Kind.CHILD, "order-1", "a", policy);
            store.create(stories.workflow("child " + policy, lineage));
        }
        stories.end(
                lease, Ending.of(WorkflowStatus.PAUSED, ""), stories.started("b"), stories.asked("b", String.class));

        store.cancel("order-1", "not wanted");

        assertThat(rows("SELECT waits_for, step, detail FROM waiting_v WHERE workflow = 'order-1'"))
                .containsExactly("CHILD a child WAIT");
    }

    @Test
    void viewsTellOfAWorkflowThatSleepsThoughNoStepHasFailed() throws SQLException {
        long until = store.now() + 60_000;
        stories.end(
                stories.runs("order-1"),
                new Ending(WorkflowStatus.SLEEPING, null, "the executor refused a task", null, Map.of(), until),
                stories.started("a"));

        assertThat(rows("SELECT workflow, waits_for, step, since, detail FROM waiting_v"))
                .containsExactly("order-1 TIME  " + store.now() + " " + until);
    }

    @Test
    void jsonIsAnAnswerIfTheSchemaTakesIt() {
        Lease lease = stories.runs("order-1");
        stories.end(
                lease, Ending.of(WorkflowStatus.PAUSED, ""), stories.started("a"), stories.asked("a", Choice.class));

        assertThatExceptionOfType(InvalidAnswerException.class)
                .isThrownBy(() -> store.answerJson("order-1", "a", "{\"yes\":1}", "Ada"))
                .withMessageContaining("yes");
        assertThatExceptionOfType(InvalidAnswerException.class)
                .isThrownBy(() -> store.answerJson("order-1", "a", "{", "Ada"));
        assertThat(store.answerJson("order-1", "b", "{}", "Ada")).isEmpty();
        AnswerReceipt receipt =
                store.answerJson("order-1", "a", " {\"yes\": true} ", "Ada").orElseThrow();

        assertThat(receipt.accepted()).isTrue();
        assertThat(store.codec().decode(receipt.question().answer(), Choice.class))
                .isEqualTo(new Choice(true));
        assertThat(store.find("order-1").orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void jsonIsAnAnswerIfItIsAmongTheOptions() {
        Lease lease = stories.runs("order-1");
        stories.end(
                lease,
                Ending.of(WorkflowStatus.PAUSED, ""),
                stories.started("a"),
                stories.asked("a", String.class, List.of("post", "bike")));

        assertThatExceptionOfType(InvalidAnswerException.class)
                .isThrownBy(() -> store.answerJson("order-1", "a", "\"ship\"", "Ada"))
                .withMessageContaining("it is none of the options [\"post\",\"bike\"]");
        assertThat(store.answerJson("order-1", "a", "\"bike\"", "Ada")).isPresent();
    }

    record Choice(boolean yes) {}
}
