/**
 * Shows how far runs are, on terminals and elsewhere: set a {@link dev.hypergraph4j.progress.Progress} on a runner, a graph or a run.
 *
 * <p>What is shown is decided in one place, how it is shown in two: bars for people who look on, lines for logs.
 */
@NullMarked
package dev.hypergraph4j.progress;

import org.jspecify.annotations.NullMarked;
