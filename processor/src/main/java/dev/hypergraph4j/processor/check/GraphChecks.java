package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;

/** What a graph must not do. Causes stand before what follows from them, and warnings, which judge a wiring that is right, stand last. */
public final class GraphChecks {
    private static final List<GraphRule> RULES = List.of(
            new UnknownNode(),
            new NamesMissing(),
            new BadNodeMethod(),
            new NameCollision(),
            new InvalidName(),
            new DuplicateOutput(),
            new BadDefault(),
            new UnreachableOutput(),
            new UnknownInputName(),
            new BadEntryMethod(),
            new UnknownInput(),
            new TypeMismatch(),
            new InputConflict(),
            new UnseededCycle(),
            new TooLarge(),
            new SuspiciousInput(),
            new UnusedOutput(),
            new DeadNode());

    private GraphChecks() {}

    /** Adds to {@code report} what is wrong with the graph; nothing, where a type that it needs does not exist, since javac tells that. */
    public static void check(Wiring wiring, Report report) {
        if (wiring.graph().complete()) {
            Inspection graph = Inspection.of(wiring, report);
            RULES.forEach(rule -> rule.check(graph));
        }
    }
}
