package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A store as one process sees it, with somebody who knows himself who may record what, and looks at the workflow after each call. Invariant I5: a process
 * records something if and only if it has the latest claim, and the workflow has not left it.
 */
final class Witness {
    private final Checkpointer store;
    private final DurableInvariants invariants;
    private boolean wasRefused;

    Witness(Checkpointer store, DurableInvariants invariants) {
        this.store = store;
        this.invariants = invariants;
    }

    /** Whether the process has found that others have its workflow. */
    boolean wasRefused() {
        return wasRefused;
    }

    /** The store as the process sees it. */
    Checkpointer seen() {
        return (Checkpointer) Proxy.newProxyInstance(
                Witness.class.getClassLoader(),
                new Class<?>[] {Checkpointer.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        if (Fragile.isWithoutEffect(method)) {
            return Passing.on(store, method, arguments);
        }
        try {
            return method.getName().equals("commit") ? commit(method, arguments) : Passing.on(store, method, arguments);
        } finally {
            invariants.look();
        }
    }

    private @Nullable Object commit(Method method, Object[] arguments) throws Throwable {
        Transition transition = (Transition) arguments[0];
        Workflow before = store.find(transition.lease().workflow()).orElse(null);
        boolean isAllowed = isAllowed(transition, before);
        try {
            Object result = Passing.on(store, method, arguments);
            assertThat(isAllowed).as("recorded: %s, of %s", transition, before).isTrue();
            return result;
        } catch (LeaseLostException refused) {
            wasRefused = true;
            assertThat(isAllowed).as("refused: %s, of %s", transition, before).isFalse();
            throw refused;
        }
    }

    private static boolean isAllowed(Transition transition, @Nullable Workflow before) {
        return transition.creation() != null
                ? before == null
                : before != null
                        && before.status() == WorkflowStatus.RUNNING
                        && before.epoch() == transition.lease().epoch();
    }
}
