package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.Question;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Which answers fit, and what is said of those that do not. */
class AnswersTest {
    private static final class Typed extends TypedAnswers {
        Typed approved(Boolean approved) {
            add("approve", approved);
            return this;
        }
    }

    private static TestGraph asking(Question<?> question, String... targets) {
        return graph().node("approve", takes(), Gives.gives("approved").asked(targets), in -> question)
                .node("ready", takes(), Gives.gives("other"), in -> 1)
                .outputs("approved");
    }

    private static Object answered(Question<?> question, Object answer, String... targets) {
        TestGraph graph = asking(question, targets);
        return graph.resume(graph.run(Map.of()), Answers.of("approve", answer))
                .outputs()
                .get("approved");
    }

    @Test
    void answersOfOneQuestionKeepTheirOrder() {
        Answers answers = Answers.of("a", 1).and("b", 2).and("a", 3).and(Answers.of(Map.of("b", 4)));

        assertThat(answers.keys()).containsExactly("a", "b");
        assertThat(answers.to("a")).isEqualTo(List.of(1, 3));
        assertThat(answers.to("b")).isEqualTo(List.of(2, 4));
        assertThat(answers.to("c")).isEmpty();
        assertThat(answers).hasToString("{a=[1, 3], b=[2, 4]}");
        assertThat(Answers.none().isEmpty()).isTrue();
        assertThat(Answers.none().and(answers)).isEqualTo(answers).hasSameHashCodeAs(answers);
    }

    @Test
    void typedAnswersAreCollectedInOrder() {
        assertThat(new Typed().approved(true).approved(false).build())
                .isEqualTo(Answers.of("approve", true).and("approve", false));
        assertThatThrownBy(() -> new Typed().approved(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void numbersAreWidenedAsJavaDoes() {
        assertThat(answered(Question.ask("?", Long.class), 7)).isEqualTo(7L);
        assertThat(answered(Question.ask("?", double.class), 7)).isEqualTo(7.0);
    }

    @Test
    void answerOfAnotherTypeIsRefused() {
        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> answered(Question.confirm("Publish?"), "yes"))
                .withMessage("""
                        [Hypergraph/WrongAnswer] The question 'approve' of 'g' is to be answered with Boolean, not String.
                            question : Publish?
                            given    : 'yes'

                            How to fix:
                              - give a value of type Boolean""");
    }

    @Test
    void answerMustBeOneOfTheOptions() {
        Question<String> question = Question.choose("What now?", List.of("publish", "reject"));

        assertThat(answered(question, "publish")).isEqualTo("publish");
        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> answered(question, "publsh"))
                .withMessage("""
                        [Hypergraph/WrongAnswer] The question 'approve' of 'g' was answered with 'publsh', which is none of its options.
                            question : What now?
                            options  : publish and reject

                            Did you mean 'publish'?

                            How to fix:
                              - answer with one of the options""");
    }

    @Test
    void optionsMayBeOfSeveralClasses() {
        assertThat(answered(Question.choose("?", List.<Number>of(1, 2.5)), 2.5)).isEqualTo(2.5);
        assertThat(Question.choose("?", List.<Number>of(1, 2.5)).answerType()).isEqualTo(Number.class);
    }

    @Test
    void answerThatNamesATargetOfTheGateBehindMustNameOne() {
        Question<String> question = Question.ask("What now?", String.class);

        assertThat(answered(question, "reject", "publish", "reject")).isEqualTo("reject");
        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> answered(question, "rejct", "publish", "reject"))
                .withMessageContaining("which is no target of the gate behind it.")
                .withMessageContaining("Did you mean 'reject'?");
    }

    @Test
    void optionThatTheGateBehindHasNoTargetForIsFoundBeforeThePause() {
        TestGraph graph = asking(Question.choose("What now?", List.of("publish", "reject")), "publish", "rejected");

        assertThatExceptionOfType(NodeExecutionException.class)
                .isThrownBy(() -> graph.run(Map.of()))
                .havingCause()
                .isInstanceOf(GraphConfigException.class)
                .withMessage("""
                        [Hypergraph/UnknownTarget] Node 'approve' of 'g' offers the option 'reject', which is no target of the gate that takes the answer.
                            targets : publish and rejected

                            Did you mean 'rejected'?

                            How to fix:
                              - offer targets of the gate only, or
                              - add 'reject' to its targets""");
    }

