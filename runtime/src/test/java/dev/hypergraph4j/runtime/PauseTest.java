package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs that ask, pause and go on. */
@EndsInTime
class PauseTest {
    /** The nodes that were called, in their order. */
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());

    /** {@code write -> approve -> publish}, and {@code count} beside them. */
    private TestGraph approval() {
        return graph().input("title")
                .node("write", takes("title"), gives("draft"), in -> call("write", in.text("title") + "!"))
                .node(
                        "approve",
                        takes("draft"),
                        answer("approved"),
                        in -> call("approve", Question.confirm("Publish?").withEvidence("draft", in.text("draft"))))
                .node(
                        "count",
                        takes("draft"),
                        gives("length"),
                        in -> call("count", in.text("draft").length()))
                .node(
                        "publish",
                        takes("draft", "approved"),
                        gives("page"),
                        in -> call("publish", in.text("draft") + in.text("approved")))
                .outputs("page", "length");
    }

    private <T> T call(String node, T result) {
        called.add(node);
        return result;
    }

    private static RunOptions answering(String key, Object... answers) {
        RunOptions options = RunOptions.defaults();
        for (Object answer : answers) {
            options = options.answers(Answers.of(key, answer));
        }
        return options;
    }

    @Way.Every
    void questionPausesTheRunAndSiblingsGoOn(Way way) {
        RunResult<Map<String, Object>> result = way.run(approval(), "title", "News");

        assertThat(result.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(result.isCompleted()).isFalse();
        assertThat(result.values()).isEqualTo(Map.of("draft", "News!", "length", 5));
        assertThat(result.skipped()).isEmpty();
        assertThat(result.error()).isEmpty();
        assertThat(result.pauses())
                .containsExactlyElementsOf(result.pause().stream().toList());
        PauseInfo pause = result.pause().orElseThrow();
        assertThat(pause.node()).isEqualTo("approve");
        assertThat(pause.key()).isEqualTo("approve");
        assertThat(pause.prompt()).isEqualTo("Publish?");
        assertThat(pause.answerName()).isEqualTo("approved");
        assertThat(pause.answerType()).isEqualTo(Boolean.class);
        assertThat(pause.options()).isEmpty();
        assertThat(pause.evidence()).isEqualTo(Map.of("draft", "News!"));
        assertThat(pause.iteration()).isZero();
    }

    @Way.Every
    void resumedRunGoesOnWhereItWas(Way way) {
        TestGraph graph = approval();
        RunResult<Map<String, Object>> paused = way.run(graph, "title", "News");
        String id = paused.runId();

        RunResult<Map<String, Object>> result = way.resume(graph, paused, Answers.of("approve", true));

        assertThat(result.outputs()).isEqualTo(Map.of("page", "News!true", "length", 5));
        assertThat(result.runId()).isEqualTo(id);
        assertThat(result.pauses()).isEmpty();
        assertThat(called).containsExactlyInAnyOrder("write", "approve", "count", "publish");
        assertThat(result.log().steps())
                .extracting(NodeRecord::node)
                .containsExactly("write", "approve", "count", "publish");
        assertThat(result.log().steps()).extracting(NodeRecord::status).containsOnly(NodeStatus.COMPLETED);
    }

    @Way.Every
    void pausedResultStaysAsItWasWhenItsRunGoesOn(Way way) {
        TestGraph graph = approval();
        RunResult<Map<String, Object>> paused = way.run(graph.prepare(
                graph.given("title", "News"), RunOptions.workflow("w").captureValues()));

        RunResult<Map<String, Object>> result = way.resume(graph, paused, Answers.of("approve", true));

        assertThat(result.runId()).isEqualTo("w");
        assertThat(paused.values()).isEqualTo(Map.of("draft", "News!", "length", 5));
        assertThat(paused.log().paused()).containsExactly("approve");
        assertThat(paused.log().steps().get(1).status()).isEqualTo(NodeStatus.PAUSED);
        assertThat(paused.log().steps().get(1).outputs()).isEmpty();
        assertThat(result.log().steps().get(1).outputs()).isEqualTo(Map.of("approved", true));
    }

    @Way.Every
    void logShowsWhatWaits(Way way) {
        RunResult<Map<String, Object>> result = way.run(approval(), "title", "News");

        assertThat(result.log().summary()).startsWith("2 nodes, 1 paused, ");
        assertThat(result.log().executionTrace()).contains("PAUSED");
        assertThat(result.log().stats("approve").count()).isZero();
        assertThat(result.log().toMap()).containsEntry("paused", List.of("approve"));
        assertThat(result).asString().startsWith("g PAUSED: 2 nodes, 1 paused, ");
    }

    @Way.Every
    void outputsOfAPausedRunSayWhatItAsks(Way way) {
        assertThatThrownBy(() -> way.run(approval(), "title", "News").outputs()).hasMessage("""
                [Hypergraph/NoOutputs] The run of 'g' is PAUSED, so it has no outputs.
                    approve : Publish?

                    How to fix:
                      - answer what it asks: graph.resume(result, answers), or
                      - look at status() first, and at error(), or
                      - take what was produced until then from values()""");
    }

    @Way.Every
    void answerThatIsThereIsTakenAndTheRunDoesNotPause(Way way) {
        TestGraph graph = approval();

        RunResult<Map<String, Object>> result =
                way.run(graph.prepare(graph.given("title", "News"), answering("approve", false)));

        assertThat(result.outputs()).containsEntry("page", "News!false");
        assertThat(result.unusedAnswers()).isEqualTo(Answers.none());
    }

    @Way.Every
    void severalQuestionsPauseOneRunAndMayBeAnsweredOneByOne(Way way) {
        TestGraph graph = graph().node("a", takes(), answer("x"), in -> call("a", Question.ask("a?", Integer.class)))
                .node("b", takes(), answer("y"), in -> call("b", Question.ask("b?", Integer.class)))
                .node("sum", takes("x", "y"), gives("z"), in -> in.sum())
                .outputs("z");

        RunResult<Map<String, Object>> both = way.run(graph);
        RunResult<Map<String, Object>> one = way.resume(graph, both, Answers.of("b", 2));
        RunResult<Map<String, Object>> none = way.resume(graph, one, Answers.of("a", 1));

        assertThat(both.pauses()).extracting(PauseInfo::key).containsExactly("a", "b");
        assertThat(one.pauses()).extracting(PauseInfo::key).containsExactly("a");
        assertThat(one.values()).isEqualTo(Map.of("y", 2));
        assertThat(none.outputs()).isEqualTo(Map.of("z", 3));
        assertThat(none.runId()).isEqualTo(both.runId());
        assertThat(called).containsExactlyInAnyOrder("a", "b");
    }

    @Way.Every
    void questionBehindAQuestionIsAskedNext(Way way) {
        TestGraph graph = graph().node("a", takes(), answer("x"), in -> Question.ask("a?", Integer.class))
                .node("b", takes("x"), answer("y"), in -> Question.ask("b, with " + in.get("x") + "?", Integer.class))
                .outputs("y");

        RunResult<Map<String, Object>> first = way.run(graph);
        RunResult<Map<String, Object>> second =
                way.resume(graph, first, Answers.of("a", 1).and("b", 2));

        assertThat(first.pauses()).hasSize(1);
        assertThat(second.outputs()).isEqualTo(Map.of("y", 2));
    }

    @Way.Every
    void questionInACycleIsAskedAnewInEachTurn(Way way) {
        TestGraph graph = review();

        RunResult<Map<String, Object>> first = way.run(graph, "draft", "a");
        RunResult<Map<String, Object>> second = way.resume(graph, first, Answers.of("review", "improve"));
        RunResult<Map<String, Object>> third = way.resume(graph, second, Answers.of("review", "improve"));
        RunResult<Map<String, Object>> last = way.resume(graph, third, Answers.of("review", "publish"));

        assertThat(first.pause()).map(PauseInfo::prompt).contains("a+?");
        assertThat(second.pause()).map(PauseInfo::prompt).contains("a++?");
        assertThat(second.pause()).map(PauseInfo::iteration).contains(1);
        assertThat(second.log().steps())
                .extracting(step -> step.node() + step.iteration() + step.status())
                .containsExactly(
                        "improve0COMPLETED",
                        "review0COMPLETED",
                        "route0COMPLETED",
                        "improve1COMPLETED",
                        "review1PAUSED");
        assertThat(third.pause()).map(PauseInfo::prompt).contains("a+++?");
        assertThat(last.outputs()).isEqualTo(Map.of("page", "a+++"));
        assertThat(first.values()).isEqualTo(Map.of("draft", "a+"));
        assertThat(second.values()).isEqualTo(Map.of("draft", "a++", "verdict", "improve"));
    }

    @Way.Every
    void questionInACycleTakesOneAnswerAfterTheOther(Way way) {
        TestGraph graph = review();

        RunResult<Map<String, Object>> result = way.run(graph.prepare(
                graph.given("draft", "a"), answering("review", "improve", "improve", "publish", "unasked")));

        assertThat(result.outputs()).isEqualTo(Map.of("page", "a+++"));
        assertThat(result.unusedAnswers()).isEqualTo(Answers.of("review", "unasked"));
    }

    @Way.Every
    void answersThatAreLeftAreThereWhenTheRunGoesOn(Way way) {
        TestGraph graph = review();
        RunResult<Map<String, Object>> paused = way.run(graph, "draft", "a");

        RunResult<Map<String, Object>> result =
                way.resume(graph, paused, Answers.of("review", "improve").and("review", "publish"));

        assertThat(result.outputs()).isEqualTo(Map.of("page", "a++"));
    }

    private TestGraph review() {
        return graph().input("draft")
                .node("improve", takes().seed("draft"), gives("draft"), in -> in.text("draft") + "+")
                .node(
                        "review",
                        takes("draft"),
                        answer("verdict"),
                        in -> Question.ask(in.text("draft") + "?", String.class))
                .gate("route", takes("verdict"), to("improve", "publish"), in -> in.text("verdict"))
                .node("publish", takes("draft"), gives("page"), in -> in.text("draft"))
                .loop(10, "improve", "route")
                .outputs("page");
    }

    @Way.Every
    void questionBehindAGateIsAskedIfTheGateOpensIt(Way way) {
        TestGraph graph = graph().input("choice")
                .gate("gate", takes("choice"), to("ask", "other"), in -> in.text("choice"))
                .node("ask", takes(), answer("x"), in -> Question.ask("?", String.class))
                .node("other", takes(), gives("x"), in -> "other")
                .outputs("x");

        RunResult<Map<String, Object>> asked = way.run(graph, "choice", "ask");
        assertThat(asked.pauses()).hasSize(1);
        assertThat(asked.skipped()).containsExactly("other");
        assertThat(way.resume(graph, asked, Answers.of("ask", "me")).outputs()).isEqualTo(Map.of("x", "me"));

        RunResult<Map<String, Object>> unasked =
                way.run(graph.prepare(graph.given("choice", "other"), answering("ask", "me")));
        assertThat(unasked.outputs()).isEqualTo(Map.of("x", "other"));
        assertThat(unasked.unusedAnswers()).isEqualTo(Answers.of("ask", "me"));
    }

    @Way.EveryAsync
    void asynchronousNodesMayAskAndStandAround(Way way) {
        TestGraph graph = graph().async("load", takes(), gives("x"), in -> Stages.later(() -> 1))
                .async(
                        "ask",
                        takes("x"),
                        answer("y"),
                        in -> Stages.later(() -> call("ask", Question.ask("?", Integer.class))))
                .async("sibling", takes("x"), gives("s"), in -> CompletableFuture.completedFuture(10))
                .async("add", takes("x", "y", "s"), gives("z"), in -> Stages.later(in::sum))
                .outputs("z");

        RunResult<Map<String, Object>> paused = way.run(graph);
        RunResult<Map<String, Object>> result = way.resume(graph, paused, Answers.of("ask", 100));

        assertThat(paused.values()).isEqualTo(Map.of("x", 1, "s", 10));
        assertThat(result.outputs()).isEqualTo(Map.of("z", 111));
        assertThat(called).containsExactly("ask");
    }

    @Way.Every
    void pausedRunWithAFailedBranchIsPausedAndFailsWhenItIsThrough(Way way) {
        TestGraph graph = withFailingBranch();

        RunResult<Map<String, Object>> paused = way.run(graph, ErrorHandling.CONTINUE);
        RunResult<Map<String, Object>> failed = way.resume(graph, paused, Answers.of("ask", 1));

        assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(paused.error()).get().isInstanceOf(NodeExecutionException.class);
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.error()).get().isInstanceOf(NodeExecutionException.class);
        assertThat(failed.values()).isEqualTo(Map.of("x", 1, "y", 2));
        assertThat(called).containsExactly("fail");
    }

    @Way.Every
    void failingBranchEndsARunThatRaises(Way way) {
        assertThatExceptionOfType(NodeExecutionException.class)
                .isThrownBy(() -> way.run(withFailingBranch()))
                .withMessageContaining("'fail'");
    }

    private TestGraph withFailingBranch() {
        return graph().node("ask", takes(), answer("x"), in -> Question.ask("?", Integer.class))
                .node("fail", takes(), gives("f"), in -> {
                    throw call("fail", new IllegalStateException());
                })
                .node("next", takes("x"), gives("y"), in -> in.integer("x") + 1)
                .node("last", takes("y", "f"), gives("z"), in -> 0)
                .outputs("y", "z");
    }

    @Way.Every
    void nodeThatFailsAfterThePauseFailsTheRun(Way way) {
        TestGraph graph = graph().node("ask", takes(), answer("x"), in -> Question.ask("?", Integer.class))
                .node("fail", takes("x"), gives("f"), in -> {
                    throw new IllegalStateException("after");
                })
                .outputs("f");

        RunResult<Map<String, Object>> paused = way.run(graph);

        assertThatExceptionOfType(NodeExecutionException.class)
                .isThrownBy(() -> way.resume(graph, paused, Answers.of("ask", 1)))
                .withMessageContaining("after");
    }

    @Way.Every
    void unansweredQuestionFailsARunThatIsNotToPause(Way way) {
        TestGraph graph = approval();
        RunOptions options = RunOptions.defaults().prefillOnly();

        assertThatExceptionOfType(UnansweredQuestionException.class)
                .isThrownBy(() -> way.run(graph.prepare(graph.given("title", "News"), options)))
                .satisfies(error -> assertThat(error.key()).isEqualTo("approve"))
                .withMessage("""
                        [Hypergraph/UnansweredQuestion] Node 'approve' of 'g' asks a question that was not answered, in a run that is not to pause.
                            question : Publish?
                            answer   : Boolean approved

                            How to fix:
                              - give the answer with the run: RunOptions.defaults().answers(Answers.of("approve", ...)), or
                              - let the run pause: leave out prefillOnly()""");

        RunResult<Map<String, Object>> result =
                way.run(graph.prepare(graph.given("title", "News"), options.onError(ErrorHandling.CONTINUE)));
        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.error()).get().isInstanceOf(UnansweredQuestionException.class);
        assertThat(result.values()).containsEntry("length", 5);
    }

    @Way.Every
    void questionOfANestedGraphIsAnsweredUpFrontByItsPath(Way way) {
        TestGraph inner = graph("inner")
                .node("ask", takes(), answer("x"), in -> Question.ask("inside?", Integer.class))
                .outputs("x");
        TestGraph outer = graph("outer")
                .nested("sub", inner, takes(), gives("x"))
                .node("ask", takes("x"), answer("y"), in -> Question.ask("outside?", Integer.class))
                .node("sum", takes("x", "y"), gives("z"), in -> in.sum())
                .outputs("z");
        RunOptions inside = answering("sub/ask", 1);

        RunResult<Map<String, Object>> paused = way.run(outer.prepare(outer.given(), inside));
        assertThat(paused.pauses()).extracting(PauseInfo::key).containsExactly("ask");
        assertThat(way.resume(outer, paused, Answers.of("ask", 2)).outputs()).isEqualTo(Map.of("z", 3));
        assertThat(way.run(outer.prepare(outer.given(), inside.answers(Answers.of("ask", 2))))
                        .outputs())
                .isEqualTo(Map.of("z", 3));
        assertThatThrownBy(() -> way.run(outer.prepare(outer.given(), answering("sub/aks", 1))))
                .hasMessageContaining("Did you mean 'sub/ask', whose answer is 'x'?");
    }

    @Way.Every
    void nullIsNoQuestion(Way way) {
        TestGraph graph = graph().node("ask", takes(), answer("x"), in -> null).outputs("x");

        assertThatExceptionOfType(NodeExecutionException.class)
                .isThrownBy(() -> way.run(graph))
                .withMessageContaining("its question");
    }

    @Way.Every
    void stopWinsOverAPause(Way way) {
        TestGraph graph = graph().node("ask", takes(), answer("x"), in -> Question.ask("?", Integer.class))
                .node("interrupted", takes(), gives("y"), in -> {
                    throw new InterruptedException();
                })
                .outputs("x", "y");

        RunResult<Map<String, Object>> result = way.run(graph, ErrorHandling.CONTINUE);
        Thread.interrupted();

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.pauses()).isEmpty();
    }

    @Way.Every
    void runThatPausedOnOneRunnerMayGoOnOnAnother(Way way) {
        TestGraph graph = review();
        RunResult<Map<String, Object>> first = SyncRunner.create().run(graph.prepared("draft", "a"));
        RunResult<Map<String, Object>> second = way.resume(graph, first, Answers.of("review", "improve"));
        RunResult<Map<String, Object>> third = graph.resume(second, Answers.of("review", "publish"));

        assertThat(third.outputs()).isEqualTo(Map.of("page", "a++"));
    }

    @Way.Every
    void itemsOfAMapPauseByThemselves(Way way) {
        TestGraph graph = approval();

        MapResult<Map<String, Object>> all =
                way.runner().map(graph, List.of(graph.given("title", "A"), graph.given("title", "B")));

        assertThat(all.status()).isEqualTo(RunStatus.PAUSED);
        RunResult<Map<String, Object>> second = all.results().get(1);
        String id = second.runId();
        RunResult<Map<String, Object>> result = way.resume(graph, second, Answers.of("approve", true));
        assertThat(result.outputs()).containsEntry("page", "B!true");
        assertThat(result.runId()).isEqualTo(id);
    }
}
