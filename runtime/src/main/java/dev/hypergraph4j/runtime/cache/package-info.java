/**
 * Outputs that were computed before, for nodes that say so ({@link dev.hypergraph4j.Node#cache()}). The way in is
 * {@link dev.hypergraph4j.runtime.cache.Cache}; {@link dev.hypergraph4j.runtime.cache.MemoryCache} keeps them in this process, and
 * {@link dev.hypergraph4j.runtime.cache.CacheKey} is what they are found by, the same in every process.
 *
 * <p>Nothing in here knows of plans, logs or runners: they use it.
 */
@NullMarked
package dev.hypergraph4j.runtime.cache;

import org.jspecify.annotations.NullMarked;
