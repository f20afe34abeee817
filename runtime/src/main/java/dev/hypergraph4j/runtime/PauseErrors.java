package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.runtime.definition.GraphDefinition;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said where somebody answers what was not asked, or resumes what can't go on. */
final class PauseErrors {
    private PauseErrors() {}

    /**
     * Sees to it that {@code plan} can ask all that is answered.
     *
     * @throws GraphConfigException if there is an answer under a key that no question has
     */
    static void refuseUnknown(Plan plan, Answers answers) {
        if (answers.isEmpty()) {
            return;
        }
        Map<String, String> questions = new LinkedHashMap<>();
        collect(plan.definition(), "", questions);
        for (String key : answers.keys()) {
            if (!questions.containsKey(key)) {
                throw unknown(plan.name(), key, questions);
            }
        }
    }

    /** @param path what stands before the names of the nodes of {@code graph} */
    private static void collect(GraphDefinition graph, String path, Map<String, String> questions) {
        for (NodeDefinition node : graph.nodes()) {
            if (node.control().asks()) {
                questions.put(path + node.name(), node.outputs().get(0).name());
            }
            GraphDefinition nested = graph.nested().get(node.name());
            if (nested != null) {
                collect(nested, path + node.name() + "/", questions);
            }
        }
    }

    /** @param questions the names of the answers by the keys of the questions */
    private static GraphConfigException unknown(String graph, String key, Map<String, String> questions) {
        String sentence = "'" + graph + "' asks no question '" + key + "'.";
        Message message = Message.of("UnknownQuestion", sentence);
        if (questions.isEmpty()) {
            return new GraphConfigException(message.fix("leave the answer out: the graph asks nothing"));
        }
        message = message.fact("questions", Lists.enumerated(questions.keySet()));
        String meant = questions.entrySet().stream()
                .filter(question -> question.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Suggestions.closest(key, questions.keySet()))
                .orElse("");
        return new GraphConfigException(
                meant.isEmpty()
                        ? message.fix("leave the answer out")
                        : message.didYouMean("'" + meant + "', whose answer is '" + questions.get(meant) + "'")
                                .fix("give the answer under '" + meant + "'"));
    }

    static GraphConfigException notPaused(String graph, RunStatus status) {
        return new GraphConfigException(
                Message.of("NotPaused", "The run of '" + graph + "' is " + status + ", so it can't be resumed.")
                        .fix("resume a result whose status() is PAUSED"));
    }

    static GraphConfigException ofAnotherGraph(String graph, String other) {
        return new GraphConfigException(
                Message.of("NotPaused", "The result is one of '" + other + "', and '" + graph + "' can't resume it.")
                        .fix("resume it on the graph that gave it"));
    }

    static GraphConfigException resumedBefore(String graph, String runId) {
        return new GraphConfigException(
                Message.of("ResumedBefore", "This result of '" + graph + "' was resumed before: its run has gone on.")
                        .fact("run", runId)
                        .fix("resume the result that resuming it gave, if that is PAUSED")
                        .fix("run the graph anew, with the answers in its RunOptions"));
    }
}
