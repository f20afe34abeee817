/**
 * What the user wrote, as immutable values that know nothing of the compiler: a {@link dev.hypergraph4j.processor.model.GraphDeclaration} of
 * {@link dev.hypergraph4j.processor.model.NodeUse}s of {@link dev.hypergraph4j.processor.model.NodeMethod}s.
 *
 * <p>{@code read} makes them, {@code wire} and {@code check} reason about them, {@code write} turns them into code. Two interfaces stand for what
 * only the compiler can tell: {@link dev.hypergraph4j.processor.model.ValueType} (assignability) and
 * {@link dev.hypergraph4j.processor.model.Site} (where to point at). No type of {@code javax.lang.model} may come in here.
 */
@NullMarked
package dev.hypergraph4j.processor.model;

import org.jspecify.annotations.NullMarked;
