package dev.hypergraph4j.runtime.durable;

/**
 * What became of a message. Of several with one id the first counts, and all get the same receipt.
 *
 * @param message the message that counts
 * @param accepted whether that is the one that was sent now
 */
public record MessageReceipt(InboxMessage message, boolean accepted) {}
