package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;

/** Two paths from one node, one of them through a gate, and a node where they meet. */
@Graph(durable = true)
public final class Diamond {
    private final Receiver receiver;

    public Diamond(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "amount")
    int read(int number, NodeContext context) {
        return receiver.noted(context, number * 7);
    }

    @IfElse(whenTrue = "discount", whenFalse = "full")
    boolean isEven(int amount, NodeContext context) {
        return receiver.noted(context, amount % 2 == 0);
    }

    @Node(outputName = "price")
    int discount(int amount, NodeContext context) {
        return receiver.noted(context, amount - 1);
    }

    @Node(outputName = "price")
    int full(int amount, NodeContext context) {
        return receiver.noted(context, amount);
    }

    @Node(outputName = "tax")
    int tax(int amount, NodeContext context) {
        return receiver.noted(context, amount / 5);
    }

    @Node(outputName = "total")
    int add(int price, int tax, NodeContext context) {
        return receiver.noted(context, price + tax);
    }
}
