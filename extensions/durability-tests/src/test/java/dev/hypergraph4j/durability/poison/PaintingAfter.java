package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;

/** A graph after its code was changed: a field and a constant have gone. */
@Graph(name = "painting", durable = true)
public final class PaintingAfter {
    private PaintingAfter() {}

    public enum Color {
        RED,
        VIRIDIAN
    }

    public record Paint(String name, Color color) {}

    @Node(outputName = "paint")
    static Paint mix(int number) {
        return new Paint("door", Color.RED);
    }

    @Interrupt(answerName = "approved")
    static Question<Boolean> approve(Paint paint) {
        return Question.confirm("Paint?");
    }

    @Node(outputName = "done")
    static String paint(Paint paint, boolean approved) {
        return paint.name() + " " + paint.color() + " " + approved;
    }
}
