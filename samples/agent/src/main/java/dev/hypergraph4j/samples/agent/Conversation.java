package dev.hypergraph4j.samples.agent;

import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;

/** A run of the assistant that pauses before each call of a tool, and goes on with the answer. */
final class Conversation {
    private Conversation() {}

    /** Holds the conversation that begins with {@code messages}, to its end. */
    static RunResult<AssistantOutputs> hold(AssistantGraph assistant, List<Message> messages, Approval approval) {
        RunResult<AssistantOutputs> result = assistant.run(messages);
        while (result.status() == RunStatus.PAUSED) {
            boolean allowed = approval.isGiven(result.pause().orElseThrow().prompt());
            result = assistant.resume(result, answers -> answers.allowed(allowed));
        }
        return result;
    }
}
