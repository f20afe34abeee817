package dev.hypergraph4j.samples.guide.gates;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import java.util.Optional;

/** Two gates, one behind the other, and a node that either of them may open. */
@Graph
public final class Loan {
    private Loan() {}

    // tag::chained
    @IfElse(whenTrue = "approve", whenFalse = "assess")
    static boolean isSmall(int amount) {
        return amount <= 1_000;
    }

    @Node(outputName = "burden")
    static double assess(int amount, int income) {
        return (double) amount / income;
    }

    @IfElse(whenTrue = "approve", whenFalse = "reject")
    static boolean isBearable(double burden) {
        return burden < 0.4;
    }

    @Node(outputName = "decision")
    static String approve(int amount, Optional<Double> burden) {
        return "approved: " + amount
                + burden.map(part -> ", " + Math.round(part * 100) + " % of the income")
                        .orElse("");
    }

    @Node(outputName = "decision")
    static String reject(double burden) {
        return "rejected: " + Math.round(burden * 100) + " % of the income";
    }
    // end::chained
}
