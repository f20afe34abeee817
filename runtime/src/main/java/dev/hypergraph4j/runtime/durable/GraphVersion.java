package dev.hypergraph4j.runtime.durable;

/**
 * Which graph a workflow is of.
 *
 * @param graph the graph's name; behind it {@code []} for a map of it, and {@code ()} for a call of one of its entry methods
 * @param version the user's own version of it; empty where there is none
 * @param hash a hash of how it is put together: the nodes, values and types
 */
public record GraphVersion(String graph, String version, String hash) {}
