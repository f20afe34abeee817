package dev.hypergraph4j.benchmarks.shapes;

/**
 * What calls by hand give that note the time.
 *
 * @param value the value of the last node
 * @param times when the first node began, and when each one ended
 */
public record Clocked(int value, long[] times) {}
