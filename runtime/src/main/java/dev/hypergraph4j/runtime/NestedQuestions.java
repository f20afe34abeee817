package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the graphs nested in one run ask, which the run tells under their paths: one that pauses pauses its node, and goes on where it was once the run
 * does. Thread-safe.
 */
final class NestedQuestions {
    private final Plan plan;

    // Guarded by this; by node
    private final Map<Integer, Answers> answers = new HashMap<>();
    private final Map<Integer, NestedRun<?, ?>> paused = new HashMap<>();

    NestedQuestions(Plan plan, Answers given) {
        this.plan = plan;
        for (int node = 0; node < plan.size() && !given.isEmpty(); node++) {
            if (plan.isNested(node)) {
                answers.put(node, given.within(name(node)));
            }
        }
    }

    /** The options of a run of the nested graph that {@code node} of {@code run} is: those of the run, with the answers that are for it. */
    static RunOptions options(PreparedRun<?> run, int node) {
        RunQuestions questions = RunQuestions.of(run);
        Answers inner = questions == null ? Answers.none() : questions.nested().answersTo(node);
        RunOptions options = run.options();
        return options.answers().equals(inner) ? options : options.withAnswers(inner);
    }

    /** What the nested graph that {@code node} of {@code run} is has to run: what is left of it, where it has paused. */
    static NestedWork work(PreparedRun<?> run, int node) {
        RunQuestions questions = RunQuestions.of(run);
        NestedWork rest = questions == null ? null : questions.nested().takeRest(node);
        return rest == null ? (NestedWork) run.state().nestedCall(node) : rest;
    }

    /** Notes how the nested graph that {@code node} of {@code run} is ended, and gives whether it has paused. */
    static boolean ended(PreparedRun<?> run, int node, NestedEnd end) {
        RunQuestions questions = RunQuestions.of(run);
        return questions != null && questions.nested().ended(node, end);
    }

    private synchronized Answers answersTo(int node) {
        return answers.getOrDefault(node, Answers.none());
    }

    private synchronized @Nullable NestedWork takeRest(int node) {
        return paused.remove(node);
    }

    private synchronized boolean ended(int node, NestedEnd end) {
        if (end.child() instanceof RunResult<?> child) {
            answers.put(node, child.unusedAnswers());
        }
        if (end.rest() != null) {
            paused.put(node, end.rest());
        }
        return end.pauses();
    }

    /** Whether {@code node} has paused, and its run is to go on. */
    synchronized boolean isPaused(int node) {
        return paused.containsKey(node);
    }

    /** Adds the questions that have no answer, by node. */
    synchronized void addOpen(Map<Integer, List<PauseInfo>> open) {
        paused.forEach((node, rest) -> open.put(
                node,
                rest.pauses().stream().map(pause -> pause.within(name(node))).toList()));
    }

    /** The answers that no question has taken. */
    synchronized Answers unused() {
        Answers unused = Answers.none();
        for (Map.Entry<Integer, Answers> inner : new TreeMap<>(answers).entrySet()) {
            unused = unused.and(inner.getValue().under(name(inner.getKey())));
        }
        return unused;
    }

    /**
     * Says that the run is to go on.
     *
     * @throws GraphConfigException if an answer does not fit its question, or a nested run has gone on before
     */
    synchronized void resumeWith(Answers more) {
        paused.forEach((node, rest) -> rest.resumeWith(more.within(name(node))));
    }

    /** Goes on where {@code before} has paused. */
    void goOn(NestedQuestions before) {
        Map<Integer, NestedRun<?, ?>> rests = before.rests();
        synchronized (this) {
            paused.putAll(rests);
        }
    }

    private synchronized Map<Integer, NestedRun<?, ?>> rests() {
        return Map.copyOf(paused);
    }

    private String name(int node) {
        return plan.node(node).name();
    }
}
