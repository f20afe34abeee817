package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.durability.graphs.Tagging;
import dev.hypergraph4j.durability.graphs.TaggingGraph;
import dev.hypergraph4j.durability.graphs.TaggingInputs;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.Workflows;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets in another order are the same inputs: another process, or a set with another capacity, has them in another order. */
class EqualInputsTest {
    @TempDir
    private Path folder;

    private final Bodies bodies = new Bodies();
    private JdbcCheckpointer store;
    private TaggingGraph graph;

    @BeforeEach
    void openStore() {
        store = JdbcCheckpointer.sqlite(folder.resolve("workflows.db"));
        graph = TaggingGraph.create(new Tagging(bodies))
                .with(SyncRunner.builder().checkpointer(store).build());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static TaggingInputs tags(String... tags) {
        return TaggingInputs.of(new LinkedHashSet<>(List.of(tags)));
    }

    @Test
    void workflowIsSubmittedOnceWithEqualSets() {
        try (Workflows workflows = Workflows.on(store).serve(graph).build()) {
            assertThat(workflows.submit(graph, "w", tags("red", "green"))).isTrue();
            assertThat(workflows.submit(graph, "w", tags("green", "red"))).isFalse();
            assertThatThrownBy(() -> workflows.submit(graph, "w", tags("green", "blue")))
                    .isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void whatIsRecordedKeepsItsOrder() {
        try (Workflows workflows = Workflows.on(store).serve(graph).build()) {
            workflows.submit(graph, "w", tags("red", "green"));
            workflows.workHere();

            assertThat(workflows.result(graph, "w").orElseThrow().outputs().listed())
                    .isEqualTo("red green");
        }
    }

    @Test
    void itemsThatAreOverDoNotRunAgainForEqualSets() {
        graph.map(List.of(tags("red", "green"), tags("red")), RunOptions.workflow("w"));
        int runs = bodies.runs().size();

        graph.map(List.of(tags("red"), tags("green", "red")), RunOptions.workflow("w"));

        assertThat(bodies.runs()).hasSize(runs);
        assertThat(Set.copyOf(bodies.runs().values())).containsExactly(1);
    }
}
