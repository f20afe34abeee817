package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;

/** The graph of {@link PaintingBefore} after its code was changed: a constant has another name. */
@Graph(name = "painting", durable = true)
public final class PaintingInViridian {
    private PaintingInViridian() {}

    public enum Color {
        RED,
        VIRIDIAN
    }

    public record Paint(String name, int size, Color color) {}

    @Node(outputName = "paint")
    static Paint mix(int number) {
        return new Paint("door", 7, Color.VIRIDIAN);
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
