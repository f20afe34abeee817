package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store with somebody who is told of each call before it is made, and may do something meanwhile, or throw instead. */
final class Watched {
    private Watched() {}

    /** Is told of calls. */
    @FunctionalInterface
    interface Watcher {
        void called(String method, Object[] arguments);
    }

    static Checkpointer of(Checkpointer store, Watcher watcher) {
        return (Checkpointer) Proxy.newProxyInstance(
                Watched.class.getClassLoader(), new Class<?>[] {Checkpointer.class}, (proxy, method, arguments) -> {
                    watcher.called(method.getName(), arguments == null ? new Object[0] : arguments);
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
