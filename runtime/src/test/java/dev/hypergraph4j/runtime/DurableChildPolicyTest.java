package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import org.junit.jupiter.api.Test;

/** A parent is cancelled, and its children are not: they are left alone, or waited for. */
class DurableChildPolicyTest {
    private static final String WHY = "not needed";

    private final Processes processes = new Processes();
    private Runnable whileReceiving = () -> {};
    private Runnable whileShipping = () -> {};

    private final TestGraph shipping = graph("shipping")
            .input("order")
            .node(
                    "ship",
                    takes("order"),
                    gives("parcel"),
                    in -> processes.noted("ship", () -> {
                        whileShipping.run();
                        return "parcel of " + in.text("order");
                    }))
            .outputs("parcel");

    private final TestGraph selling = selling("selling", shipping, ChildPolicy.WAIT);

    private TestGraph selling(String name, TestGraph child, ChildPolicy policy) {
        return graph(name)
                .input("order")
                .node(
                        "send",
                        takes("order"),
                        gives("child"),
                        in -> processes.noted(
                                "send", child.spawn(in.context(), child.given("order", in.get("order")), policy)))
                .that(NodeBuilder::takesContext)
                .node(
                        "receive",
                        takes("child"),
                        gives("parcel"),
                        in -> processes.noted("receive", () -> {
                            whileReceiving.run();
                            return child.awaitSpawned(in.context(), in.text("child"))
                                    .get("parcel");
                        }))
                .that(NodeBuilder::takesContext)
                .outputs("parcel");
    }

    private void run(TestGraph graph) {
        TestGraph recorded = graph.with(processes.next());
        recorded.run(recorded.given("order", 7), RunOptions.workflow("w"));
    }

    private void cancel(String id) {
        processes.store.cancel(id, WHY);
    }

    private int work(TestGraph... graphs) {
        Workflows.Builder workflows = Workflows.on(processes.store);
        for (TestGraph graph : graphs) {
            workflows.serve(graph);
        }
        return workflows.build().workHere();
    }

    private void waitsToBeCancelled(String id) {
        assertThat(processes.workflow(id).isCancelling()).as(id).isTrue();
    }

    private void isCancelled(String id) {
        assertThat(processes.status(id)).as(id).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(processes.workflow(id).reason()).as(id).isEqualTo(WHY);
    }

    @Test
    void abandonedChildGoesOnByItself() {
        TestGraph abandoning = selling("abandoning", shipping, ChildPolicy.ABANDON);
        run(abandoning);

        cancel("w");

        isCancelled("w");
        assertThat(work(abandoning, shipping)).isEqualTo(1);
        assertThat(processes.status("w/send")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void childIsCancelledUnlessItSaysOtherwise() {
        TestGraph cancelling = selling("cancelling", shipping, ChildPolicy.CANCEL);
        run(cancelling);

        cancel("w");

        isCancelled("w");
        isCancelled("w/send");
    }

    @Test
    void parentThatWaitsIsCancelledWhenItsChildHasEnded() {
        run(selling);

        cancel("w");
        waitsToBeCancelled("w");
        assertThat(work(selling, shipping)).as("the child alone").isEqualTo(1);

        isCancelled("w");
        assertThat(processes.status("w/send")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).containsExactly("send", "receive", "ship");
    }

    @Test
    void parentThatIsCancelledWhileItRunsWaitsToo() {
        whileReceiving = () -> cancel("w");

        run(selling);

        waitsToBeCancelled("w");
        assertThat(work(selling, shipping)).isEqualTo(1);
        isCancelled("w");
    }

    @Test
    void parentThatGetsWhatItWaitsForMayCompleteBeforeItIsTold() {
        whileReceiving = () -> {
            cancel("w");
            assertThat(work(shipping)).isEqualTo(1);
        };

        run(selling);

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void parentWhoseChildHasEndedBeforeIsCancelledAtOnce() {
        run(selling);
        work(shipping);

        cancel("w");

        isCancelled("w");
        assertThat(work(selling, shipping)).isZero();
    }

    @Test
    void parentWhoseWorkerDiesAfterTheWishRunsNothingAnyMore() {
        whileReceiving = () -> {
            cancel("w");
            processes.kill();
        };
        processes.die(() -> run(selling));
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        processes.ran.clear();

        assertThat(work(selling)).as("it is recovered to be cancelled").isEqualTo(1);

        assertThat(processes.ran).isEmpty();
        waitsToBeCancelled("w");
        assertThat(work(selling, shipping)).isEqualTo(1);
        isCancelled("w");
        assertThat(processes.ran).containsExactly("ship");
    }

    @Test
    void parentWaitsForAChildWhoseWorkerDies() {
        run(selling);
        cancel("w");
        whileShipping = processes::kill;
        processes.die(() -> {
            TestGraph recorded = shipping.with(processes.next());
            recorded.run(recorded.given("order", 7), RunOptions.workflow("w/send"));
        });
        waitsToBeCancelled("w");
        whileShipping = () -> {};

        assertThat(work(selling, shipping)).isEqualTo(1);

        isCancelled("w");
    }

    @Test
    void childOfACancelledParentMayWaitForItsOwnAndGoOn() {
        TestGraph outer = selling("outer", selling, ChildPolicy.WAIT);
        run(outer);
        assertThat(work(selling)).isEqualTo(1);
        assertThat(processes.status("w/send")).isEqualTo(WorkflowStatus.WAITING_CHILD);

        cancel("w");
        assertThat(work(outer, selling, shipping)).as("the children alone").isEqualTo(2);

        assertThat(processes.status("w/send/send")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.status("w/send")).isEqualTo(WorkflowStatus.COMPLETED);
        isCancelled("w");
    }

    @Test
    void childThatIsCancelledWithItsParentWaitsForItsOwn() {
        TestGraph outer = selling("outer", selling, ChildPolicy.CANCEL);
        run(outer);
        work(selling);

        cancel("w");
        isCancelled("w");
        waitsToBeCancelled("w/send");
        work(outer, selling, shipping);

        isCancelled("w/send");
        assertThat(processes.status("w/send/send")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workflowThatWaitsToBeCancelledIsRunByNobody() {
        run(selling);
        cancel("w");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> run(selling))
                .withMessageContaining(
                        "Workflow 'w' is to be cancelled, and waits for the end of workflows that it" + " spawned.")
                .withMessageContaining(WHY);
        assertThat(Workflows.on(processes.store).serve(selling).build().resume("w"))
                .isEqualTo(Workflows.Resumption.ALREADY_RUNNING);
        waitsToBeCancelled("w");
    }
}
