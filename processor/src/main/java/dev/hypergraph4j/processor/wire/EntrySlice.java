package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.EntryMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry method runs.
 *
 * @param give where the output comes from that it returns; {@code null} where it returns the whole result, or an output that nobody gives
 * @param nodes the nodes that it runs, in the order of declaration
 */
public record EntrySlice(EntryMethod entry, @Nullable Give give, List<GraphNode> nodes) {}
