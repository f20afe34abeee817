package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Choices;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a run begins: at its beginning, or where it paused.
 *
 * @param trace what it notes
 * @param choices what its nodes choose; {@code null} where they can't
 * @param course how far it has come
 * @param questions what its nodes ask; {@code null} where they can't
 * @param goesOn whether it paused before
 */
record Outset(
        Trace trace,
        @Nullable Choices choices,
        Course course,
        @Nullable RunQuestions questions,
        boolean goesOn) {

    /**
     * Begins {@code run}, or lets it go on.
     *
     * @param begin begins its trace, in a form that suits its runner
     * @param mayWait whether its nodes may wait for spawned workflows, as they do for answers
     */
    static Outset of(PreparedRun<?> run, Function<Plan, Trace> begin, boolean mayWait) {
        RunQuestions before = RunQuestions.of(run);
        Outset from = before == null ? null : before.takeStandstill();
        return before == null || from == null
                ? begun(run, begin.apply(run.plan()), mayWait)
                : goneOn(run, before, from, begin.apply(run.plan()));
    }

    private static Outset begun(PreparedRun<?> run, Trace trace, boolean mayWait) {
        Plan plan = run.plan();
        Choices choices = plan.isStraight() ? null : new Choices(plan.flow());
        run.state().begin(trace, choices);
        Course course = new Course(run, choices);
        RunQuestions questions = plan.asks() || mayWait ? new RunQuestions(run, course) : null;
        if (questions != null) {
            run.state().respondent(questions);
        }
        return new Outset(trace, choices, course, questions, false);
    }

    private static Outset goneOn(PreparedRun<?> run, RunQuestions before, Outset from, Trace trace) {
        GraphState state = run.state();
        trace.goOn(from.trace);
        RunQuestions questions = before.goOn(run);
        state.goOn(trace);
        state.respondent(questions);
        from.course.goOn();
        return new Outset(trace, from.choices, from.course, questions, true);
    }

    /** Where the run goes on that has come this far and pauses. */
    Outset pausedHere() {
        return new Outset(trace, choices, course, questions, true);
    }
}
