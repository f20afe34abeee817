package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a node is stopped in by an error of the JVM is never tried again by the process that met it: another one goes on. */
class DurableCrashTest {
    private final Processes processes = new Processes();
    private int crashes = 1;
    private Function<StackOverflowError, Throwable> thrown = error -> error;

    /** What runs a process's workflows. */
    private enum Kind {
        SYNC,
        ASYNC
    }

    private Runner runner(Kind kind, String process) {
        DurableOptions options = DurableOptions.defaults().worker(process);
        return kind == Kind.SYNC
                ? SyncRunner.builder().checkpointer(processes.store, options).build()
                : AsyncRunner.builder().checkpointer(processes.store, options).build();
    }

    private Workflows process(TestGraph graph, Runner runner) {
        return Workflows.on(processes.store).serve(graph).runner(runner).build();
    }

    private TestGraph paying() {
        return graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> processes.noted("pay", this::pay))
                .that(node ->
                        node.retries(new RetryPolicy(3, List.of(Throwable.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME)))
                .outputs("receipt");
    }

    private TestGraph payingOnce() {
        return graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> processes.noted("pay", this::pay))
                .that(NodeBuilder::effectOnce)
                .outputs("receipt");
    }

    private Object pay() {
        if (crashes-- > 0) {
            throw Started.unchecked(thrown.apply(new StackOverflowError("paid, and then too deep")));
        }
        return "receipt";
    }

    private void letLeasesRunOut() {
        processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);
    }

    @ParameterizedTest
    @EnumSource
    void workerDoesNotClaimAgainWhatItCrashedOnAndAnotherDoes(Kind kind) {
        TestGraph graph = paying();
        Workflows broken = process(graph, runner(kind, "broken"));
        broken.submit(graph, "a", graph.given("amount", 5));
        assertThat(broken.workHere()).isEqualTo(1);
        letLeasesRunOut();

        assertThat(broken.workHere()).isZero();
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(process(graph, runner(kind, "other")).workHere()).isEqualTo(1);

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).containsExactly("pay", "pay");
    }

    @Test
    void workerThatCrashedOnAWorkflowRunsOthers() {
        TestGraph graph = paying();
        Workflows broken = process(graph, runner(Kind.SYNC, "broken"));
        broken.submit(graph, "a", graph.given("amount", 5));
        broken.workHere();
        letLeasesRunOut();
        broken.submit(graph, "b", graph.given("amount", 6));

        assertThat(broken.workHere()).isEqualTo(1);
        assertThat(processes.status("b")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workUntilIdleDoesNotWaitForWhatOthersHaveToGoOnWith() throws InterruptedException {
        TestGraph graph = paying();
        Workflows broken = process(graph, runner(Kind.SYNC, "broken"));
        broken.submit(graph, "a", graph.given("amount", 5));
        broken.workHere();
        letLeasesRunOut();

        assertThat(broken.workUntilIdle()).isZero();
    }

    @Test
    void whoCallsARunThatCrashesHasItLeftToOtherWorkersToo() {
        Runner runner = runner(Kind.SYNC, "broken");
        TestGraph graph = paying().with(runner);
        assertThatThrownBy(() -> graph.run(graph.given("amount", 5), RunOptions.workflow("a")))
                .hasRootCauseInstanceOf(StackOverflowError.class);
        letLeasesRunOut();

        assertThat(process(graph, runner).workHere()).isZero();
        assertThat(process(graph.with(runner(Kind.SYNC, "other")), runner(Kind.SYNC, "other"))
                        .workHere())
                .isEqualTo(1);
    }

    @Test
    void crashBehindAnotherExceptionIsOneToo() {
        thrown = error -> new IllegalStateException("the library says", new IllegalStateException(error));
        TestGraph graph = paying();
        Workflows broken = process(graph, runner(Kind.SYNC, "broken"));
        broken.submit(graph, "a", graph.given("amount", 5));
        broken.workHere();

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void valueThatIsTooDeepToBeWrittenIsNoCrash() {
        thrown = error -> new UnpersistableValueException("Tree", "it is nested too deep", error);
        TestGraph graph = paying();
        Workflows workflows = process(graph, runner(Kind.SYNC, "healthy"));
        workflows.submit(graph, "a", graph.given("amount", 5));
        workflows.workHere();

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void crashUnderContinueEndsNothing(Kind kind) {
        TestGraph graph = paying().with(runner(kind, "broken"));
        RunOptions options = RunOptions.workflow("a").onError(ErrorHandling.CONTINUE);
        assertThat(graph.run(graph.given("amount", 5), options).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.RUNNING);
        letLeasesRunOut();

        TestGraph other = paying().with(runner(kind, "other"));
        assertThat(other.run(other.given("amount", 5), options).outputs()).isEqualTo(Map.of("receipt", "receipt"));
    }

    @Test
    void crashOfAnItemEndsNoMap() {
        TestGraph graph = paying().with(runner(Kind.SYNC, "broken"));
        RunOptions options = RunOptions.workflow("m").onError(ErrorHandling.CONTINUE);
        List<Map<String, Object>> items = List.of(graph.given("amount", 1), graph.given("amount", 2));
        graph.map(items, options);
        assertThat(processes.status("m")).isEqualTo(WorkflowStatus.RUNNING);
        letLeasesRunOut();

        paying().with(runner(Kind.SYNC, "other")).map(items, options);

        assertThat(processes.status("m")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void crashInAnEffectThatMayHappenOnlyOnceParksTheWorkflowAtOnce(Kind kind) {
        TestGraph graph = payingOnce();
        Workflows broken = process(graph, runner(kind, "broken"));
        broken.submit(graph, "a", graph.given("amount", 5));
        broken.workHere();

        assertThat(processes.workflow("a").parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
        assertThat(processes.workflow("a").reason())
                .isEqualTo("nobody knows whether step 'pay' had its effect: it met java.lang.StackOverflowError");
        letLeasesRunOut();
        assertThat(process(graph, runner(kind, "other")).workHere()).isZero();
        assertThat(processes.ran).containsExactly("pay");
    }

    @Test
    void effectThatCrashedIsTriedAgainWhenAnOperatorSaysSo() {
        TestGraph graph = payingOnce();
        Workflows workflows = process(graph, runner(Kind.SYNC, "broken"));
        workflows.submit(graph, "a", graph.given("amount", 5));
        workflows.workHere();

        workflows.tryAgain("a", "pay", "ada");
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).containsExactly("pay", "pay");
    }

    @Test
    void effectThatCrashedIsSettledByAnOperator() {
        TestGraph graph = payingOnce();
        Workflows workflows = process(graph, runner(Kind.SYNC, "broken"));
        workflows.submit(graph, "a", graph.given("amount", 5));
        workflows.workHere();

        workflows.settle("a", "pay", List.of("receipt 7"), "ada");
        workflows.workHere();

        assertThat(workflows.result(graph, "a").orElseThrow().outputs()).isEqualTo(Map.of("receipt", "receipt 7"));
        assertThat(processes.ran).containsExactly("pay");
    }

    @Test
    void effectWhoseCrashCouldNotBeRecordedParksTheWorkflowWhereItIsClaimedNext() {
        TestGraph graph = payingOnce();
        TestGraph dying = graph.with(processes.dyingAt(2, true)); // find, the creation, and then the end
        processes.die(() -> dying.run(dying.given("amount", 5), RunOptions.workflow("a")));
        assertThat(processes.attempts("a").get(0).status()).isEqualTo(AttemptStatus.STARTED);

        process(graph, runner(Kind.SYNC, "other")).workHere();

        assertThat(processes.workflow("a").parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
        assertThat(processes.ran).containsExactly("pay");
    }

    @Test
    void mapOfAnEffectThatCrashedIsParked() {
        TestGraph graph = payingOnce().with(runner(Kind.SYNC, "broken"));
        RunOptions options = RunOptions.workflow("m").onError(ErrorHandling.CONTINUE);

        graph.map(List.of(graph.given("amount", 1), graph.given("amount", 2)), options);

        assertThat(processes.workflow("m").parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
    }
}
