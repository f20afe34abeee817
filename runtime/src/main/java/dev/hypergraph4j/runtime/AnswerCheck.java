package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer fits its question: it is of the type that the node declares and of the one that the question asks for, it is one of the
 * options, and, where a gate takes it as it is for the name of a target, it is one of the targets.
 *
 * @param graph the name of the graph
 * @param node who asks
 * @param type what the answer has to be by the declaration of the node
 */
record AnswerCheck(String graph, NodeDefinition node, Class<?> type, Question<?> question) {
    private static final int MOST_SHOWN = 80;

    /**
     * Refuses a question that has an option which the gate behind it would refuse.
     *
     * @throws GraphConfigException if there is one
     */
    void options() {
        List<String> targets = node.control().answers();
        if (targets.isEmpty()) {
            return;
        }
        for (Object option : question.options()) {
            if (!targets.contains(String.valueOf(option))) {
                Message message = Message.of(
                                "UnknownTarget",
                                "Node '" + node.name() + "' of '" + graph + "' offers the option " + shown(option)
                                        + ", which is no target of the gate that takes the answer.")
                        .fact("targets", Lists.enumerated(targets))
                        .didYouMean(guess(option, targets));
                throw new GraphConfigException(
                        message.fix("offer targets of the gate only").fix("add " + shown(option) + " to its targets"));
            }
        }
    }

    /**
     * The answer as the question wants it: numbers are widened as Java does.
     *
     * @throws GraphConfigException if it does not fit
     */
    Object fitting(Object answer) {
        Object wanted = Widening.to(question.answerType(), answer);
        if (wanted == null || !Widening.boxed(type).isInstance(wanted)) {
            throw wrongType(answer);
        }
        List<?> options = question.options();
        if (!options.isEmpty() && !options.contains(wanted)) {
            throw unknownOption(
                    answer, "option", options.stream().map(String::valueOf).toList());
        }
        List<String> targets = node.control().answers();
        if (options.isEmpty() && !targets.isEmpty() && !targets.contains(String.valueOf(wanted))) {
            throw unknownOption(answer, "target", targets);
        }
        return wanted;
    }

    private GraphConfigException wrongType(Object answer) {
        String wanted = Widening.boxed(question.answerType()).getSimpleName();
        return new GraphConfigException(Message.of(
                        "WrongAnswer",
                        "The question '" + node.name() + "' of '" + graph + "' is to be answered with " + wanted
                                + ", not " + described(answer.getClass()) + ".")
                .fact("question", question.prompt())
                .fact("given", shown(answer))
                .fix("give a value of type " + wanted));
    }

    private GraphConfigException unknownOption(Object answer, String kind, List<String> known) {
        String is =
                kind.equals("option") ? "which is none of its options." : "which is no target of the gate behind it.";
        return new GraphConfigException(Message.of(
                        "WrongAnswer",
                        "The question '" + node.name() + "' of '" + graph + "' was answered with " + shown(answer)
                                + ", " + is)
                .fact("question", question.prompt())
                .fact(kind + "s", Lists.enumerated(known))
                .didYouMean(guess(answer, known))
                .fix("answer with one of the " + kind + "s"));
    }

    /** What was meant by a text; empty where that can't be told. */
    private static String guess(@Nullable Object text, List<String> known) {
        return text instanceof String name
                ? Suggestions.closest(name, known)
                        .map(meant -> "'" + meant + "'")
                        .orElse("")
                : "";
    }

    private static String described(Class<?> type) {
        return type.isAnonymousClass() ? type.getName() : type.getSimpleName();
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        String cut = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
        return value instanceof String ? "'" + cut + "'" : cut;
    }
}
