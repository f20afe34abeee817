package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of where workflows come from. The tree is a list: each entry comes from the last one before it that is one less deep.
 *
 * @param depth how far from the root, which is at 0
 * @param id the id of the workflow
 * @param workflow the workflow; {@code null} where it was deleted since
 */
public record LineageEntry(int depth, String id, @Nullable Workflow workflow) {}
