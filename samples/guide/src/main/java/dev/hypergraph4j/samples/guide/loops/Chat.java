package dev.hypergraph4j.samples.guide.loops;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Seed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets somebody talk to himself until he has nothing to add. */
@Graph
public final class Chat {
    private final Function<List<String>, String> speaker;

    /** The speaker is given what was said, and says what comes next. */
    public Chat(Function<List<String>, String> speaker) {
        this.speaker = speaker;
    }

    // tag::list
    @Node(outputName = "reply")
    String think(@Seed List<String> messages) {
        return speaker.apply(messages);
    }

    @Node(outputName = "messages")
    static List<String> append(@Seed List<String> messages, String reply) {
        return Stream.concat(messages.stream(), Stream.of(reply)).toList();
    }

    @IfElse(whenTrue = Gate.END, whenFalse = "think")
    static boolean isGoodbye(String reply) {
        return reply.equals("bye");
    }
    // end::list
}
