package dev.hypergraph4j.runtime.durable;

/**
 * The right to commit for a workflow, as long as nobody has claimed it since.
 *
 * @param workflow the workflow
 * @param epoch which claim it was
 */
public record Lease(String workflow, long epoch) {}
