package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.report.Report;
import java.util.List;

/** What a class with node methods must not do, be it a node library or a graph's own class. */
public final class NodeClassChecks {
    private static final List<NodeClassRule> RULES =
            List.of(new BadNodeMethod(), new NameCollision(), new InvalidName(), new UnknownTarget(), new BadDefault());

    private NodeClassChecks() {}

    /** Adds to {@code report} what is wrong with the class, whatever graph uses it. */
    public static void check(NodeClass nodeClass, Report report) {
        RULES.forEach(rule -> rule.check(nodeClass, report));
    }
}
