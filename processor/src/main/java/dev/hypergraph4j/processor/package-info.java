/**
 * The annotation processor. {@link dev.hypergraph4j.processor.HypergraphProcessor} says in which order its stages work, each in a package of its
 * own: {@code read} (from javac's elements to our model), {@code wire} (edges, inputs, order), {@code check} (what is refused), {@code write} (the
 * code). {@code model} is what they hand on, {@code report} what they find.
 */
@NullMarked
package dev.hypergraph4j.processor;

import org.jspecify.annotations.NullMarked;
