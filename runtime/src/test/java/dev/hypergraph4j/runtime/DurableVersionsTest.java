package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of recorded steps when a workflow goes on under other code. */
class DurableVersionsTest {
    private final Processes processes = new Processes();
    private boolean dies;

    /** {@code a -> b -> d} and {@code c -> d}; it dies in d. The hashes stand for the code of the nodes. */
    private TestGraph diamond(String hashOfB, String hashOfD) {
        return graph().input("x")
                .hash("A")
                .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a"))
                .hash(hashOfB)
                .node("b", takes("va"), gives("vb"), in -> processes.noted("b", hashOfB))
                .hash("C")
                .node("c", takes("x"), gives("vc"), in -> processes.noted("c", "c"))
                .hash(hashOfD)
                .node(
                        "d",
                        takes("vb", "vc"),
                        gives("vd"),
                        in -> processes.noted("d", () -> {
                            if (dies) {
                                processes.kill();
                            }
                            return in.text("vb") + in.text("vc");
                        }))
                .outputs("vd");
    }

    private RunResult<Map<String, Object>> run(TestGraph graph) {
        TestGraph recorded = graph.with(processes.next());
        return recorded.run(recorded.given("x", 1), RunOptions.workflow("w"));
    }

    private void dieUnderOldCode() {
        dies = true;
        processes.die(() -> run(diamond("B", "D")));
        dies = false;
        processes.ran.clear();
    }

    @Test
    void changedCodeAheadIsNoMatter() {
        dieUnderOldCode();

        assertThat(run(diamond("B", "D2")).outputs()).isEqualTo(Map.of("vd", "Bc"));
        assertThat(processes.ran).containsExactly("d");
    }

    @Test
    void changedCodeOfARecordedStepIsRefusedWithTheDifference() {
        dieUnderOldCode();

        assertThatThrownBy(() -> run(diamond("B2", "D")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.VERSION_INCOMPATIBLE))
                .hasMessageContaining("changed : b has other code");
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void workerDoesNotClaimWhatItMustNotGoOnWith() {
        dieUnderOldCode();
        Workflows workflows =
                Workflows.on(processes.store).serve(diamond("B2", "D")).build();

        assertThat(workflows.workHere()).isZero();
        assertThat(workflows.resume("w")).isEqualTo(Workflows.Resumption.VERSION_INCOMPATIBLE);
    }

    @Test
    void changedNodesAndWhatConsumedTheirValuesRunAfreshWhereThatIsThePolicy() {
        dieUnderOldCode();
        processes.using(DurableOptions.defaults().versionPolicy(VersionPolicy.RERUN_CHANGED));

        assertThat(run(diamond("B2", "D")).outputs()).isEqualTo(Map.of("vd", "B2c"));
        assertThat(processes.ran).containsExactly("b", "d");
        assertThat(processes.store.journal("w", 0, 100))
                .filteredOn(line -> line.type().equals("SUPERSEDED"))
                .extracting(JournalEntry::step)
                .containsExactly("b");
    }

    @Test
    void recordedValuesAreTakenAsTheyAreWhereTheyAreTrusted() {
        dieUnderOldCode();
        processes.using(DurableOptions.defaults().versionPolicy(VersionPolicy.TRUST));

        assertThat(run(diamond("B2", "D")).outputs()).isEqualTo(Map.of("vd", "Bc"));
        assertThat(processes.ran).containsExactly("d");
    }
}
