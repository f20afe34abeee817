package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workflow of which a recorded value is missing is parked by whoever would have it go on. */
class DurableMissingValueTest {
    private final Processes processes = new Processes();
    private boolean isMissing;

    private final TestGraph graph = graph().input("x")
            .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a"))
            .node("b", takes("va"), gives("vb"), in -> {
                if (!isMissing) {
                    processes.kill();
                }
                return processes.noted("b", "b");
            })
            .outputs("vb");

    /** The store as one whose large values were lost: what is claimed can't be read, and is parked. */
    private final Checkpointer store = (Checkpointer) Proxy.newProxyInstance(
            Checkpointer.class.getClassLoader(),
            new Class<?>[] {Checkpointer.class},
            (proxy, method, arguments) -> call(method, arguments));

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (isMissing && method.getName().equals("history")) {
            throw new MissingValueException("12ab", "blobs", "is not there");
        }
        try {
            Object result = method.invoke(processes.store, arguments);
            return isMissing && result instanceof Claim.Claimed claimed ? parked(claimed) : result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Claim parked(Claim.Claimed claimed) {
        Workflow workflow = claimed.history().workflow();
        processes.store.commit(new Transition(
                claimed.lease(),
                new Claimant(workflow.owner(), Duration.ofSeconds(30), 3),
                workflow.durability(),
                null,
                List.of(),
                Ending.parked(ParkReason.VALUE_MISSING, "A recorded value is not there.")));
        return new Claim.Parked(processes.workflow(workflow.id()));
    }

    @BeforeEach
    void dieBehindAValueThatIsLostThen() {
        TestGraph recorded = graph.with(processes.next());
        processes.die(() -> recorded.run(recorded.given("x", 1), RunOptions.workflow("w")));
        isMissing = true;
        processes.ran.clear();
    }

    private Workflows workflows() {
        return Workflows.on(store).serve(graph).build();
    }

    private void assertParked() {
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.VALUE_MISSING);
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void workerParksIt() {
        assertThat(workflows().workHere()).isZero();

        assertParked();
        assertThat(processes.store.claimable(Set.of("g"), 10)).isEmpty();
    }

    @Test
    void runOfItIsRefusedAndParksIt() {
        SyncRunner runner = SyncRunner.builder().checkpointer(store).build();
        TestGraph recorded = graph.with(runner);

        assertThatThrownBy(() -> recorded.run(recorded.given("x", 1), RunOptions.workflow("w")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.PARKED));
        assertParked();
    }

    @Test
    void resumptionIsRefusedWithTheReason() {
        assertThatThrownBy(() -> workflows().resume("w"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("A recorded value is not there.");
        assertParked();
    }
}
