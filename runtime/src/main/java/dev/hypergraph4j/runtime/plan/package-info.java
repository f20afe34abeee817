/**
 * What generated code is written against: it describes its graph to a {@link dev.hypergraph4j.runtime.plan.Plan} and keeps a run's values in a
 * {@link dev.hypergraph4j.runtime.plan.GraphState}. Runners need nothing else to run a graph.
 *
 * <p>Public because generated code lives in users' packages, and for those who write a runner. Users do not call it.
 */
@NullMarked
package dev.hypergraph4j.runtime.plan;

import org.jspecify.annotations.NullMarked;
