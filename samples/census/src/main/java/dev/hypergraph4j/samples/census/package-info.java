/**
 * A census of the running JDK: what its class files are made of. {@link dev.hypergraph4j.samples.census.JdkCensus} is
 * the graph, {@link dev.hypergraph4j.samples.census.Parsing} and
 * {@link dev.hypergraph4j.samples.census.Statistics} hold its nodes,
 * {@link dev.hypergraph4j.samples.census.Census} runs it and prints what it gave.
 */
package dev.hypergraph4j.samples.census;
