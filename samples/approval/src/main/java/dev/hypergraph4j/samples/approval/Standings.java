package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Reads from the store, and from the bank, what has become of orders. */
final class Standings {
    private final Checkpointer store;
    private final Workflows workflows;
    private final PurchaseGraph purchase;
    private final Set<String> paid;
    private final List<PendingQuestion> pending;

    Standings(Checkpointer store, Workflows workflows, PurchaseGraph purchase, Bank bank) {
        this.store = store;
        this.workflows = workflows;
        this.purchase = purchase;
        this.paid = bank.paid();
        this.pending = workflows.pending();
    }

    /** All of them, by number. */
    List<Standing> all() {
        return store.workflows(WorkflowQuery.ALL.of(purchase.definition().name())).stream()
                .map(this::standing)
                .sorted(Comparator.comparingInt(standing -> standing.order().number()))
                .toList();
    }

    private Standing standing(Workflow workflow) {
        Order order = order(workflow.id());
        return switch (workflow.status()) {
            case COMPLETED -> completed(order);
            case PAUSED -> new Standing(order, "waits", "for " + asked(workflow.id()));
            case QUEUED, RUNNING -> new Standing(order, "under way", "");
            case FAILED -> new Standing(order, "failed", String.valueOf(workflow.error()));
            default -> new Standing(order, workflow.status().name().toLowerCase(Locale.ROOT), workflow.reason());
        };
    }

    private Order order(String workflow) {
        return (Order) store.codec()
                .decode(
                        Objects.requireNonNull(
                                store.history(workflow).orElseThrow().inputs().get("order")),
                        Order.class);
    }

    private Standing completed(Order order) {
        PurchaseOutputs outputs =
                workflows.result(purchase, order.id()).orElseThrow().outputs();
        return outputs.reason()
                .map(reason -> new Standing(order, "refused", reason))
                .orElseGet(() -> new Standing(order, paid.contains(order.id()) ? "paid" : "to be paid", ""));
    }

    private String asked(String workflow) {
        return pending.stream()
                .filter(question -> question.workflow().equals(workflow))
                .map(question ->
                        String.valueOf(workflows.question(question).evidence().get("asked")))
                .findFirst()
                .orElse("");
    }
}
