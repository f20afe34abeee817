package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/**
 * A node asked a question that has no answer, in a run that was not to pause ({@link RunOptions#prefillOnly()}).
 */
public final class UnansweredQuestionException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String graph;
    private final String key;
    private final String prompt;

    /** Type and name. */
    private final String answer;

    private UnansweredQuestionException(String graph, String key, String prompt, String answer) {
        super(message(graph, key, prompt, answer), null);
        this.graph = graph;
        this.key = key;
        this.prompt = prompt;
        this.answer = answer;
    }

    static UnansweredQuestionException of(String graph, PauseInfo question) {
        String answer = question.answerType().getSimpleName() + " " + question.answerName();
        return new UnansweredQuestionException(graph, question.key(), question.prompt(), answer);
    }

    /** The same, to which suppressed exceptions can be added. */
    UnansweredQuestionException copy() {
        return new UnansweredQuestionException(graph, key, prompt, answer);
    }

    /** The same as the graph {@code outer} sees it, whose node {@code node} is the graph that asks. */
    UnansweredQuestionException within(String outer, String node) {
        return new UnansweredQuestionException(outer, node + "/" + key, prompt, answer);
    }

    private static String message(String graph, String key, String prompt, String answer) {
        return Message.of(
                        "UnansweredQuestion",
                        "Node '" + key + "' of '" + graph
                                + "' asks a question that was not answered, in a run that is not to pause.")
                .fact("question", prompt)
                .fact("answer", answer)
                .fix("give the answer with the run: RunOptions.defaults().answers(Answers.of(\"" + key + "\", ...))")
                .fix("let the run pause: leave out prefillOnly()")
                .text();
    }

    /** The graph that was run. */
    public String graph() {
        return graph;
    }

    /** What the answer would have to be given under. */
    public String key() {
        return key;
    }

    /** The question. */
    public String prompt() {
        return prompt;
    }
}
