package dev.hypergraph4j.runtime.durable;

/**
 * What became of an answer. Of several answers to one question the first counts, and all get the same receipt.
 *
 * @param question the question with the answer that counts
 * @param accepted whether that is the one that was given now
 */
public record AnswerReceipt(PendingQuestion question, boolean accepted) {}
