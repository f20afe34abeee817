package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * What a source admits: a workflow and how far the source has been read, in one transaction.
 *
 * @param source names the source
 * @param position how far it has been read with this; never goes back
 * @param workflow the workflow that it causes, whose id is the key by which repeated admissions are told; {@code null} where it causes none
 */
public record Admission(
        String source, long position, @Nullable NewWorkflow workflow) {}
