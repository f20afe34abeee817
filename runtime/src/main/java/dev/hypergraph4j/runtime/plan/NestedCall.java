package dev.hypergraph4j.runtime.plan;

/**
 * What a node has to do that is a graph nested in another one: the graph and its inputs. Generated code makes it, and the runner, who knows more of it,
 * runs it.
 */
public interface NestedCall {}
