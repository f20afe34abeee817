/** Graphs of each shape that there is, with effects on a {@link dev.hypergraph4j.durability.graphs.Receiver} that tells how often a method ran. */
@NullMarked
package dev.hypergraph4j.durability.graphs;

import org.jspecify.annotations.NullMarked;
