package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Rename;
import dev.hypergraph4j.Subgraph;
import java.util.List;

/** A nested graph that runs for each element, equal ones among them. */
@Graph(durable = true)
@Subgraph(
        value = Grading.class,
        name = "grading",
        mapOver = "piece",
        inputs = @Rename(from = "piece", to = "pieces"),
        outputs = @Rename(from = "grade", to = "grades"))
public final class Mapping {
    private final Receiver receiver;

    public Mapping(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "pieces")
    List<Integer> split(int number, NodeContext context) {
        return receiver.noted(context, List.of(number, number + 1, number));
    }

    @Node(outputName = "report")
    String report(List<String> grades, NodeContext context) {
        return receiver.noted(context, String.join(" ", grades));
    }
}
