package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Retention;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a workflow gives is what its run gave, whoever of several was the last to give a value. */
class DurableSharedTest {
    private final Processes processes = new Processes();

    private final TestGraph polish = graph("polish")
            .input("text")
            .shared("text")
            .node("extend", takes("text"), gives("text"), in -> in.text("text") + "+")
            .outputs("text");

    @Test
    void nestedGraphThatIsLastToGiveAValueGivesTheOutput() {
        TestGraph drafting = graph("drafting")
                .shared("text")
                .input("topic")
                .node("write", takes("topic"), gives("text"), in -> "draft")
                .nested("polish", polish, takes("text").after("write"), gives("text"))
                .outputs("text")
                .with(processes.next());

        RunResult<Map<String, Object>> ran = drafting.run(drafting.given("topic", "x"), RunOptions.workflow("w"));
        processes.store.keepHouse(Retention.FOREVER.keepSteps(Duration.ZERO));

        assertThat(ran.outputs()).isEqualTo(Map.of("text", "draft+"));
        assertThat(drafting.run(drafting.given("topic", "x"), RunOptions.workflow("w"))
                        .outputs())
                .isEqualTo(ran.outputs());
    }
}
