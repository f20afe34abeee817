package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.report.Report;

/** Something that a class with node methods must not do, whatever graph uses it. */
interface NodeClassRule {

    /** Adds to {@code report} what {@code nodeClass} does against the rule. */
    void check(NodeClass nodeClass, Report report);
}
