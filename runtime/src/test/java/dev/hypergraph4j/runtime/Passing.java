package dev.hypergraph4j.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What a proxy does that lets a call through. */
final class Passing {
    private Passing() {}

    /** Calls {@code target}; what that throws is thrown as it is. */
    static @Nullable Object on(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
