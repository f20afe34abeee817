package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fork shares the history of its source, but for what it changes and whatever depends on that. */
class DurableForkTest {
    private final Processes processes = new Processes();

    /** {@code a -> b -> d} and {@code c -> d}. */
    private TestGraph diamond() {
        return graph().input("x")
                .input("y")
                .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a" + in.text("x")))
                .node("b", takes("va"), gives("vb"), in -> processes.noted("b", "b(" + in.text("va") + ")"))
                .node("c", takes("y"), gives("vc"), in -> processes.noted("c", "c" + in.text("y")))
                .node(
                        "d",
                        takes("vb", "vc"),
                        gives("vd"),
                        in -> processes.noted("d", in.text("vb") + "+" + in.text("vc")))
                .outputs("vd");
    }

    /** Counts from {@code n} up to 3. */
    private TestGraph loop() {
        return graph("loop")
                .input("n")
                .node("count", takes().seed("n"), gives("n"), in -> processes.noted("count", in.integer("n") + 1))
                .gate(
                        "more",
                        takes("n"),
                        to("count"),
                        in -> processes.noted("more", in.integer("n") < 3 ? "count" : "END"))
                .loop(10, "count", "more")
                .outputs("n");
    }

    private Workflows forked(TestGraph graph, Fork fork, Object... given) {
        TestGraph recorded = graph.with(processes.next());
        recorded.run(recorded.given(given), RunOptions.workflow("w"));
        processes.ran.clear();
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();
        workflows.fork(fork);
        assertThat(workflows.workHere()).isEqualTo(1);
        return workflows;
    }

    private Object output(Workflows workflows, TestGraph graph, String id) {
        return workflows
                .result(graph, id)
                .orElseThrow()
                .outputs()
                .values()
                .iterator()
                .next();
    }

    @Test
    void stepAndWhatDependsOnItRunAgain() {
        Workflows workflows = forked(diamond(), Fork.of("w").at("b"), "x", 1, "y", 2);

        assertThat(processes.ran).containsExactly("b", "d");
        assertThat(output(workflows, diamond(), "w-fork")).isEqualTo("b(a1)+c2");
        Workflow fork = processes.workflow("w-fork");
        assertThat(fork.lineage()).isEqualTo(new Lineage(Lineage.Kind.FORK, "w", "b"));
        assertThat(processes.store.descendants("w")).extracting(Workflow::id).containsExactly("w-fork");
    }

    @Test
    void whoTakesAnotherInputRunsAgain() {
        Workflows workflows = forked(diamond(), Fork.of("w").as("other").input("y", 3), "x", 1, "y", 2);

        assertThat(processes.ran).containsExactly("c", "d");
        assertThat(output(workflows, diamond(), "other")).isEqualTo("b(a1)+c3");
    }

    @Test
    void forkWithAnInputThatItsSourceDidWithoutIsTheSameAsOneThatWasStartedWithIt() {
        TestGraph graph = graph().optional("a", Object.class)
                .input("b")
                .node("join", takes("a", "b"), gives("y"), in -> in.text("a") + in.text("b"))
                .outputs("y");
        forked(graph, Fork.of("w").input("a", 1), "b", 2);
        TestGraph recorded = graph.with(processes.next());

        assertThat(recorded.run(recorded.given("a", 1, "b", 2), RunOptions.workflow("w-fork"))
                        .outputs())
                .isEqualTo(Map.of("y", "12"));
    }

    private boolean fails = true;

    /** Multiplies what does not fail, adds up what there is, and tells of it: then the map has gone on without an item that failed. */
    private TestGraph tolerant() {
        TestGraph item = graph("item")
                .input("n")
                .node(
                        "multiply",
                        takes("n"),
                        gives("m"),
                        in -> processes.noted(
                                "multiply " + in.text("n"), () -> failing(in.integer("n") == 2, 10 * in.integer("n"))))
                .outputs("m");
        return graph("tolerant")
                .input("n")
                .mapped("each", item, "n", ErrorHandling.CONTINUE, gives("m"))
                .node("sum", takes("m"), gives("s"), in -> processes.noted("sum", in.text("m")))
                .node("tell", takes("s"), gives("t"), in -> processes.noted("tell", () -> failing(true, in.text("s"))))
                .outputs("m", "t");
    }

    private <T> T failing(boolean isBad, T value) {
        if (fails && isBad) {
            throw new IllegalStateException("bad");
        }
        return value;
    }

