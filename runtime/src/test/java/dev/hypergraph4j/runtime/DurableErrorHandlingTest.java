package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a workflow does when a node fails is what it was begun with, whoever goes on with it. */
@EndsInTime
class DurableErrorHandlingTest {
    private final Processes processes = new Processes();
    private boolean dies;

    /** A node that fails, and others that do not need it. */
    private final TestGraph orders = graph().input("x")
            .node(
                    "print",
                    takes("x"),
                    gives("page"),
                    in -> processes.noted("print", () -> {
                        throw new IllegalStateException("no paper");
                    }))
            .node("price", takes("x"), gives("sum"), in -> processes.noted("price", () -> price(in.get("x"))))
            .node("mail", takes("sum"), gives("sent"), in -> processes.noted("mail", in.get("sum")))
            .outputs("page", "sent");

    private Object price(Object x) {
        if (dies) {
            processes.kill();
        }
        return x;
    }

    private RunResult<Map<String, Object>> run(String id, ErrorHandling handling) {
        TestGraph recorded = orders.with(processes.next());
        return recorded.run(recorded.given("x", 1), RunOptions.workflow(id).onError(handling));
    }

    /** The first node has failed by then, and the second is under way. */
    private void beginAndDie(String id) {
        dies = true;
        processes.die(() -> run(id, ErrorHandling.CONTINUE));
        dies = false;
        processes.ran.clear();
    }

    private Workflows workflows() {
        return Workflows.on(processes.store)
                .serve(orders.with(processes.next()))
                .build();
    }

    @Test
    void workerGoesOnPastAFailureAsTheRunWouldHave() {
        beginAndDie("w");
        assertThat(processes.workflow("w").errorHandling()).isEqualTo(ErrorHandling.CONTINUE);

        assertThat(workflows().workHere()).isEqualTo(1);

        assertThat(processes.ran).containsExactly("price", "mail");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void errorOfTheWorkflowIsThatOfItsNodeAfterACrashToo() {
        beginAndDie("w");
        run("v", ErrorHandling.CONTINUE);

        run("w", ErrorHandling.CONTINUE);

        assertThat(processes.workflow("w").error())
                .isEqualTo(new StepError("java.lang.IllegalStateException", "no paper"))
                .isEqualTo(processes.workflow("v").error());
        assertThat(processes.workflow("w").reason())
                .isEqualTo(processes.workflow("v").reason());
    }

    @Test
    void resumedWorkflowGoesOnPastAFailure() throws InterruptedException {
        beginAndDie("w");
        Workflows workflows = workflows();

        assertThat(workflows.resume("w")).isEqualTo(Workflows.Resumption.ACCEPTED);
        workflows.workUntilIdle();

        assertThat(processes.ran).containsExactly("price", "mail");
    }

    @Test
    void whoRunsItAgainKeepsToWhatItWasBegunWith() {
        beginAndDie("w");

        RunResult<Map<String, Object>> result = run("w", ErrorHandling.RAISE);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(processes.ran).containsExactly("price", "mail");
    }

    @Test
    void retryGoesOnPastAFailure() {
        beginAndDie("w");
        Workflows workflows = workflows();
        workflows.workHere();
        processes.ran.clear();

        workflows.retry("w", "again");
        workflows.workHere();

        assertThat(processes.workflow("again").errorHandling()).isEqualTo(ErrorHandling.CONTINUE);
        assertThat(processes.ran).containsExactly("print");
    }

    @Test
    void forkGoesOnPastAFailure() {
        beginAndDie("w");
        Workflows workflows = workflows();
        workflows.workHere();
        processes.ran.clear();

        workflows.fork(Fork.of("w").as("fork").at("mail"));
        workflows.workHere();

        assertThat(processes.workflow("fork").errorHandling()).isEqualTo(ErrorHandling.CONTINUE);
        assertThat(processes.ran).containsExactly("print", "mail");
    }

    @Test
    void workflowThatIsSubmittedFailsWithItsFirstFailure() {
        Workflows workflows = workflows();
        workflows.submit(orders, "w", orders.given("x", 1));

        workflows.workHere();

        assertThat(processes.workflow("w").errorHandling()).isEqualTo(ErrorHandling.RAISE);
        assertThat(processes.ran).containsExactly("print");
        assertThatThrownBy(() -> run("w", ErrorHandling.CONTINUE)).hasMessageContaining("'w' has failed");
    }
}
