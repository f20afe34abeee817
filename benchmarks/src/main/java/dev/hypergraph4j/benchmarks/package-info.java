/**
 * The benchmarks of Hypergraph4j, each a program that prints Markdown tables: {@link dev.hypergraph4j.benchmarks.RunTimeBenchmark},
 * {@link dev.hypergraph4j.benchmarks.AsyncBenchmark} and {@link dev.hypergraph4j.benchmarks.CompileTimeBenchmark}. How to start them and what they
 * found stands in this module's README. Nothing may depend on them.
 */
package dev.hypergraph4j.benchmarks;
