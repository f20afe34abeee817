package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A worker looks for work when a workflow wakes, however rarely it looks otherwise: here in a thousand days. */
@EndsInTime
class DurableWakingTest {
    private static final long HOUR = 3_600_000;
    private static final RetryPolicy HOURLY = new RetryPolicy(
            3, List.of(IOException.class), HOUR * 1_000_000, 1, HOUR * 1_000_000, 0, RetryPolicy.ANY_TIME);

    private final Processes processes = new Processes();
    private final AtomicInteger failures = new AtomicInteger(1);

    private final TestGraph hourly = graph().input("x")
            .node("call", takes("x"), gives("y"), in -> processes.noted("call", () -> call(in.get("x"))))
            .that(node -> node.retries(HOURLY))
            .outputs("y");

    /** How often workers have looked for work since somebody asked. */
    private final Semaphore looks = new Semaphore(0);

    private final Checkpointer watched = (Checkpointer) Proxy.newProxyInstance(
            DurableWakingTest.class.getClassLoader(),
            new Class<?>[] {Checkpointer.class},
            (proxy, method, arguments) -> watched(method, arguments));

    private Object watched(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(processes.store, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            if (method.getName().equals("claimable")) {
                looks.release();
            }
        }
    }

    private Object call(Object x) {
        if (failures.getAndDecrement() > 0) {
            throw Started.unchecked(new IOException("no route"));
        }
        return x;
    }

    private void fallAsleep() {
        Workflows workflows = Workflows.on(processes.store).serve(hourly).build();
        workflows.submit(hourly, "w", hourly.given("x", 1));
        workflows.workHere();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
    }

    private Workflows workers() {
        return Workflows.on(watched)
                .serve(hourly)
                .poll(Duration.ofDays(1_000))
                .build()
                .work();
    }

    @Test
    void workerWakesItInTime() throws InterruptedException {
        fallAsleep();
        processes.clock.addAndGet(HOUR - 1);
        Workflows workers = workers();
        looks.acquire(2); // There is a second one, since the time has nearly come.
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);

        processes.clock.addAndGet(1);

        while (processes.status("w") != WorkflowStatus.COMPLETED) {
            Thread.onSpinWait();
        }
        assertThat(processes.ran).containsExactly("call", "call");
        assertThat(workers.drain(Duration.ofSeconds(60))).isTrue();
    }
}
