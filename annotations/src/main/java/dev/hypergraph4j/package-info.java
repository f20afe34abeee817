/**
 * The annotations that turn plain methods into a graph. Start at {@link dev.hypergraph4j.Node}, then {@link dev.hypergraph4j.Graph}.
 *
 * <p>Only annotations and the enumerations they take live here. They are read by the compiler alone (retention {@code CLASS}) and leave
 * no trace at run time: an annotated method stays a plain method that can be called and tested without the framework.
 */
@NullMarked
package dev.hypergraph4j;

import org.jspecify.annotations.NullMarked;
