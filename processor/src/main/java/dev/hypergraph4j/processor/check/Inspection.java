package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Optional;

/**
 * A graph while the rules look at it one after the other.
 *
 * @param suspects what a mistake was found in so far
 * @param guesses what an unknown name may have meant
 * @param paths how values get to the graph's outputs
 */
record Inspection(Wiring wiring, Suspects suspects, Guesses guesses, Paths paths, Report report) {

    static Inspection of(Wiring wiring, Report report) {
        return new Inspection(wiring, Suspects.of(wiring), new Guesses(wiring), new Paths(wiring), report);
    }

    GraphDeclaration graph() {
        return wiring.graph();
    }

    /** How messages name the graph: as the type that declares it. */
    String name() {
        return graph().type().simpleName();
    }

    /** Whether nothing was found yet that could make a node or a value look unused. */
    boolean isSound() {
        return suspects.isEmpty() && !report.hasErrors();
    }

    /**
     * The value that an input was perhaps meant to be, though the user may not have wanted an input there; none that is made from it, since
     * {@code texts} may well be made from a {@code text}.
     */
    Optional<Candidate> missedBy(Take take) {
        return guesses.missed(take)
                .filter(guess -> guess.give() != null
                        && !paths.leads(take.node(), guess.give().node()));
    }

    /** The fact how {@code node} matters: the nodes from it to an output of the graph; nothing where it leads to none. */
    Message withPath(Message message, GraphNode node) {
        String path = paths.fromNodeToOutput(node);
        return path.isEmpty() ? message : message.fact("path", path);
    }
}
