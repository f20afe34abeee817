package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A store as a process sees it that stands still before or after one of its calls, while others go on, and goes on itself then as if nothing had been. */
final class Slow {
    private final Checkpointer store;
    private final int stalls;
    private final boolean before;
    private final Runnable meanwhile;
    private int calls;

    private Slow(Checkpointer store, int stalls, boolean before, Runnable meanwhile) {
        this.store = store;
        this.stalls = stalls;
        this.before = before;
        this.meanwhile = meanwhile;
    }

    /**
     * The store, for a process that stalls.
     *
     * @param stalls the call with which it does, from 0
     * @param before whether it does so before that call takes effect
     * @param meanwhile what others do
     */
    static Checkpointer of(Checkpointer store, int stalls, boolean before, Runnable meanwhile) {
        Slow slow = new Slow(store, stalls, before, meanwhile);
        return (Checkpointer) Proxy.newProxyInstance(
                Slow.class.getClassLoader(),
                new Class<?>[] {Checkpointer.class},
                (proxy, method, arguments) -> slow.call(method, arguments));
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        boolean isSlow = !Fragile.isWithoutEffect(method) && calls++ == stalls;
        if (isSlow && before) {
            meanwhile.run();
        }
        Object result = Passing.on(store, method, arguments);
        if (isSlow && !before) {
            meanwhile.run();
        }
        return result;
    }
}
