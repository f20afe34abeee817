package dev.hypergraph4j.runtime.durable;

/**
 * A message that a workflow was sent from the outside: the answer to a question under its key, the next one where none was open.
 *
 * @param workflow the workflow
 * @param question the key of the questions that it is for: the path of the node that asks
 * @param id the sender's id, by which the store tells a message that is sent again
 * @param payload the answer
 * @param by who sent it
 * @param sentAt when it came, in milliseconds since 1970
 * @param step the key of the step whose question it has answered; empty while it waits for one
 */
public record InboxMessage(
        String workflow, String question, String id, Payload payload, String by, long sentAt, String step) {

    /** Whether it has answered a question. */
    public boolean isTaken() {
        return !step.isEmpty();
    }
}
