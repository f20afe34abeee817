/**
 * Running compiled graphs. The way in is the generated subclass of {@link dev.hypergraph4j.runtime.CompiledGraph}; a
 * {@link dev.hypergraph4j.runtime.Runner} decides how it is run, a {@link dev.hypergraph4j.runtime.RunResult} tells how that went.
 *
 * <p>API only, with its package-private machinery. What a run noted is in {@code log}, what a graph is in {@code definition}, and what generated
 * code builds on in {@code plan}; these know nothing of this package.
 */
@NullMarked
package dev.hypergraph4j.runtime;

import org.jspecify.annotations.NullMarked;
