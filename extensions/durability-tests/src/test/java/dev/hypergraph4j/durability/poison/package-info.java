/** Graphs that pass on one value, whatever it is, and graphs whose code has changed since a workflow began. */
@NullMarked
package dev.hypergraph4j.durability.poison;

import org.jspecify.annotations.NullMarked;
