package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.Seed;

/** Follows a parcel, of which each place that it comes through tells. */
// tag::graph
@Graph(durable = true)
public final class Tracking {

    @Node(outputName = "stop")
    static int travel(@Seed int stop) {
        return stop + 1;
    }

    @Interrupt(answerName = "place")
    static Question<String> scan(int stop) {
        return Question.ask("Where is it at stop " + stop + "?", String.class);
    }

    @Node(outputName = "seen")
    static String note(int stop, String place) {
        return place + " at stop " + stop;
    }

    @IfElse(whenTrue = "travel", whenFalse = Gate.END)
    static boolean isUnderWay(String place, String seen) {
        return !place.equals("home");
    }
}
// end::graph
