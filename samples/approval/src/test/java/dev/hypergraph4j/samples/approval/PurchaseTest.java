package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTest {
    private static final Order CABLES = Sample.order(1001);
    private static final Order SERVER = Sample.order(1007);
    private static final Budget IT = Sample.BUDGETS.of("IT").orElseThrow();

    private final Purchase purchase = new Purchase(Sample.BUDGETS);
    private final Sent sent = new Sent();

    // The nodes, as the plain methods that they are

    @Test
    void goodOrderHasNoFaults() {
        assertThat(purchase.validate(CABLES)).isEmpty();
        assertThat(Purchase.check(List.of())).isEqualTo(Purchase.Check.GOOD);
    }

    @Test
    void allFaultsOfAnOrderAreFound() {
        Order wrong = new Order(1, "Garden", "Ost", "DE00", "trees", new BigDecimal("-1"));

        assertThat(purchase.validate(wrong))
                .containsExactly(
                        "the amount is not positive", "account DE00 is mistyped", "there is no department Garden");
        assertThat(Purchase.check(List.of("a fault"))).isEqualTo(Purchase.Check.FAULTY);
    }

    @ParameterizedTest
    @CsvSource({"1000.00, CHEAP", "1000.01, DEAR", "20000.00, DEAR", "20000.01, TOO_DEAR"})
    void budgetSaysWhatIsDear(String amount, Purchase.Price price) {
        assertThat(Purchase.compare(Sample.costing(SERVER, amount), IT)).isEqualTo(price);
    }

    @Test
    void headOfTheDepartmentIsAsked() {
        Question<Decision> question = Purchase.ask(SERVER, IT);

        assertThat(question.prompt()).isEqualTo("Buy 'Storage server' for 7400.00?");
        assertThat(question.options()).containsExactly(Decision.APPROVE, Decision.REJECT);
        assertThat(question.evidence()).containsEntry("asked", "Ada").containsEntry("supplier", "Rack & Stack Ltd");
    }

    @Test
    void paymentIsSentToTheBank() {
        Payment payment = Purchase.pay(CABLES, sent);

        assertThat(payment.amount()).isEqualByComparingTo("64.80");
        assertThat(sent.targets).containsExactly(Purchase.BANK);
        assertThat(sent.messages).containsExactly(payment);
    }

    @Test
    void departmentIsToldWhateverComesOfItsOrder() {
        Notice good = Purchase.tell(CABLES, Optional.of(Purchase.pay(CABLES, new Sent())), Optional.empty(), sent);
        Notice bad = Purchase.tell(CABLES, Optional.empty(), Optional.of("too dear"), sent);

        assertThat(good.text()).isEqualTo("order-1001 (8 network cables): 64.80 go to Lenze Datentechnik");
        assertThat(bad.text()).isEqualTo("order-1001 (8 network cables): not bought, too dear");
        assertThat(sent.messages).containsExactly(good, bad);
    }

    // Runs of the graph

    private RunResult<PurchaseOutputs> run(Order order, MemoryCheckpointer store) {
        PurchaseGraph graph = PurchaseGraph.create(purchase)
                .with(SyncRunner.builder().checkpointer(store).build());
        return graph.run(PurchaseInputs.of(order), RunOptions.workflow(order.id()));
    }

    @Test
    void cheapOrderIsPaidWithoutAQuestion() {
        MemoryCheckpointer store = MemoryCheckpointer.create();

        PurchaseOutputs outputs = run(CABLES, store).outputs();

        assertThat(outputs.payment()).map(Payment::order).contains("order-1001");
        assertThat(outputs.reason()).isEmpty();
        assertThat(store.outbox(10)).extracting(OutboxMessage::target).containsExactly("bank", "notices");
    }

    @Test
    void dearOrderWaitsForItsAnswerAndSendsNothingMeanwhile() {
        MemoryCheckpointer store = MemoryCheckpointer.create();

        RunResult<PurchaseOutputs> paused = run(SERVER, store);

        assertThat(paused.pauses()).hasSize(1);
        assertThat(store.outbox(10)).isEmpty();

        PurchaseGraph graph = PurchaseGraph.create(purchase)
                .with(SyncRunner.builder().checkpointer(store).build());
        PurchaseOutputs outputs = graph.resume(paused, answers -> answers.decision(Decision.REJECT))
                .outputs();
        assertThat(outputs.reason()).contains("rejected by IT");
        assertThat(outputs.payment()).isEmpty();
        assertThat(store.outbox(10)).extracting(OutboxMessage::target).containsExactly("notices");
    }

    @ParameterizedTest
    @CsvSource({
        "1009, invalid: account AT611904300234573210 is mistyped",
        "1011, more than the 20000.00 of IT",
        "1012, invalid: there is no department Garden",
        "1013, invalid: the amount is not positive",
    })
    void orderThatCantBePaidEndsWithAReason(int number, String reason) {
        PurchaseOutputs outputs =
                run(Sample.order(number), MemoryCheckpointer.create()).outputs();

        assertThat(outputs.reason()).contains(reason);
        assertThat(outputs.payment()).isEmpty();
    }
}
