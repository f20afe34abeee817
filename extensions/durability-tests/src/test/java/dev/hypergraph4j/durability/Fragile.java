package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store as a process sees it that dies before or after one of its calls: from then on each call throws, as if there were nobody any more to hear
 * of it. What was done before the death is done.
 */
final class Fragile {
    private static final Set<String> WITHOUT_EFFECT = Set.of("codec", "now", "close", "toString", "hashCode", "equals");

    private final Checkpointer store;
    private final Dying dying;
    private int calls;
    private boolean isDead;

    /**
     * When a process dies.
     *
     * @param call with which call of the store, from 0
     * @param before whether that call does nothing any more
     */
    record Dying(int call, boolean before) {
        static final Dying NEVER = new Dying(Integer.MAX_VALUE, false);

        @Override
        public String toString() {
            return (before ? "before" : "after") + " call " + call;
        }
    }

    /** A process is dead. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death() {
            super("the process is dead", null, false, false);
        }
    }

    Fragile(Checkpointer store, Dying dying) {
        this.store = store;
        this.dying = dying;
    }

    /** The store as the process sees it. */
    Checkpointer seen() {
        return (Checkpointer) Proxy.newProxyInstance(
                Fragile.class.getClassLoader(),
                new Class<?>[] {Checkpointer.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    /** How many calls there were that could have been the last. */
    synchronized int calls() {
        return calls;
    }

    private synchronized @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        if (WITHOUT_EFFECT.contains(method.getName())) {
            return invoke(method, arguments);
        }
        boolean isLast = calls++ == dying.call();
        if (isDead || (isLast && dying.before())) {
            isDead = true;
            throw new Death();
        }
        Object result = invoke(method, arguments);
        if (isLast) {
            isDead = true;
            throw new Death();
        }
        return result;
    }

    private @Nullable Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
