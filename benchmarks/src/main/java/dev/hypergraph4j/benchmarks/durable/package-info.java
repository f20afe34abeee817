/**
 * What the benchmark of durable runs measures: one chain of ten small steps, recorded by this library and by DBOS, and the bare commits of the same
 * databases. Each is driven in the same way, by {@link dev.hypergraph4j.benchmarks.durable.Drive}.
 */
@NullMarked
package dev.hypergraph4j.benchmarks.durable;

import org.jspecify.annotations.NullMarked;
