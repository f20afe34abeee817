/**
 * Purchase orders that people approve, and a bank that pays each once, though the program may be killed at any moment. Start at
 * {@link dev.hypergraph4j.samples.approval.Purchase}, the graph; {@link dev.hypergraph4j.samples.approval.Desk} puts its store, its worker and its relay together,
 * and {@link dev.hypergraph4j.samples.approval.Approval} is the program.
 *
 * <p>The nodes are plain methods on records. What they want done outside they put into the outbox; {@link dev.hypergraph4j.samples.approval.Bank} is outside.
 */
package dev.hypergraph4j.samples.approval;
