/**
 * From declared nodes to a plan: {@link dev.hypergraph4j.processor.wire.Wirer} infers the edges from the names, cuts the graph to what was asked
 * for, finds its inputs, outputs and cycles, and numbers the nodes in an order in which they can run. The result is a
 * {@link dev.hypergraph4j.processor.wire.Wiring}, whole enough for rules to reason about even where the graph is wrong.
 *
 * <p>Every algorithm here is iterative and linear in nodes and edges: graphs have thousands of nodes and stacks are small.
 */
@NullMarked
package dev.hypergraph4j.processor.wire;

import org.jspecify.annotations.NullMarked;
