package dev.hypergraph4j.samples.guide.gates;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Route;
import dev.hypergraph4j.Target;
import java.util.Map;

/** Answers what it is asked, and is polite otherwise. */
@Graph
public final class Desk {
    private final Map<String, String> answers;

    /** A desk that knows {@code answers}, by question. */
    public Desk(Map<String, String> answers) {
        this.answers = answers;
    }

    // tag::route
    enum Next {
        lookUp,
        @Target("chat")
        SMALL_TALK,
        END
    }

    @Route
    static Next decide(String message) {
        return message.isBlank() ? Next.END : message.endsWith("?") ? Next.lookUp : Next.SMALL_TALK;
    }

    @Node(outputName = "answer")
    String lookUp(String message) {
        return answers.getOrDefault(message, "I do not know.");
    }

    @Node(outputName = "answer")
    static String chat(String message) {
        return "You said: " + message;
    }
    // end::route

    // tag::merge
    @Node(outputName = "letter")
    static String sign(String answer) {
        return answer + "\nYours, the desk";
    }
    // end::merge
}