    @Test
    void failureThatACompletedStepHasGoneOnWithoutIsTakenOver() {
        TestGraph recorded = tolerant().with(processes.next());
        assertThatThrownBy(() -> recorded.run(recorded.given("n", List.of(1, 2, 3)), RunOptions.workflow("w")))
                .hasMessageContaining("Node 'tell'");
        fails = false;
        Workflows workflows = Workflows.on(processes.store).serve(tolerant()).build();

        for (String id : List.of("retry", "fork", "fork of all")) {
            processes.ran.clear();
            switch (id) {
                case "retry" -> workflows.retry("w", id);
                case "fork" -> workflows.fork(Fork.of("w").as(id));
                default -> workflows.fork(Fork.of("w").as(id).at("sum"));
            }
            workflows.workHere();
            Map<String, Object> outputs =
                    workflows.result(tolerant(), id).orElseThrow().outputs();
            assertThat(outputs.get("t")).isEqualTo(String.valueOf(outputs.get("m")));
            assertThat(processes.ran)
                    .isEqualTo(id.equals("fork of all") ? List.of("multiply 2", "sum", "tell") : List.of("tell"));
        }
    }

    @Test
    void failureThatStoppedItsMapRunsAgain() {
        TestGraph item = graph("item")
                .input("n")
                .node("multiply", takes("n"), gives("m"), in -> failing(in.integer("n") == 2, 10 * in.integer("n")))
                .outputs("m");
        TestGraph all = graph("all")
                .input("n")
                .mapped("each", item, "n", ErrorHandling.RAISE, gives("m"))
                .node("sum", takes("m"), gives("s"), in -> in.text("m"))
                .outputs("s");
        TestGraph recorded = all.with(processes.next());
        assertThatThrownBy(() -> recorded.run(recorded.given("n", List.of(1, 2, 3)), RunOptions.workflow("w")))
                .isInstanceOf(NodeExecutionException.class);
        fails = false;
        Workflows workflows = Workflows.on(processes.store).serve(all).build();

        workflows.retry("w", "again");
        workflows.workHere();

        assertThat(workflows.result(all, "again")).isPresent();
    }

    @Test
    void valueOfAStepIsGivenInstead() {
        Workflows workflows = forked(diamond(), Fork.of("w").value("b", "given"), "x", 1, "y", 2);

        assertThat(processes.ran).containsExactly("d");
        assertThat(output(workflows, diamond(), "w-fork")).isEqualTo("given+c2");
    }

    @Test
    void forkOfAForkStandsByItself() {
        Workflows workflows = forked(diamond(), Fork.of("w").input("y", 3), "x", 1, "y", 2);
        processes.ran.clear();

        workflows.fork(Fork.of("w-fork").as("third").at("d"));
        workflows.workHere();

        assertThat(processes.ran).containsExactly("d");
        assertThat(output(workflows, diamond(), "third")).isEqualTo("b(a1)+c3");
    }

