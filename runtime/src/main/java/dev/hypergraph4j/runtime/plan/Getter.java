package dev.hypergraph4j.runtime.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks exceptions for what classes tell that this module does not know. Which methods to ask is found once for each class.
 *
 * @param <T> what it gives
 */
final class Getter<T> {
    private final Class<T> result;
    private final ClassValue<Optional<List<Method>>> paths;

    /**
     * Asks the first of the methods that a class has.
     *
     * @param result what the method is declared to give
     * @param boxed the class of what is read then: the same but for primitives
     * @param names of methods; with dots between them, of those that what the one before gives is asked by, as it is declared
     */
    Getter(Class<?> result, Class<T> boxed, List<String> names) {
        this.result = boxed;
        this.paths = new ClassValue<>() {
            @Override
            protected Optional<List<Method>> computeValue(Class<?> type) {
                return names.stream()
                        .flatMap(name -> find(type, name, result).stream())
                        .findFirst();
            }
        };
    }

    /** What {@code error} tells; empty if it has no such method, or one that does not give anything. */
    Optional<T> from(Throwable error) {
        Optional<List<Method>> path = paths.get(error.getClass());
        if (path.isEmpty()) {
            return Optional.empty(); // As nearly always.
        }
        try {
            Object told = error;
            for (Method method : path.get()) {
                told = told == null ? null : method.invoke(told);
            }
            return Optional.ofNullable(result.cast(told));
        } catch (ReflectiveOperationException | RuntimeException broken) {
            return Optional.empty(); // An exception that can't be asked is one that tells nothing.
        }
    }

    private static Optional<List<Method>> find(Class<?> type, String path, Class<?> result) {
        try {
            List<Method> methods = new ArrayList<>();
            Class<?> asked = type;
            for (String name : path.split("\\.", -1)) {
                Method method = asked.getMethod(name);
                if (!method.trySetAccessible()) {
                    return Optional.empty();
                }
                methods.add(method);
                asked = method.getReturnType();
            }
            return asked == result ? Optional.of(List.copyOf(methods)) : Optional.empty();
        } catch (NoSuchMethodException | LinkageError none) {
            return Optional.empty();
        }
    }
}
