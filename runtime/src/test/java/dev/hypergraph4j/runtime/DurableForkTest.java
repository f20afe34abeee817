package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.Workflow;
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
}
