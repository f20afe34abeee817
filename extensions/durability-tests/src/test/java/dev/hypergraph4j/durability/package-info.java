/**
 * What durable runs promise, tried where it is hardest to keep: processes that are killed or paused, workers that race, databases that fail, and values
 * that nobody should give. {@link dev.hypergraph4j.durability.Reference} has the graphs that all of this is done to.
 */
@NullMarked
package dev.hypergraph4j.durability;

import org.jspecify.annotations.NullMarked;
