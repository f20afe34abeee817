package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.util.function.Supplier;

/** A text. */
@Graph(durable = true, select = "echo")
public final class TextRelay {
    private final Supplier<String> text;

    public TextRelay(Supplier<String> text) {
        this.text = text;
    }

    @Node(outputName = "text")
    String give(int number) {
        return text.get();
    }

    @Node(outputName = "echo")
    static String take(String text) {
        return text;
    }
}
