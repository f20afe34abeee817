/**
 * Answers questions with the help of tools. Start at {@link dev.hypergraph4j.samples.agent.Assistant}, the graph: a cycle of a planner, an
 * {@link dev.hypergraph4j.samples.agent.Llm}, and the tools in {@link dev.hypergraph4j.samples.agent.Toolbox}.
 * {@link dev.hypergraph4j.samples.agent.Agent} is the program.
 *
 * <p>What is hard is left to the libraries that do it well: EvalEx computes, Indriya converts units, Jackson reads and writes JSON.
 */
package dev.hypergraph4j.samples.agent;
