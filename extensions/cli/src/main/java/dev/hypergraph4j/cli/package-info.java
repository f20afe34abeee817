/**
 * Looks after the workflows of a store from the command line. The way in is {@link dev.hypergraph4j.cli.WorkflowsCommand} for people and scripts, and
 * {@link dev.hypergraph4j.cli.WorkflowOperations} for programs that show the same in another way.
 *
 * <p>What can be done is decided in the operations, which know nothing of printing; each command says how its outcome is told. Nothing here needs the
 * code of a graph.
 */
@NullMarked
package dev.hypergraph4j.cli;

import org.jspecify.annotations.NullMarked;
