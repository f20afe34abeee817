/**
 * Runs javac in processes of its own and tells what that took; {@link dev.hypergraph4j.benchmarks.compile.Compiler} is the way in. Knows nothing of
 * graphs.
 */
package dev.hypergraph4j.benchmarks.compile;
