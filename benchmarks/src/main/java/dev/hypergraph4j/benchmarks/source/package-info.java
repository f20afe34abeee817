/**
 * Writes the Java sources that are measured: graphs of any size, and the same calls as a person would write them, or for Dagger, Dagger
 * Producers and LangGraph4j. {@link dev.hypergraph4j.benchmarks.source.GenerateSources} is run by the build before anything else is compiled, so
 * nothing but the JDK may come in here.
 */
package dev.hypergraph4j.benchmarks.source;
