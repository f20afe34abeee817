/**
 * A census of the running JDK: what its class files are made of. {@link dev.hypergraph4j.samples.census.ClassFile} is
 * the graph of one of them, {@link dev.hypergraph4j.samples.census.JdkCensus} that of the statistics over all;
 * {@link dev.hypergraph4j.samples.census.Statistics} holds the nodes of these,
 * {@link dev.hypergraph4j.samples.census.Census} runs them and prints what they gave.
 */
package dev.hypergraph4j.samples.census;
