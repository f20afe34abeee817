package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;

/** A graph before its code was changed: see {@link PaintingWithoutSize} and {@link PaintingInViridian}. */
@Graph(name = "painting", durable = true)
public final class PaintingBefore {
    private PaintingBefore() {}

    public enum Color {
        RED,
        GREEN
    }

    public record Paint(String name, int size, Color color) {}

    @Node(outputName = "paint")
    static Paint mix(int number) {
        return new Paint("door", 7, Color.GREEN);
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
