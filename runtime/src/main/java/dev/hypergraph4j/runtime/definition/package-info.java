/**
 * What a graph is, as data: {@link dev.hypergraph4j.runtime.definition.GraphDefinition} with its nodes, inputs and outputs, its hashes and its
 * drawings. Immutable values for programs and tools; nothing here runs anything.
 */
@NullMarked
package dev.hypergraph4j.runtime.definition;

import org.jspecify.annotations.NullMarked;
