package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/** A node asked a question that has no answer, in a run that was not to pause ({@link RunOptions#prefillOnly()}). */
public final class UnansweredQuestionException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String graph;
    private final String key;
    private final String prompt;

    private UnansweredQuestionException(String message, String graph, String key, String prompt) {
        super(message, null);
        this.graph = graph;
        this.key = key;
        this.prompt = prompt;
    }

    /** The same, to which suppressed exceptions can be added. */
    UnansweredQuestionException copy() {
        return new UnansweredQuestionException(String.valueOf(getMessage()), graph, key, prompt);
    }

    static UnansweredQuestionException of(String graph, PauseInfo question) {
        Message message = Message.of(
                        "UnansweredQuestion",
                        "Node '" + question.node() + "' of '" + graph
                                + "' asks a question that was not answered, in a run that is not to pause.")
                .fact("question", question.prompt())
                .fact("answer", question.answerType().getSimpleName() + " " + question.answerName());
        String given = "give the answer with the run: RunOptions.defaults().answers(Answers.of(\"" + question.key()
                + "\", ...))";
        return new UnansweredQuestionException(
                message.fix(given)
                        .fix("let the run pause: leave out prefillOnly()")
                        .text(),
                graph,
                question.key(),
                question.prompt());
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