    @Test
    void answerThatWasGivenBeforeAndDoesNotFitFailsItsNode() {
        TestGraph graph = asking(Question.confirm("Publish?"));

        assertThatExceptionOfType(NodeExecutionException.class)
                .isThrownBy(() -> graph.run(Map.of(), RunOptions.defaults().answers(Answers.of("approve", 1))))
                .havingCause()
                .withMessageStartingWith("[Hypergraph/WrongAnswer]");
    }

    @Test
    void resultCanBeResumedAfterAnAnswerThatDidNotFit() {
        TestGraph graph = asking(Question.confirm("Publish?"));
        RunResult<Map<String, Object>> paused = graph.run(Map.of());

        assertThatThrownBy(() -> graph.resume(paused, Answers.of("approve", 1)));

        assertThat(graph.resume(paused, Answers.of("approve", true)).isCompleted())
                .isTrue();
    }

    @Test
    void resultCanBeResumedOnce() {
        TestGraph graph = asking(Question.confirm("Publish?"));
        RunResult<Map<String, Object>> paused = graph.run(Map.of(), RunOptions.workflow("po-17"));
        graph.resume(paused, Answers.of("approve", true));

        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> graph.resume(paused, Answers.of("approve", true)))
                .withMessage("""
                        [Hypergraph/ResumedBefore] This result of 'g' was resumed before: its run has gone on.
                            run : po-17

                            How to fix:
                              - resume the result that resuming it gave, if that is PAUSED, or
                              - run the graph anew, with the answers in its RunOptions""");
    }

    @Test
    void onlyPausedResultsOfTheGraphCanBeResumed() {
        TestGraph graph = asking(Question.confirm("Publish?"));
        RunResult<Map<String, Object>> paused = graph.run(Map.of());
        RunResult<Map<String, Object>> completed =
                graph.run(Map.of(), RunOptions.defaults().answers(Answers.of("approve", true)));

        assertThatThrownBy(() -> graph.resume(completed, Answers.none()))
                .hasMessageStartingWith("[Hypergraph/NotPaused] The run of 'g' is COMPLETED, so it can't be resumed.");
        assertThatThrownBy(() -> graph("other").outputs().resume(paused, Answers.none()))
                .hasMessageStartingWith(
                        "[Hypergraph/NotPaused] The result is one of 'g', and 'other' can't resume it.");
    }

    @Test
    void unknownQuestionIsRefusedBeforeAnythingRuns() {
        TestGraph graph = asking(Question.confirm("Publish?"));
        RunOptions options = RunOptions.defaults().answers(Answers.of("aprove", true));

        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> graph.run(Map.of(), options))
                .withMessage("""
                        [Hypergraph/UnknownQuestion] 'g' asks no question 'aprove'.
                            questions : approve

                            Did you mean 'approve', whose answer is 'approved'?

                            How to fix:
                              - give the answer under 'approve'""");
        assertThatThrownBy(() -> graph.runByName(Map.of(), options)).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> graph.resume(graph.run(Map.of()), Answers.of("approved", true)))
                .hasMessageContaining("Did you mean 'approve', whose answer is 'approved'?");
        TestGraph silent = graph().node("a", takes(), Gives.gives("x"), in -> 1).outputs("x");
        assertThatThrownBy(() -> silent.run(Map.of(), options)).hasMessageContaining("the graph asks nothing");
    }

    @Test
    void pausedRunMayGoOnOnOtherThreads() throws InterruptedException, ExecutionException {
        TestGraph graph = asking(Question.confirm("Publish?"));
        RunHandle<Map<String, Object>> handle = graph.runAsync(Map.of());

        RunResult<Map<String, Object>> result =
                graph.resumeAsync(handle.await(), Answers.of("approve", true)).await();

        assertThat(result.outputs()).isEqualTo(Map.of("approved", true));
    }
}
