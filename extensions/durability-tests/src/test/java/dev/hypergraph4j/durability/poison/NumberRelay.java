package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.util.List;

/** Numbers. */
@Graph(durable = true, select = "echo")
public final class NumberRelay {
    private final List<Double> numbers;

    public NumberRelay(List<Double> numbers) {
        this.numbers = numbers;
    }

    @Node(outputName = "numbers")
    List<Double> give(int number) {
        return numbers;
    }

    @Node(outputName = "echo")
    static List<Double> take(List<Double> numbers) {
        return numbers;
    }
}
