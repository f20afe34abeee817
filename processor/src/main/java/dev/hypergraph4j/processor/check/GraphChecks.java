package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;

/** What a graph must not do. Causes stand before what follows from them, and warnings, which judge a wiring that is right, stand last. */
public final class GraphChecks {
    private static final List<GraphRule> RULES = List.of(
            new UnknownNode(),
            new BadSubgraph(),
            new NestedInputs(),
            new NotIterable(),
            new MappedInterrupt(),
            new NamesMissing(),
            new BadNodeMethod(),
            new NameCollision(),
            new SignalCollision(),
            new InvalidName(),
            new UnknownTarget(),
            new UnknownValue(),
            new ParallelOutputs(),
            new DuplicateOutput(),
            new BadDefault(),
            new UnreachableOutput(),
            new UnknownInputName(),
            new UnknownInput(),
            new BadEntryMethod(),
            new TypeMismatch(),
            new InputConflict(),
            new NotPersistable(),
            new UnseededCycle(),
            new IdleSeed(),
            new EndlessCycle(),
            new TooLarge(),
            new SuspiciousInput(),
            new UnusedOutput(),
            new DeadNode(),
            new SideEffectUnordered());

    private GraphChecks() {}

    /**
     * Adds to {@code report} what is wrong with the graph; nothing, where a type that it needs does not exist, since javac tells that. What is wrong
     * with a class from a class file is told with the graph, and shown where it takes the class in.
     *
     * @return whether code can be written for the graph: nothing is wrong with it, nor with a class that it uses
     */
    public static boolean check(Wiring wiring, Report report) {
        if (!wiring.graph().complete()) {
            return false;
        }
        wiring.graph().nodeClasses().stream()
                .filter(nodeClass -> nodeClass.origin() == Origin.CLASS_FILE)
                .forEach(nodeClass -> NodeClassChecks.check(nodeClass, report));
        Inspection graph = Inspection.of(wiring, report);
        RULES.forEach(rule -> rule.check(graph));
        return graph.isSound();
    }
}
