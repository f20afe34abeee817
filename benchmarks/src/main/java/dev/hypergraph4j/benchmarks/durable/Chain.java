package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;

/** Ten trivial steps in a row. */
@Graph(durable = true)
public final class Chain {
    /** How many steps it has. */
    public static final int STEPS = 10;

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

    @Node(outputName = "sixth")
    static Tally toSixth(Tally fifth) {
        return fifth.next();
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
