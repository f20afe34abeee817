package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values that a workflow had at any of its steps can be read back. */
class RecordedStateTest {
    private final Processes processes = new Processes();
    private boolean dies;

    private final TestGraph grading = graph("grading")
            .input("n")
            .node("mark", takes("n"), gives("mark"), in -> in.integer("n") * 10)
            .outputs("mark");

    /** Grades 1, 2 and 3, each in a turn of its own. */
    private final TestGraph loop = graph("loop")
            .input("n")
            .nested("grading", grading, takes("n").seed("n"), gives("mark"))
            .node("note", takes("mark"), gives("noted"), in -> {
                if (dies && in.integer("mark") == 20) {
                    processes.kill();
                }
                return "noted " + in.text("mark");
            })
            .node("count", takes("noted").seed("n"), gives("n"), in -> in.integer("n") + 1)
            .gate("more", takes("n"), to("grading"), in -> in.integer("n") < 4 ? "grading" : "END")
            .loop(10, "grading", "more")
            .outputs("n");

    private Workflows ran() {
        TestGraph recorded = loop.with(processes.next());
        recorded.run(recorded.given("n", 1), RunOptions.workflow("w"));
        return workflows();
    }

    private Workflows workflows() {
        return Workflows.on(processes.store).serve(loop).build();
    }

    @Test
    void valuesAreThoseThatThereWereWhenTheStepEnded() {
        Workflows workflows = ran();

        assertThat(workflows.stateAt("w", "note")).isEqualTo(Map.of("n", 1, "grading/mark", 10, "noted", "noted 10"));
        assertThat(workflows.stateAt("w", "count#1"))
                .isEqualTo(Map.of("n", 3, "grading/mark", 10, "grading#1/mark", 20, "noted", "noted 20"));
    }

    @Test
    void ofAStepThatIsOpenTheyAreThoseThatItBeganWith() {
        dies = true;
        processes.die(this::ran);

        assertThat(workflows().stateAt("w", "note#1"))
                .isEqualTo(Map.of("n", 2, "grading/mark", 10, "noted", "noted 10", "grading#1/mark", 20));
    }

    @Test
    void stepThatThereIsNotIsRefused() {
        Workflows workflows = ran();

        assertThatThrownBy(() -> workflows.stateAt("w", "nose"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Workflow 'w' has no step 'nose'. Did you mean 'note'?");
        assertThatThrownBy(() -> workflows.stateAt("v", "note")).hasMessage("There is no workflow 'v'.");
    }
}
