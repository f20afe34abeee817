package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
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
        return run(graph, "w");
    }

    private RunResult<Map<String, Object>> run(TestGraph graph, String id) {
        TestGraph recorded = graph.with(processes.next());
        return recorded.run(recorded.given("x", 1), RunOptions.workflow(id));
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

    /** A store in which somebody has the workflow under old code, and dies, between a look at it and the first claim. */
    private Checkpointer claimedMeanwhile() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("claim") && isFirst.getAndSet(false)) {
                dieUnderOldCode();
            }
        });
    }

    @Test
    void stepsOfOtherCodeThatCameWithTheClaimAreRefusedToo() {
        TestGraph changed = diamond("B2", "D");
        Workflows workflows = Workflows.on(claimedMeanwhile()).serve(changed).build();
        workflows.submit(changed, "w", changed.given("x", 1));

        workflows.workHere();

        assertThat(processes.ran).isEmpty();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(run(diamond("B", "D")).outputs()).isEqualTo(Map.of("vd", "Bc"));
    }

    @Test
    void stepsOfOtherCodeThatCameWithTheClaimRunAfreshWhereThatIsThePolicy() {
        Workflows.on(processes.store)
                .serve(diamond("B", "D"))
                .build()
                .submit(diamond("B", "D"), "w", diamond("B", "D").given("x", 1));
        DurableOptions options = DurableOptions.defaults().versionPolicy(VersionPolicy.RERUN_CHANGED);
        TestGraph changed = diamond("B2", "D")
                .with(SyncRunner.builder()
                        .checkpointer(claimedMeanwhile(), options)
                        .build());

        assertThat(changed.run(changed.given("x", 1), RunOptions.workflow("w")).outputs())
                .isEqualTo(Map.of("vd", "B2c"));
        assertThat(processes.ran).containsExactly("b", "d");
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
    void workflowsOfOtherCodeDoNotKeepOthersFromBeingSeen() {
        dies = true;
        for (int old = 0; old < 5; old++) {
            String id = "old " + old;
            processes.die(() -> run(diamond("B", "D"), id));
        }
        dies = false;
        TestGraph graph = diamond("B2", "D");
        Workflows workflows =
                Workflows.on(processes.store).serve(graph).atOnce(1).build();
        workflows.submit(graph, "new", graph.given("x", 1));

        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(workflows.result(graph, "new")).isPresent();
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

    /** As {@link #diamond}, but that its b is called so, and c is of other code. */
    private TestGraph otherDiamond(String b, String hashOfC) {
        return graph().input("x")
                .hash("A")
                .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a"))
                .hash("B")
                .node(b, takes("va"), gives("vb"), in -> processes.noted(b, b))
                .hash(hashOfC)
                .node("c", takes("x"), gives("vc"), in -> processes.noted("c", hashOfC))
                .hash("D")
                .node("d", takes("vb", "vc"), gives("vd"), in -> processes.noted("d", in.text("vb") + in.text("vc")))
                .outputs("vd");
    }

    private Object forked(TestGraph graph, Fork fork) {
        run(diamond("B", "D"));
        processes.ran.clear();
        Workflows workflows = Workflows.on(processes.store)
                .serve(graph.with(processes.next()))
                .build();
        workflows.fork(fork);
        assertThat(workflows.workHere()).isEqualTo(1);
        return workflows.result(graph, "w-fork").orElseThrow().outputs();
    }

    @Test
    void forkGoesOnUnderCodeThatHasChangedInTwoBranches() {
        assertThat(forked(otherDiamond("b", "C2"), Fork.of("w").at("b"))).isEqualTo(Map.of("vd", "bC2"));
        assertThat(processes.ran).containsExactly("b", "c", "d");
    }

    @Test
    void forkOfARenamedNodeRunsWhatTookItsValue() {
        assertThat(forked(otherDiamond("bee", "C"), Fork.of("w"))).isEqualTo(Map.of("vd", "beec"));
        assertThat(processes.ran).containsExactly("bee", "d");
    }

    @Test
    void forkLeavesAtANodeThatIsGone() {
        TestGraph without = graph().input("x")
                .hash("A")
                .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a"))
                .hash("C")
                .node("c", takes("x"), gives("vc"), in -> processes.noted("c", "c"))
                .hash("D2")
                .node("d", takes("va", "vc"), gives("vd"), in -> processes.noted("d", in.text("va") + in.text("vc")))
                .outputs("vd");

        assertThat(forked(without, Fork.of("w").at("b"))).isEqualTo(Map.of("vd", "ac"));
        assertThat(processes.ran).containsExactly("d");
    }

    @Test
    void forkGivesAValueInsteadOfWhatChangedCodeGave() {
        assertThat(forked(diamond("B2", "D"), Fork.of("w").value("b", "given"))).isEqualTo(Map.of("vd", "givenc"));
        assertThat(processes.ran).containsExactly("d");
    }

    @Test
    void forkTakesOverWhatIsTrusted() {
        processes.using(DurableOptions.defaults().versionPolicy(VersionPolicy.TRUST));

        assertThat(forked(diamond("B2", "D"), Fork.of("w").at("d"))).isEqualTo(Map.of("vd", "Bc"));
        assertThat(processes.ran).containsExactly("d");
    }

    @Test
    void completedWorkflowGivesItsResultThoughItsNodesAreRenamedOrChanged() {
        run(diamond("B", "D"));
        processes.ran.clear();

        assertThat(run(otherDiamond("bee", "C")).outputs()).isEqualTo(Map.of("vd", "Bc"));
        assertThat(run(otherDiamond("b", "C2")).outputs()).isEqualTo(Map.of("vd", "Bc"));
        TestGraph renamed = otherDiamond("bee", "C");
        assertThat(Workflows.on(processes.store)
                        .serve(renamed)
                        .build()
                        .result(renamed, "w")
                        .orElseThrow()
                        .outputs())
                .isEqualTo(Map.of("vd", "Bc"));
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void completedMapOfRenamedNodesIsRefused() {
        TestGraph old = diamond("B", "D").with(processes.next());
        old.map(List.of(old.given("x", 1)), RunOptions.workflow("m"));
        TestGraph renamed = otherDiamond("bee", "C").with(processes.next());

        assertThatThrownBy(() -> renamed.map(List.of(renamed.given("x", 1)), RunOptions.workflow("m")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("The items of map 'm' are of code that has changed");
    }

    @Test
    void recordedValuesAreTakenAsTheyAreWhereTheyAreTrusted() {
        dieUnderOldCode();
        processes.using(DurableOptions.defaults().versionPolicy(VersionPolicy.TRUST));

        assertThat(run(diamond("B2", "D")).outputs()).isEqualTo(Map.of("vd", "Bc"));
        assertThat(processes.ran).containsExactly("d");
    }

    /** {@code a -> b}; it dies in b. */
    private TestGraph versioned(String version) {
        return graph("versioned")
                .version(version)
                .input("x")
                .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a"))
                .node(
                        "b",
                        takes("va"),
                        gives("vb"),
                        in -> processes.noted("b", () -> {
                            if (dies) {
                                processes.kill();
                            }
                            return "b";
                        }))
                .outputs("vb");
    }

    @Test
    void stepsOfAnotherVersionRunAfreshOnce() {
        dies = true;
        processes.die(() -> run(versioned("1")));
        processes.ran.clear();
        processes.using(DurableOptions.defaults().versionPolicy(VersionPolicy.RERUN_CHANGED));

        processes.die(() -> run(versioned("2")));
        assertThat(processes.ran).containsExactly("a", "b");
        dies = false;

        assertThat(run(versioned("2")).isCompleted()).isTrue();
        assertThat(processes.ran).containsExactly("a", "b", "b");
    }

    @Test
    void otherVersionIsRefusedWithTheDifference() {
        dies = true;
        processes.die(() -> run(versioned("1")));
        dies = false;

        assertThatThrownBy(() -> run(versioned("2")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the graph's version was '1' and is '2'");
    }

    @Test
    void workflowOfWhichNoStepIsRecordedGoesOnUnderAnyVersion() {
        TestGraph before = versioned("1");
        Workflows.on(processes.store).serve(before).build().submit(before, "w", before.given("x", 1));

        assertThat(Workflows.on(processes.store).serve(versioned("2")).build().workHere())
                .isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void resultIsThereForCodeThatDoesNotTakeAllRecordedInputsAnyMore() {
        TestGraph old = graph().input("x")
                .input("y")
                .node("a", takes("x", "y"), gives("va"), in -> "old")
                .outputs("va");
        TestGraph recorded = old.with(processes.next());
        recorded.run(recorded.given("x", 1, "y", 2), RunOptions.workflow("w"));
        TestGraph now = graph().input("x")
                .node("a", takes("x"), gives("va"), in -> "new")
                .outputs("va");

        assertThat(Workflows.on(processes.store).serve(now).build().result(now, "w"))
                .hasValueSatisfying(result -> assertThat(result.outputs()).isEqualTo(Map.of("va", "old")));
    }

    @Test
    void gateThatOpenedWhatIsGoneWaitsForCodeThatKnowsIt() {
        processes.using(DurableOptions.defaults().versionPolicy(VersionPolicy.TRUST));
        dies = true;
        processes.die(() -> run(choice("left")));
        dies = false;

        assertThatThrownBy(() -> run(choice("west")))
                .isInstanceOf(NodeExecutionException.class)
                .hasRootCauseMessage("gate 'choose' opened 'left', which is none of its targets: west and right");
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.VALUE_UNREADABLE);
        Workflows workflows = Workflows.on(processes.store)
                .serve(choice("left").with(processes.next()))
                .build();
        assertThat(workflows.resume("w")).isEqualTo(Workflows.Resumption.ACCEPTED);
    }

    private TestGraph choice(String first) {
        return graph().input("x")
                .gate("choose", takes("x"), to(first, "right"), in -> first)
                .node(
                        first,
                        takes("x"),
                        gives("l"),
                        in -> processes.noted(first, () -> {
                            if (dies) {
                                processes.kill();
                            }
                            return 1;
                        }))
                .node("right", takes("x"), gives("r"), in -> 2)
                .outputs("l", "r");
    }
}
