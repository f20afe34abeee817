package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
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
    private final int lastCall;
    private final boolean diesBefore;
    private int calls;
    private boolean isDead;

    /** Has the process die now. */
    synchronized void die() {
        isDead = true;
    }

    /** A process is dead. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death() {
            super("the process is dead", null, false, false);
        }
    }

    private Fragile(Checkpointer store, int lastCall, boolean diesBefore) {
        this.store = store;
        this.lastCall = lastCall;
        this.diesBefore = diesBefore;
    }

    /**
     * The store, for a process that dies.
     *
     * @param lastCall the call with which it dies, from 0
     * @param diesBefore whether that call does nothing any more
     */
    static Checkpointer of(Checkpointer store, int lastCall, boolean diesBefore) {
        return new Fragile(store, lastCall, diesBefore).seen();
    }

    /** A store for a process that lives until it is told to {@link #die()}. */
    static Fragile of(Checkpointer store) {
        return new Fragile(store, Integer.MAX_VALUE, false);
    }

    /** The store as the process sees it. */
    Checkpointer seen() {
        return (Checkpointer) Proxy.newProxyInstance(
                Fragile.class.getClassLoader(),
                new Class<?>[] {Checkpointer.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    /** Whether a call neither reads nor writes what is stored. */
    static boolean isWithoutEffect(Method method) {
        return WITHOUT_EFFECT.contains(method.getName());
    }

    private synchronized @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        if (isWithoutEffect(method)) {
            return Passing.on(store, method, arguments);
        }
        boolean isLast = calls++ == lastCall;
        if (isDead || (isLast && diesBefore)) {
            isDead = true;
            throw new Death();
        }
        Object result = Passing.on(store, method, arguments);
        if (isLast) {
            isDead = true;
            throw new Death();
        }
        return result;
    }
}
