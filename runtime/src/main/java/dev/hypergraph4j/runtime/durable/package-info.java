/**
 * What a store of workflows is, and what it keeps. The way in is {@link dev.hypergraph4j.runtime.durable.Checkpointer}; a runner that has one
 * journals its runs, and {@code Workflows} looks after them.
 *
 * <p>Records of what was, changes to be made, and the contract of the store. Nothing of graphs, plans and threads comes in here: an implementation
 * can be written against this package alone.
 */
@NullMarked
package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.NullMarked;
