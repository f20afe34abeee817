package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import java.util.List;

/** A value whose accessors throw an error, wherever a node may put one. */
@Graph(durable = true)
public final class OddPlaces {
    public enum Place {
        NOWHERE,
        OPTION,
        EVIDENCE,
        MESSAGE,
        CHECKPOINT,
        OUTPUT
    }

    public record Odd(int number) {
        @Override
        public int number() {
            if (number < 0) {
                throw new AssertionError("number");
            }
            return number;
        }

        @Override
        public String toString() {
            return "odd " + number();
        }
    }

    private static final Odd ODD = new Odd(-1);

    @Interrupt(answerName = "choice")
    static Question<Odd> ask(Place place) {
        Question<Odd> question = Question.choose("Which?", List.of(place == Place.OPTION ? ODD : new Odd(1)));
        return place == Place.EVIDENCE ? question.withEvidence("odd", ODD) : question;
    }

    @Node(outputName = "given")
    static Odd give(Place place, NodeContext context) {
        if (place == Place.MESSAGE) {
            context.outbox("anywhere", ODD);
        }
        if (place == Place.CHECKPOINT) {
            context.checkpoint(ODD);
        }
        return place == Place.OUTPUT ? ODD : new Odd(2);
    }

    @Node(outputName = "inner")
    static int take(Odd odd) {
        return odd.number();
    }
}
