package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;

/** Five trivial steps, a question, and five more. */
@Graph(durable = true)
public final class Approval {

    @Node(outputName = "first")
    static Tally toFirst(Tally start) {
        return start.next();
    }

    @Node(outputName = "second")
    static Tally toSecond(Tally first) {
        return first.next();
    }

    @Node(outputName = "third")
    static Tally toThird(Tally second) {
        return second.next();
    }

    @Node(outputName = "fourth")
    static Tally toFourth(Tally third) {
        return third.next();
    }

    @Node(outputName = "fifth")
    static Tally toFifth(Tally fourth) {
        return fourth.next();
    }

    @Interrupt(answerName = "approved")
    static Question<Boolean> approve(Tally fifth) {
        return Question.confirm("Go on after " + fifth.count() + " steps?");
    }

    @Node(outputName = "sixth")
    static Tally toSixth(Tally fifth, boolean approved) {
        return approved ? fifth.next() : fifth;
    }

    @Node(outputName = "seventh")
    static Tally toSeventh(Tally sixth) {
        return sixth.next();
    }

    @Node(outputName = "eighth")
    static Tally toEighth(Tally seventh) {
        return seventh.next();
    }

    @Node(outputName = "ninth")
    static Tally toNinth(Tally eighth) {
        return eighth.next();
    }

    @Node(outputName = "tenth")
    static Tally toTenth(Tally ninth) {
        return ninth.next();
    }
}
