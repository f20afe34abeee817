/** Small graphs with cycles, to be measured, and the same nodes without. */
@NullMarked
package dev.hypergraph4j.benchmarks.graphs;

import org.jspecify.annotations.NullMarked;