    @Test
    void stepThatThereIsNotIsRefused() {
        TestGraph graph = diamond().with(processes.next());
        graph.run(graph.given("x", 1, "y", 2), RunOptions.workflow("w"));
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();

        assertThatThrownBy(() -> workflows.fork(Fork.of("w").at("e")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Workflow 'w' has no step 'e'.");
        assertThatThrownBy(() -> workflows.fork(Fork.of("w").input("z", 1))).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> workflows.fork(Fork.of("v").at("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no workflow 'v'.");
        assertThat(processes.store.find("w-fork")).isEmpty();
    }

    @Test
    void loopIsForkedInTheMiddle() {
        Workflows workflows = forked(loop(), Fork.of("w").value("count#1", 0), "n", 0);

        assertThat(processes.ran).containsExactly("more", "count", "more", "count", "more", "count", "more");
        assertThat(output(workflows, loop(), "w-fork")).isEqualTo(3);
    }

    @Test
    void changedInputOfALoopRunsAllOfIt() {
        Workflows workflows = forked(loop(), Fork.of("w").input("n", 1), "n", 0);

        assertThat(processes.ran).containsExactly("count", "more", "count", "more");
        assertThat(output(workflows, loop(), "w-fork")).isEqualTo(3);
    }

    @Test
    void gateThatIsGivenTheEndOpensNothing() {
        Workflows workflows = forked(loop(), Fork.of("w").value("more", "END"), "n", 0);

        assertThat(processes.ran).isEmpty();
        assertThat(output(workflows, loop(), "w-fork")).isEqualTo(1);
    }

    @Test
    void gateOpensWhatItIsGiven() {
        Workflows workflows = forked(loop(), Fork.of("w").value("more#2", "count"), "n", 0);

        assertThat(processes.ran).containsExactly("count", "more");
        assertThat(output(workflows, loop(), "w-fork")).isEqualTo(4);
    }

    @Test
    void gateThatIsGivenNoneOfItsTargetsIsRefused() {
        TestGraph graph = loop().with(processes.next());
        graph.run(graph.given("n", 0), RunOptions.workflow("w"));
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();

        assertThatThrownBy(() -> workflows.fork(Fork.of("w").value("more", "coutn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Gate 'more' can't open 'coutn', which is none of its targets.")
                .hasMessageContaining("targets : count")
                .hasMessageContaining("Did you mean 'count'?");
        assertThat(processes.store.find("w-fork")).isEmpty();
    }

    @Test
    void gateThatOpensOneTargetIsNotGivenTwo() {
        TestGraph graph = graph("choice")
                .input("n")
                .gate("choose", takes("n"), to("left", "right"), in -> "left")
                .node("left", takes("n"), gives("l"), in -> 1)
                .node("right", takes("n"), gives("r"), in -> 2)
                .outputs("l", "r")
                .with(processes.next());
        graph.run(graph.given("n", 0), RunOptions.workflow("w"));
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();

        assertThatThrownBy(() -> workflows.fork(Fork.of("w").value("choose", "left", "right")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gate 'choose' opens one of its targets, not left and right.");
    }

    /** Doubles {@code n}, and adds 1. */
    private TestGraph score() {
        return graph("score")
                .input("n")
                .node("dbl", takes("n"), gives("m"), in -> processes.noted("dbl" + in.text("n"), in.integer("n") * 2))
                .node("inc", takes("m"), gives("s"), in -> processes.noted("inc" + in.text("m"), in.integer("m") + 1))
                .outputs("s");
    }

    private TestGraph scores() {
        return graph("scores")
                .input("n")
                .mapped("score", score(), "n", ErrorHandling.RAISE, gives("s"))
                .node("total", takes("s"), gives("sum"), in -> processes.noted("total", in.text("s")))
                .outputs("sum");
    }

    @Test
    void stepOfAnItemHasOnlyItsOwnItemRunAgain() {
        TestGraph recorded = scores().with(processes.next());
        recorded.run(recorded.given("n", List.of(0, 1, 2)), RunOptions.workflow("w"));
        Workflows workflows = Workflows.on(processes.store).serve(scores()).build();
        List<String> dbl = keys("score/dbl");
        processes.ran.clear();

        workflows.fork(Fork.of("w").as("inc").at(dbl.get(1).replace("dbl", "inc")));
        workflows.workHere();
        assertThat(processes.ran).containsExactly("inc2", "total");
        assertThat(output(workflows, scores(), "inc")).isEqualTo("[Optional[1], Optional[3], Optional[5]]");
        processes.ran.clear();

        workflows.fork(Fork.of("w").as("given").value(dbl.get(1), 100));
        workflows.workHere();
        assertThat(processes.ran).containsExactly("inc100", "total");
        assertThat(output(workflows, scores(), "given")).isEqualTo("[Optional[1], Optional[101], Optional[5]]");
    }

    private List<String> keys(String node) {
        return processes.store.history("w").orElseThrow().steps().stream()
                .map(step -> step.id())
                .filter(id -> id.node().equals(node))
                .map(id -> id.key())
                .toList();
    }

    /** Scores {@code n} and counts on from what that gives, three times. */
    private TestGraph scoringLoop() {
        return graph("scoringLoop")
                .input("n")
                .node(
                        "pick",
                        takes().seed("n"),
                        gives("p"),
                        in -> processes.noted("pick" + in.text("n"), in.integer("n")))
                .nested(
                        "score",
                        graph("one")
                                .input("p")
                                .node(
                                        "before",
                                        takes("p"),
                                        gives("q"),
                                        in -> processes.noted("before" + in.text("p"), in.integer("p")))
                                .node(
                                        "after",
                                        takes("q"),
                                        gives("r"),
                                        in -> processes.noted("after" + in.text("q"), in.integer("q")))
                                .outputs("r"),
                        takes("p"),
                        gives("r"))
                .node(
                        "next",
                        takes("r").seed("n"),
                        gives("n"),
                        in -> processes.noted("next" + in.text("r"), in.integer("r") + 1))
                .gate("more", takes("n"), to("pick"), in -> in.integer("n") < 3 ? "pick" : "END")
                .loop(10, "pick", "more")
                .outputs("n");
    }

    @Test
    void stepOfANestedGraphInALoopHasOnlyWhatComesBehindItRunAgain() {
        forked(scoringLoop(), Fork.of("w").at("score#1/after"), "n", 0);
        assertThat(processes.ran).containsExactly("after1", "next1", "pick2", "before2", "after2", "next2");
    }

    @Test
    void workflowWhoseStepsWereFoldedIsNeitherForkedNorRetried() {
        TestGraph failing = graph("failing")
                .input("x")
                .node("pay", takes("x"), gives("paid"), in -> processes.noted("pay", "paid"))
                .node("tell", takes("paid"), gives("told"), in -> {
                    throw new IllegalStateException("nobody listens");
                })
                .outputs("told")
                .with(processes.next());
        assertThatThrownBy(() -> failing.run(failing.given("x", 1), RunOptions.workflow("w")))
                .hasRootCauseMessage("nobody listens");
        processes.store.keepHouse(Retention.FOREVER.keepSteps(Duration.ZERO));
        processes.ran.clear();
        Workflows workflows = Workflows.on(processes.store).serve(failing).build();

        assertThatThrownBy(() -> workflows.retry("w", "again"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.COMPACTED));
        assertThatThrownBy(() -> workflows.fork(Fork.of("w").input("x", 2)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("The steps of workflow 'w' were folded into its result.");
        assertThat(workflows.workHere()).isZero();
        assertThat(processes.ran).isEmpty();
    }
}
