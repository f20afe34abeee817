package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.Route;
import dev.hypergraph4j.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of an order: it is checked, approved where it is dear, and paid; or it ends with a reason. */
@Graph(
        durable = true,
        select = {"payment", "reason", "notice"})
public final class Purchase {
    static final String BANK = "bank";
    static final String NOTICES = "notices";

    private final Budgets budgets;

    Purchase(Budgets budgets) {
        this.budgets = budgets;
    }

    /** Whether there is something wrong with an order. */
    enum Check {
        @Target("findBudget")
        GOOD,
        @Target("refuse")
        FAULTY
    }

    /** How dear an order is to its department. */
    enum Price {
        @Target("pay")
        CHEAP,
        @Target("ask")
        DEAR,
        @Target("turnDown")
        TOO_DEAR
    }

    /** What is wrong with an order. */
    @Node(outputName = "faults")
    List<String> validate(Order order) {
        List<String> faults = new ArrayList<>();
        if (order.amount().signum() <= 0) {
            faults.add("the amount is not positive");
        }
        if (!Iban.isValid(order.account())) {
            faults.add("account " + order.account() + " is mistyped");
        }
        if (budgets.of(order.department()).isEmpty()) {
            faults.add("there is no department " + order.department());
        }
        return faults;
    }

    @Route
    static Check check(List<String> faults) {
        return faults.isEmpty() ? Check.GOOD : Check.FAULTY;
    }

    /** The budget as it is now: whoever is asked later, and on whatever day, is asked because of this one. */
    @Node(outputName = "budget")
    Budget findBudget(Order order) {
        return budgets.of(order.department()).orElseThrow();
    }

    @Route
    static Price compare(Order order, Budget budget) {
        if (order.amount().compareTo(budget.most()) > 0) {
            return Price.TOO_DEAR;
        }
        return order.amount().compareTo(budget.free()) > 0 ? Price.DEAR : Price.CHEAP;
    }

    // tag::ask
    @Interrupt(answerName = "decision")
    static Question<Decision> ask(Order order, Budget budget) {
        return Question.choose("Buy '" + order.item() + "' for " + order.amount() + "?", List.of(Decision.values()))
                .withEvidence("asked", budget.head())
                .withEvidence("supplier", order.supplier());
    }

    @Route
    static Decision decide(Decision decision) {
        return decision;
    }

    @Node(outputName = "payment")
    static Payment pay(Order order, NodeContext context) {
        Payment payment = new Payment(order.id(), order.supplier(), order.account(), order.amount());
        context.outbox(BANK, payment);
        return payment;
    }
    // end::ask

    @Node(outputName = "reason")
    static String refuse(List<String> faults) {
        return "invalid: " + String.join(", ", faults);
    }

    @Node(outputName = "reason")
    static String turnDown(Budget budget) {
        return "more than the " + budget.most() + " of " + budget.department();
    }

    @Node(outputName = "reason")
    static String reject(Budget budget) {
        return "rejected by " + budget.department();
    }

    /** Tells the department, whatever came of its order. */
    @Node(outputName = "notice")
    static Notice tell(Order order, Optional<Payment> payment, Optional<String> reason, NodeContext context) {
        String end = payment.map(paid -> paid.amount() + " go to " + paid.supplier())
                .orElseGet(() -> "not bought, " + reason.orElseThrow());
        Notice notice = new Notice(order.department(), order.id() + " (" + order.item() + "): " + end);
        context.outbox(NOTICES, notice);
        return notice;
    }
}
