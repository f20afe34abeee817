package dev.hypergraph4j.runtime.log;

/**
 * A node, or the run itself, that failed for one item of a map.
 *
 * @param item the place of the item, from 0
 * @param node the node's path: its name, where it is not in a nested graph; empty where the run itself failed
 * @param error what it threw or failed with
 */
public record ItemError(long item, String node, Throwable error) {}
