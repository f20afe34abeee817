package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import java.util.List;

/** A purchase that somebody has to approve before it is paid for. */
// tag::graph
@Graph(durable = true)
public final class Purchase {
    public record Line(String article, int count, int price) {}

    public record Payment(String order, int amount) {}

    @Node(outputName = "total")
    static int total(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.count() * line.price()).sum();
    }

    @Interrupt(answerName = "approved")
    static Question<Boolean> approve(String order, int total) {
        return Question.confirm("Pay " + total + " for order " + order + "?");
    }

    @IfElse(whenTrue = "pay", whenFalse = "decline")
    static boolean isApproved(boolean approved) {
        return approved;
    }

    @Node(outputName = "paid")
    static int pay(String order, int total, NodeContext context) {
        context.outbox("bank", new Payment(order, total));
        return total;
    }

    @Node(outputName = "reason")
    static String decline(String order) {
        return order + " was declined";
    }
}
// end::graph
