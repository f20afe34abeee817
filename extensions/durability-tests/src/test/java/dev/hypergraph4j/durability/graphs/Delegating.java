package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.CompiledGraph;

/** A workflow that spawns another one, does something else, and waits for it. */
@Graph(durable = true)
public final class Delegating {
    private final Receiver receiver;
    private final CompiledGraph<GradingInputs, GradingOutputs> grading;

    public Delegating(Receiver receiver, CompiledGraph<GradingInputs, GradingOutputs> grading) {
        this.receiver = receiver;
        this.grading = grading;
    }

    @Node(outputName = "child")
    String delegate(int number, NodeContext context) {
        receiver.accept(context, "delegated " + number);
        return grading.spawn(context, GradingInputs.of(number));
    }

    @Node(outputName = "name")
    String name(int number, NodeContext context) {
        return receiver.noted(context, "piece " + number);
    }

    @Node(outputName = "report")
    String report(String name, String child, NodeContext context) {
        String grade = grading.awaitSpawned(context, child).grade();
        return receiver.noted(context, name + " has " + grade);
    }
}
