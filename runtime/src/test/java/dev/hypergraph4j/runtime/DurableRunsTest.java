package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.Origin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A runner with a checkpointer records what runs do, and goes on with what was recorded. */
class DurableRunsTest {
    private final Processes processes = new Processes();
    private boolean broken;
    private boolean dies;

    private TestGraph chain() {
        return graph().input("x")
                .node("double", takes("x"), gives("y"), in -> processes.noted("double", 2 * in.integer("x")))
                .node("next", takes("y"), gives("z"), in -> processes.noted("next", () -> next(in.integer("y"))))
                .outputs("z");
    }

    private int next(int value) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        if (dies) {
            processes.kill();
        }
        return value + 1;
    }

    private RunResult<Map<String, Object>> run(Runner runner, String id) {
        TestGraph chain = chain().with(runner);
        return chain.run(chain.given("x", 21), RunOptions.workflow(id));
    }

    @Test
    void completedWorkflowGivesItsStoredResultAndRunsNothing() {
        run(processes.next(), "a");
        processes.ran.clear();

        RunResult<Map<String, Object>> again = run(processes.next(), "a");

        assertThat(again.outputs()).isEqualTo(Map.of("z", 43));
        assertThat(again.runId()).isEqualTo("a");
        assertThat(processes.ran).isEmpty();
        assertThat(again.log().steps()).extracting(NodeRecord::origin).containsOnly(Origin.REPLAYED);
        assertThat(again.log().stats("next").replayed()).isEqualTo(1);
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void whatIsStartedIsRecordedToo() {
        TestGraph chain = chain().with(processes.next());

        chain.runAsync(chain.given("x", 21), RunOptions.workflow("a"))
                .toCompletableFuture()
                .join();
        chain.mapAsync(List.of(chain.given("x", 21)), RunOptions.workflow("m"))
                .toCompletableFuture()
                .join();

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.status("m")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workflowWhoseProcessDiedGoesOnWithTheNodeThatWasUnderWay() {
        dies = true;
        processes.die(() -> run(processes.next(), "a"));
        dies = false;

        RunResult<Map<String, Object>> result = run(processes.next(), "a");

        assertThat(result.outputs()).isEqualTo(Map.of("z", 43));
        assertThat(processes.ran).containsExactly("double", "next", "next");
        assertThat(result.log().steps())
                .extracting(NodeRecord::origin)
                .containsExactly(Origin.REPLAYED, Origin.EXECUTED);
    }

    @Test
    void restoredStepsKeepTheirTimes() {
        dies = true;
        processes.die(() -> run(processes.next(), "a"));
        dies = false;
        processes.clock.addAndGet(3_600_000);

        List<NodeRecord> steps = run(processes.next(), "a").log().steps();

        assertThat(steps.get(0).end()).isBefore(steps.get(1).start().minusSeconds(3_600));
    }

    @Test
    void endOfANodeIsOneCommitWithTheStartOfTheNext() {
        run(processes.next(), "a");

        assertThat(processes.store.journal("a", 0, 100))
                .extracting(JournalEntry::type)
                .containsExactly("CREATED", "CLAIMED", "STARTED", "COMPLETED", "STARTED", "COMPLETED", "COMPLETED");
        for (int call = 0; call < 3; call++) { // find, then three commits: the creation, the middle, and the end
            int last = call + 1;
            String id = "dies " + call;
            processes.die(() -> run(processes.dyingAt(last, true), id));
        }
        run(processes.dyingAt(4, true), "survives");
    }

    @Test
    void failedWorkflowIsRetriedUnderAnotherIdFromWhereItFailed() {
        broken = true;
        assertThatThrownBy(() -> run(processes.next(), "a")).isInstanceOf(NodeExecutionException.class);
        broken = false;
        processes.ran.clear();

        assertThatThrownBy(() -> run(processes.next(), "a"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("'a' has failed");
        Workflows workflows = Workflows.on(processes.store).serve(chain()).build();
        workflows.retry("a", "b");
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(processes.ran).containsExactly("next");
        assertThat(workflows.result(chain(), "b").orElseThrow().outputs()).isEqualTo(Map.of("z", 43));
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void whatHasNotFailedCantBeRetried() {
        run(processes.next(), "a");

        assertThatThrownBy(() -> Workflows.on(processes.store).build().retry("a", "b"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("'a' has not failed: it is COMPLETED");
    }

    @Test
    void otherInputsForAKnownIdAreRefused() {
        run(processes.next(), "a");
        TestGraph chain = chain().with(processes.next());

        assertThatThrownBy(() -> chain.run(chain.given("x", 1), RunOptions.workflow("a")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.OTHER_INPUTS));
    }

    @Test
    void whatIsSubmittedAgainIsRefusedIfItIsSomethingElse() {
        TestGraph chain = chain();
        Workflows workflows = Workflows.on(processes.store).build();

        assertThat(workflows.submit(chain, "a", chain.given("x", 21))).isTrue();
        assertThat(workflows.submit(chain, "a", chain.given("x", 21))).isFalse();
        assertThatThrownBy(() -> workflows.submit(chain, "a", chain.given("x", 1)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.OTHER_INPUTS));
    }

    @Test
    void anotherGraphForAKnownIdIsRefused() {
        run(processes.next(), "a");
        TestGraph other = graph("other")
                .input("x")
                .node("double", takes("x"), gives("y"), in -> 2 * in.integer("x"))
                .outputs("y")
                .with(processes.next());

        assertThatThrownBy(() -> other.run(other.given("x", 21), RunOptions.workflow("a")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.OTHER_GRAPH));
    }

    @Test
    void withDurabilityExitOnlyTheResultIsRecorded() {
        processes.using(DurableOptions.defaults().durability(Durability.EXIT));

        run(processes.next(), "a");
        processes.ran.clear();

        assertThat(processes.steps("a")).isEmpty();
        assertThat(run(processes.next(), "a").outputs()).isEqualTo(Map.of("z", 43));
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void outOfMemoryLeavesTheWorkflowToAnotherProcess() {
        TestGraph first = graph().input("x")
                .node("n", takes("x"), gives("y"), in -> {
                    throw new OutOfMemoryError("no heap");
                })
                .outputs("y")
                .with(processes.next());
        assertThatThrownBy(() -> first.run(first.given("x", 1), RunOptions.workflow("a")))
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);

        assertThat(processes.store.claimable(Set.of("g"), 10)).containsExactly("a");
    }
}
