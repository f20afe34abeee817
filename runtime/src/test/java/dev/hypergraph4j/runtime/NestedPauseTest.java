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
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Nested graphs that ask: they pause the runs around them, and go on with them. */
@EndsInTime
class NestedPauseTest {
    /** The nodes that were called, in their order. */
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());

    private <T> T call(String node, T result) {
        called.add(node);
        return result;
    }

    /** {@code write -> ask -> finish}. */
    private TestGraph article() {
        return graph("article")
                .input("title")
                .node("write", takes("title"), gives("draft"), in -> call("write", in.text("title") + "!"))
                .node(
                        "ask",
                        takes("draft"),
                        answer("approved"),
                        in -> call("ask", Question.confirm(in.text("draft") + "?")))
                .node(
                        "finish",
                        takes("draft", "approved"),
                        gives("page"),
                        in -> call("finish", in.text("draft") + in.text("approved")))
                .outputs("page");
    }

    /** An article as the node {@code sub}, {@code frame} behind it and {@code count} beside it. */
    private TestGraph site(TestGraph article) {
        return graph("site")
                .input("title")
                .nested("sub", article, takes("title"), gives("page"))
                .node(
                        "count",
                        takes("title"),
                        gives("length"),
                        in -> call("count", in.text("title").length()))
                .node("frame", takes("page"), gives("site"), in -> call("frame", "<" + in.text("page") + ">"))
                .outputs("site", "length");
    }

    @Way.Every
    void nestedQuestionPausesItsNodeAndSiblingsGoOn(Way way) {
        RunResult<Map<String, Object>> result = way.run(site(article()), "title", "News");

        assertThat(result.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(result.values()).isEqualTo(Map.of("length", 4));
        assertThat(result.error()).isEmpty();
        assertThat(result.child("sub").status()).isEqualTo(RunStatus.PAUSED);
        assertThat(result.child("sub").values()).isEqualTo(Map.of("draft", "News!"));
        assertThat(result.log().paused()).containsExactly("sub");
        assertThat(result.log().child("sub").orElseThrow().paused()).containsExactly("ask");
        assertThat(result.pauses()).hasSize(1);
        PauseInfo pause = result.pause().orElseThrow();
        assertThat(pause.node()).isEqualTo("sub/ask");
        assertThat(pause.key()).isEqualTo("sub/ask");
        assertThat(pause.prompt()).isEqualTo("News!?");
        assertThat(pause.answerName()).isEqualTo("approved");
        assertThat(pause.answerType()).isEqualTo(Boolean.class);
    }

    @Way.Every
    void nestedRunGoesOnWhereItWas(Way way) {
        TestGraph graph = site(article());
        RunResult<Map<String, Object>> paused = way.run(graph, "title", "News");
        String id = paused.runId();

        RunResult<Map<String, Object>> result = way.resume(graph, paused, Answers.of("sub/ask", true));

        assertThat(result.outputs()).isEqualTo(Map.of("site", "<News!true>", "length", 4));
        assertThat(result.runId()).isEqualTo(id);
        assertThat(result.unusedAnswers()).isEqualTo(Answers.none());
        assertThat(called).containsExactlyInAnyOrder("write", "ask", "finish", "count", "frame");
        assertThat(result.child("sub").values()).isEqualTo(Map.of("page", "News!true"));
        assertThat(result.log().steps()).extracting(NodeRecord::status).containsOnly(NodeStatus.COMPLETED);
        assertThat(result.log().child("sub").orElseThrow().steps())
                .extracting(NodeRecord::node)
                .containsExactly("write", "ask", "finish");
    }

    @Way.Every
    void pausedResultStaysAsItWasWhenItsRunGoesOn(Way way) {
        TestGraph graph = site(article());
        RunResult<Map<String, Object>> paused = way.run(graph, "title", "News");

        way.resume(graph, paused, Answers.of("sub/ask", true));

        assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(paused.values()).isEqualTo(Map.of("length", 4));
        assertThat(paused.pauses()).extracting(PauseInfo::key).containsExactly("sub/ask");
        assertThat(paused.child("sub").status()).isEqualTo(RunStatus.PAUSED);
        assertThat(paused.child("sub").values()).isEqualTo(Map.of("draft", "News!"));
    }

    @Way.Every
    void questionThreeLevelsDownPausesAllOfThem(Way way) {
        TestGraph shop = graph("shop")
                .input("title")
                .nested("desk", site(article()), takes("title"), gives("site"))
                .node("send", takes("site"), gives("sent"), in -> call("send", in.text("site") + "."))
                .outputs("sent");

        RunResult<Map<String, Object>> paused = way.run(shop, "title", "News");
        RunResult<Map<String, Object>> result = way.resume(shop, paused, Answers.of("desk/sub/ask", false));

        assertThat(paused.pauses()).extracting(PauseInfo::node).containsExactly("desk/sub/ask");
        assertThat(paused.child("desk").pauses()).extracting(PauseInfo::key).containsExactly("sub/ask");
        assertThat(result.outputs()).isEqualTo(Map.of("sent", "<News!false>."));
        assertThat(called).containsExactlyInAnyOrder("write", "ask", "finish", "count", "frame", "send");
    }

    @Way.Every
    void severalQuestionsAreListedInTheOrderOfTheGraphAndAnsweredOneByOne(Way way) {
        TestGraph graph = graph("both")
                .input("title")
                .nested("one", article(), takes("title"), gives("page"))
                .node("own", takes(), answer("x"), in -> Question.ask("own?", Integer.class))
                .nested("two", renamed(), takes("title"), gives("other"))
                .node(
                        "join",
                        takes("page", "x", "other"),
                        gives("all"),
                        in -> in.text("page") + in.text("x") + in.text("other"))
                .outputs("all");

        RunResult<Map<String, Object>> three = way.run(graph, "title", "A");
        RunResult<Map<String, Object>> two = way.resume(graph, three, Answers.of("own", 7));
        RunResult<Map<String, Object>> one = way.resume(graph, two, Answers.of("two/ask", "b"));
        RunResult<Map<String, Object>> none = way.resume(graph, one, Answers.of("one/ask", true));

        assertThat(three.pauses()).extracting(PauseInfo::key).containsExactly("one/ask", "own", "two/ask");
        assertThat(two.pauses()).extracting(PauseInfo::key).containsExactly("one/ask", "two/ask");
        assertThat(one.pauses()).extracting(PauseInfo::key).containsExactly("one/ask");
        assertThat(none.outputs()).isEqualTo(Map.of("all", "A!true7Ab"));
        assertThat(called).containsExactlyInAnyOrder("write", "ask", "finish", "asked two");
    }

    private TestGraph renamed() {
        return graph("renamed")
                .input("title")
                .node("ask", takes("title"), answer("x"), in -> call("asked two", Question.ask("?", String.class)))
                .node("end", takes("title", "x"), gives("other"), in -> in.text("title") + in.text("x"))
                .outputs("other");
    }

    /** Asks a nested graph in each turn. */
    private TestGraph review() {
        TestGraph reviewer = graph("reviewer")
                .input("draft")
                .node("read", takes("draft"), gives("seen"), in -> call("read", in.text("draft")))
                .node("ask", takes("seen"), answer("verdict"), in -> Question.ask(in.text("seen") + "?", String.class))
                .outputs("verdict");
        return graph("review")
                .input("draft")
                .node("improve", takes().seed("draft"), gives("draft"), in -> in.text("draft") + "+")
                .nested("sub", reviewer, takes("draft"), gives("verdict"))
                .gate("route", takes("verdict"), to("improve", "publish"), in -> in.text("verdict"))
                .node("publish", takes("draft"), gives("page"), in -> in.text("draft"))
                .loop(10, "improve", "route")
                .outputs("page");
    }

    @Way.Every
    void nestedGraphInACycleAsksAnewInEachTurn(Way way) {
        TestGraph graph = review();

        RunResult<Map<String, Object>> first = way.run(graph, "draft", "a");
        RunResult<Map<String, Object>> second = way.resume(graph, first, Answers.of("sub/ask", "improve"));
        RunResult<Map<String, Object>> third = way.resume(graph, second, Answers.of("sub/ask", "improve"));
        RunResult<Map<String, Object>> last = way.resume(graph, third, Answers.of("sub/ask", "publish"));

        assertThat(first.pause()).map(PauseInfo::prompt).contains("a+?");
        assertThat(second.pause()).map(PauseInfo::prompt).contains("a++?");
        assertThat(third.pause()).map(PauseInfo::prompt).contains("a+++?");
        assertThat(last.outputs()).isEqualTo(Map.of("page", "a+++"));
        assertThat(called).containsExactly("read", "read", "read");
    }

    @Way.Every
    void nestedGraphInACycleTakesOneAnswerAfterTheOther(Way way) {
        TestGraph graph = review();
        RunOptions options = RunOptions.defaults()
                .answers(Answers.of("sub/ask", "improve")
                        .and("sub/ask", "publish")
                        .and("sub/ask", "unasked"));

        RunResult<Map<String, Object>> result = way.run(graph.prepare(graph.given("draft", "a"), options));

        assertThat(result.outputs()).isEqualTo(Map.of("page", "a++"));
        assertThat(result.unusedAnswers()).isEqualTo(Answers.of("sub/ask", "unasked"));
    }

    @Way.Every
    void cycleInsideOfANestedGraphGoesOnAsOftenAsItAsks(Way way) {
        TestGraph outer = graph("outer")
                .input("draft")
                .nested("inner", review(), takes("draft"), gives("page"))
                .outputs("page");

        RunResult<Map<String, Object>> first = way.run(outer, "draft", "a");
        RunResult<Map<String, Object>> second = way.resume(outer, first, Answers.of("inner/sub/ask", "improve"));
        RunResult<Map<String, Object>> last = way.resume(outer, second, Answers.of("inner/sub/ask", "publish"));

        assertThat(second.pause()).map(PauseInfo::prompt).contains("a++?");
        assertThat(last.outputs()).isEqualTo(Map.of("page", "a++"));
        assertThat(called).containsExactly("read", "read");
    }

    @Way.Every
    void runThatPausedOnOneRunnerMayGoOnOnAnother(Way way) {
        TestGraph graph = review();
        RunResult<Map<String, Object>> first = SyncRunner.create().run(graph.prepared("draft", "a"));
        RunResult<Map<String, Object>> second = way.resume(graph, first, Answers.of("sub/ask", "improve"));
        RunResult<Map<String, Object>> third =
                graph.with(AsyncRunner.create()).resume(second, Answers.of("sub/ask", "improve"));
        RunResult<Map<String, Object>> last = way.resume(graph, third, Answers.of("sub/ask", "publish"));

        assertThat(last.outputs()).isEqualTo(Map.of("page", "a+++"));
    }

    @Way.Every
    void nestedGraphWithARunnerOfItsOwnPausesAndGoesOn(Way way) {
        for (Runner own : List.of(SyncRunner.create(), AsyncRunner.create())) {
            TestGraph graph = site(article().with(own));
            RunResult<Map<String, Object>> paused = way.run(graph, "title", "News");

            assertThat(paused.pauses()).extracting(PauseInfo::key).containsExactly("sub/ask");
            assertThat(way.resume(graph, paused, Answers.of("sub/ask", true)).outputs())
                    .containsEntry("site", "<News!true>");
        }
        assertThat(called).hasSize(10);
    }

    @Way.Every
    void answerThatDoesNotFitIsRefusedBeforeAnythingRuns(Way way) {
        TestGraph graph = site(article());
        RunResult<Map<String, Object>> paused = way.run(graph, "title", "News");

        assertThatThrownBy(() -> way.resume(graph, paused, Answers.of("sub/ask", "yes")))
                .isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> way.resume(graph, paused, Answers.of("ask", true)))
                .hasMessageContaining("'site' asks no question 'ask'.");
        assertThat(way.resume(graph, paused, Answers.of("sub/ask", true)).isCompleted())
                .isTrue();
        assertThatThrownBy(() -> way.resume(graph, paused, Answers.of("sub/ask", true)))
                .hasMessageContaining("ResumedBefore");
    }

    @Way.Every
    void unansweredNestedQuestionFailsARunThatIsNotToPause(Way way) {
        TestGraph graph = site(article());

        assertThatExceptionOfType(UnansweredQuestionException.class)
                .isThrownBy(() -> way.run(graph.prepare(
                        graph.given("title", "News"), RunOptions.defaults().prefillOnly())))
                .satisfies(error -> assertThat(error.key()).isEqualTo("sub/ask"))
                .withMessageContaining(
                        "Node 'sub/ask' of 'site' asks a question that was not answered, in a run that is not to pause.");
    }

    @Way.Every
    void failureBesideANestedQuestionFailsTheRunWhenItIsThrough(Way way) {
        TestGraph inner = graph("inner")
                .node("ask", takes(), answer("x"), in -> Question.ask("?", Integer.class))
                .node("fail", takes(), gives("y"), in -> {
                    throw call("fail", new IllegalStateException());
                })
                .outputs("x", "y");
        TestGraph outer =
                graph("outer").nested("sub", inner, takes(), gives("x", "y")).outputs("x", "y");

        RunResult<Map<String, Object>> paused = way.run(outer, ErrorHandling.CONTINUE);
        RunResult<Map<String, Object>> failed = way.resume(outer, paused, Answers.of("sub/ask", 1));

        assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.error())
                .get()
                .isInstanceOfSatisfying(
                        NodeExecutionException.class,
                        error -> assertThat(error.nodePath()).isEqualTo("sub/fail"));
        assertThat(called).containsExactly("fail");
    }

    @Way.Every
    void eventsTellTheQuestionOnceWithItsPath(Way way) {
        List<Event.Paused> told = Collections.synchronizedList(new ArrayList<>());
        TestGraph graph = site(article());
        RunOptions options = RunOptions.defaults().processor(event -> {
            if (event instanceof Event.Paused paused) {
                told.add(paused);
            }
        });

        RunResult<Map<String, Object>> paused = way.run(graph.prepare(graph.given("title", "News"), options));
        assertThat(told).extracting(Event.Paused::key).containsExactly("sub/ask");

        RunResult<Map<String, Object>> result = way.resume(graph, paused, Answers.of("sub/ask", true));
        assertThat(result.outputs()).containsEntry("site", "<News!true>");
        assertThat(told).hasSize(1);
    }
}
