/**
 * From a checked wiring to code: {@link dev.hypergraph4j.processor.write.GraphWriter} writes the graph class with its inputs and outputs records,
 * {@link dev.hypergraph4j.processor.write.NodesWriter} the metadata of a node library.
 *
 * <p>People read and debug the result: nodes in plan order, one call a line, imports instead of qualified names. The same input gives the same
 * bytes. Nothing is decided here about the graph; what is decided is how its code looks and how it is cut into pieces that the JVM likes.
 */
@NullMarked
package dev.hypergraph4j.processor.write;

import org.jspecify.annotations.NullMarked;
