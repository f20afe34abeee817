/**
 * From the compiler's elements to the model: a {@link dev.hypergraph4j.processor.read.GraphReader} reads a type with {@code @Graph} or with node
 * methods, and everything that it names.
 *
 * <p>Reading describes and never judges: what is wrong becomes a fact of the model (a fault, an unfit default, an unknown reference) that a rule
 * turns into a message. This is the only package besides the processor itself that knows {@code javax.lang.model}, and
 * {@link dev.hypergraph4j.processor.read.Sources} the only way to javac's syntax trees, which need not be there.
 */
@NullMarked
package dev.hypergraph4j.processor.read;

import org.jspecify.annotations.NullMarked;
