/**
 * The annotations that turn plain methods into a graph. Start at {@link dev.hypergraph4j.Node}, then {@link dev.hypergraph4j.Graph}.
 *
 * <p>Annotations and the enumerations they take live here, and the few types that node methods themselves speak of
 * ({@link dev.hypergraph4j.Question}, {@link dev.hypergraph4j.NodeContext}, {@link dev.hypergraph4j.RetryAfter}). The annotations are read by the
 * compiler alone (retention {@code CLASS}) and leave no trace at run time: an annotated method stays a plain method that can be called and
 * tested without the framework.
 */
@NullMarked
package dev.hypergraph4j;

import org.jspecify.annotations.NullMarked;
