/**
 * What the compiler's and the run time's messages have in common: one form ({@link dev.hypergraph4j.internal.Message}), one way to guess
 * what was meant ({@link dev.hypergraph4j.internal.Suggestions}) and one drawing of a graph ({@link dev.hypergraph4j.internal.Mermaid}). They
 * live in this module because it is the only one that both sides depend on.
 *
 * <p>Not API: exported to the processor and the runtime only, and free to change.
 */
@NullMarked
package dev.hypergraph4j.internal;

import org.jspecify.annotations.NullMarked;
