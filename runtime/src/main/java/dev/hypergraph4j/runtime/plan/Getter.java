package dev.hypergraph4j.runtime.plan;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Asks exceptions for what classes tell that this module does not know. Which method to ask is found once for each class.
 *
 * @param <T> what it gives
 */
final class Getter<T> {
    private final Class<T> result;
    private final ClassValue<Optional<Method>> methods;

    /**
     * Asks the first of the methods that a class has.
     *
     * @param result what the method is declared to give
     * @param boxed the class of what is read then: the same but for primitives
     */
    Getter(Class<?> result, Class<T> boxed, List<String> names) {
        this.result = boxed;
        this.methods = new ClassValue<>() {
            @Override
            protected Optional<Method> computeValue(Class<?> type) {
                return names.stream()
                        .flatMap(name -> find(type, name, result).stream())
                        .findFirst();
            }
        };
    }

    /** What {@code error} tells; empty if it has no such method, or one that does not give anything. */
    Optional<T> from(Throwable error) {
        Optional<Method> method = methods.get(error.getClass());
        if (method.isEmpty()) {
            return Optional.empty(); // As nearly always.
        }
        try {
            return Optional.ofNullable(result.cast(method.get().invoke(error)));
        } catch (ReflectiveOperationException | RuntimeException broken) {
            return Optional.empty(); // An exception that can't be asked is one that tells nothing.
        }
    }

    private static Optional<Method> find(Class<?> type, String name, Class<?> result) {
        try {
            Method method = type.getMethod(name);
            boolean isUsable = method.getReturnType() == result && method.trySetAccessible();
            return isUsable ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException | LinkageError none) {
            return Optional.empty();
        }
    }
}
