package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Respondent;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The questions that the nodes of one run ask, and the answers that are there for them. Thread-safe. */
final class RunQuestions implements Respondent {

    /** A question with no answer yet, and the type that its node declares for the answer. */
    private record Asked(PauseInfo info, Class<?> type) {}

    private final Plan plan;
    private final Course course;
    private final boolean mayPause;
    private final NestedQuestions nested;

    /** Whether the answers are those that were left when the run paused. */
    private final boolean areLeftOver;

    // Guarded by this
    private final Map<String, Queue<Object>> answers = new LinkedHashMap<>();
    private final Map<Integer, Asked> open = new TreeMap<>();

    /** The id of the run that this one goes on with; {@code null} where it does not. */
    private @Nullable String runId;

    private @Nullable Outset standstill;
    private boolean resumed;

    /** The questions of a run that begins. */
    RunQuestions(PreparedRun<?> run, Course course) {
        this.plan = run.plan();
        this.course = course;
        this.mayPause = run.options().mayPause();
        Answers given = run.options().answers();
        this.nested = new NestedQuestions(plan, given);
        this.areLeftOver = given.areLeftOver();
        given.keys().stream()
                .filter(key -> !key.contains("/"))
                .forEach(key -> answers.put(key, new ArrayDeque<>(given.to(key))));
    }

    /** The questions of {@code run}; {@code null} where its graph asks none, or it has not begun. */
    static @Nullable RunQuestions of(PreparedRun<?> run) {
        return run.state().respondent() instanceof RunQuestions questions ? questions : null;
    }

    /** The id that {@code run} was given, or has because it goes on with another one; {@code null} where there is none. */
    static @Nullable String idOf(PreparedRun<?> run) {
        RunQuestions questions = of(run);
        String id = questions == null ? null : questions.runId();
        return id == null ? run.options().runId() : id;
    }

    @Override
    public synchronized Object answer(int node, Class<?> type, Question<?> question) {
        NodeDefinition definition = plan.node(node);
        AnswerCheck check = new AnswerCheck(plan.name(), definition, type, question);
        check.options();
        Queue<Object> given = answers.get(definition.name());
        Object answer = given == null ? null : given.poll();
        if (answer != null) {
            open.remove(node);
            return check.fitting(answer);
        }
        PauseInfo info = info(node, question);
        if (!mayPause) {
            throw UnansweredQuestionException.of(plan.name(), info);
        }
        open.put(node, new Asked(info, type));
        throw new PauseSignal();
    }

    /** Gives an answer to the question {@code key}, before those that it has. */
    synchronized void offer(String key, Object answer) {
        Queue<Object> all = new ArrayDeque<>();
        all.add(answer);
        all.addAll(answers.getOrDefault(key, new ArrayDeque<>()));
        answers.put(key, all);
    }

    /**
     * A question that does not ask again was answered before by one that was given: where the same ones are given again, as after a crash, that one is not there
     * for the next question under the key.
     */
    synchronized void passOver(String key, Object recorded) {
        Queue<Object> given = areLeftOver ? null : answers.get(key);
        Object next = given == null ? null : given.peek();
        if (given != null && next != null && Objects.deepEquals(Widening.to(recorded.getClass(), next), recorded)) {
            given.remove();
        }
    }

    private PauseInfo info(int node, Question<?> question) {
        NodeDefinition definition = plan.node(node);
        return new PauseInfo(
                definition.name(),
                question,
                definition.outputs().get(0).name(),
                Widening.boxed(question.answerType()),
                definition.name(),
                course.iteration(node));
    }

    /** Whether {@code node} has asked, and has no answer yet: to run it is to answer it. */
    synchronized boolean isOpen(int node) {
        return open.containsKey(node);
    }

    /** What {@code node} asks can't be asked. */
    synchronized void withdraw(int node) {
        open.remove(node);
    }

    /** What the nested graphs ask. */
    NestedQuestions nested() {
        return nested;
    }

    /** Runs {@code node}; one that asked before is not called again, but given its answer, and a nested graph that has paused is not begun anew. */
    void run(int node, GraphState state, Trace trace) throws Throwable {
        PauseInfo asked = asked(node);
        if (nested.isPaused(node)) {
            return;
        }
        if (asked == null) {
            state.run(node, node + 1);
        } else {
            state.complete(node, asked.question());
            trace.end(node, System.nanoTime());
        }
    }

    /** What {@code node} has asked; {@code null} where it has not, or was answered. */
    synchronized @Nullable PauseInfo asked(int node) {
        Asked asked = open.get(node);
        return asked == null ? null : asked.info;
    }

    /** The questions that have no answer, in the order of the plan. */
    synchronized List<PauseInfo> open() {
        Map<Integer, List<PauseInfo>> all = new TreeMap<>();
        open.forEach((node, asked) -> all.put(node, List.of(asked.info)));
        nested.addOpen(all);
        return all.values().stream().flatMap(List::stream).toList();
    }

    /** The answers that no question has taken. */
    synchronized Answers unused() {
        return Answers.copyOf(answers).and(nested.unused()).leftOver(areLeftOver);
    }

    // Pausing and going on

    /** The run has paused: it can go on from {@code here}. */
    synchronized void pausedAt(Outset here) {
        standstill = here;
    }

    /**
     * Says that the run is to go on, under the id that it had.
     *
     * @throws GraphConfigException if an answer does not fit its question, or the run has gone on before
     */
    synchronized void resumeAs(String id, Answers more) {
        if (resumed) {
            throw PauseErrors.resumedBefore(plan.name(), id);
        }
        open.forEach((node, asked) -> {
            List<Object> given = more.to(asked.info.key());
            if (!given.isEmpty()) {
                new AnswerCheck(plan.name(), plan.node(node), asked.type, asked.info.question()).fitting(given.get(0));
            }
        });
        nested.resumeWith(more);
        runId = id;
    }

    /** Where the run goes on; {@code null} if it has not paused. Given out once. */
    synchronized @Nullable Outset takeStandstill() {
        if (resumed) {
            throw PauseErrors.resumedBefore(plan.name(), String.valueOf(runId));
        }
        Outset from = standstill;
        resumed = from != null;
        standstill = null;
        return from;
    }

    /** The same questions for {@code run}, which goes on with this one and has its own answers. */
    synchronized RunQuestions goOn(PreparedRun<?> run) {
        RunQuestions next = new RunQuestions(run, course);
        next.open.putAll(open);
        next.nested.goOn(nested);
        next.runId = runId;
        return next;
    }

    /** The id of the run that this one goes on with; {@code null} where it does not. */
    synchronized @Nullable String runId() {
        return runId;
    }
}
