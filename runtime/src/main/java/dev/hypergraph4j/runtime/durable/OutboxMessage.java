package dev.hypergraph4j.runtime.durable;

/**
 * A message that a step sends to the outside, once it has completed. A relay delivers it at least once, with this id.
 *
 * @param id made of the step and the ordinal alone, so that it is the same for each attempt: what the receiver tells repeated deliveries by
 * @param workflow the workflow
 * @param step the key of the step
 * @param ordinal which of the step's messages, from 0
 * @param target where to, as the relay understands it
 * @param payload what; {@link ValueCodec} wrote it as the class that the node gave it as
 * @param deliveries how often a delivery was tried that did not succeed
 */
public record OutboxMessage(
        String id, String workflow, String step, int ordinal, String target, Payload payload, int deliveries) {}
