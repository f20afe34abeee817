package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.OutboxRelay;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.event.EventProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where orders are worked on: a store, what works on its workflows, and what delivers their messages. */
final class Desk implements AutoCloseable {
    private final JdbcCheckpointer store;
    private final PurchaseGraph purchase;
    private final Workflows workflows;
    private final OutboxRelay relay;
    private final Bank bank;
    private final Ledger notices;
    private final Progress progress;

    /**
     * Opens a desk.
     *
     * @param database the file that all is kept in; payments and notices come to lie beside it
     */
    Desk(Path database, Budgets budgets, Progress progress) {
        this.progress = progress;
        this.bank = new Bank(database.resolveSibling("payments.csv"));
        this.notices = new Ledger(database.resolveSibling("notifications.txt"));
        // tag::desk
        store = JdbcCheckpointer.sqlite(database);
        purchase = PurchaseGraph.create(new Purchase(budgets));
        workflows = Workflows.on(store).serve(purchase).runner(runner()).build();
        relay = OutboxRelay.on(store)
                .to(Purchase.BANK, Payment.class, this::pay)
                .to(Purchase.NOTICES, Notice.class, this::tell)
                .build();
        // end::desk
    }

    /**
     * Who kills this program does it from outside: so a workflow may lose its worker as often as that happens, and its lease is short, since the next start
     * waits for it to end.
     */
    private SyncRunner runner() {
        DurableOptions options =
                DurableOptions.defaults().lease(Duration.ofSeconds(2)).recoveryCap(Integer.MAX_VALUE);
        return SyncRunner.builder()
                .checkpointer(store, options)
                .processor(EventProcessor.inline(progress))
                .build();
    }

    private void pay(Payment payment, OutboxMessage message) throws IOException {
        boolean isNew = bank.pay(message.id(), payment);
        progress.tell(payment.order(), isNew ? "the bank pays " + payment.amount() : "the bank has paid before");
    }

    private void tell(Notice notice, OutboxMessage message) throws IOException {
        notices.add(message.id() + " ", message.id() + " " + notice.department() + ": " + notice.text());
    }

    /**
     * Takes an order on.
     *
     * @return whether it is new
     * @throws dev.hypergraph4j.runtime.ConflictException if it was another one when it was taken on
     */
    boolean submit(Order order) {
        return workflows.submit(purchase, order.id(), PurchaseInputs.of(order));
    }

    /** Does what there is to do: what then remains waits for people. */
    void work() throws InterruptedException {
        relay.workHere(); // What a process that was killed has left lying.
        workflows.workUntilIdle();
        relay.workHere();
    }

    /** The questions that wait for an answer, those that wait longest first. */
    List<PendingQuestion> pending() {
        return workflows.pending();
    }

    /** What a pending question asks. */
    Question<?> question(PendingQuestion pending) {
        return workflows.question(pending);
    }

    /** Answers the question about an order; empty if there is none, and never was. */
    Optional<AnswerReceipt> answer(String order, Decision decision, String by) {
        boolean asked = store.history(order).stream()
                .anyMatch(history -> !history.questions().isEmpty());
        return asked ? Optional.of(workflows.answer(order, "ask", decision, by)) : Optional.empty();
    }

    /** What has become of all orders. */
    List<Standing> standings() {
        return new Standings(store, workflows, purchase, bank).all();
    }

    @Override
    public void close() {
        workflows.close();
        relay.close();
        store.close();
    }
}
