package dev.hypergraph4j.samples.guide.interrupts;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;

/** Money goes back to a customer if somebody says so. */
@Graph
public final class Refund {
    private Refund() {}

    // tag::ask
    @Interrupt(answerName = "approved")
    static Question<Boolean> approve(String customer, int amount) {
        return Question.confirm("Pay " + amount + " back to " + customer + "?").withEvidence("amount", amount);
    }

    @IfElse(whenTrue = "pay", whenFalse = "decline")
    static boolean isApproved(boolean approved) {
        return approved;
    }
    // end::ask

    @Node(outputName = "letter")
    static String pay(String customer, int amount) {
        return customer + ", " + amount + " is on its way.";
    }

    @Node(outputName = "letter")
    static String decline(String customer) {
        return customer + ", we are sorry.";
    }

    @Node(outputName = "reminder")
    static String remind(String customer) {
        return customer + ", we are looking into it.";
    }
}
