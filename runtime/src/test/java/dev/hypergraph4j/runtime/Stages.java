package dev.hypergraph4j.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/** Stages that asynchronous nodes of tests return. */
final class Stages {
    /** The one thread that completes stages: none of a runner's. */
    static final Executor FOREIGN = Executors.newSingleThreadExecutor(Stages::foreign);

    private Stages() {}

    /** A stage that the foreign thread completes. */
    static <T> CompletableFuture<T> later(Supplier<T> value) {
        return CompletableFuture.supplyAsync(value, FOREIGN);
    }

    /** A stage that the foreign thread fails. */
    static CompletableFuture<Object> failingLater(Throwable error) {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        FOREIGN.execute(() -> stage.completeExceptionally(error));
        return stage;
    }

    /** A stage that is no future. */
    static CompletionStage<?> withoutFuture(CompletionStage<?> stage) {
        return throwing(stage, "toCompletableFuture", () -> new UnsupportedOperationException("no future"));
    }

    /** {@code stage}, but {@code method} throws an error. */
    static CompletionStage<?> throwing(CompletionStage<?> stage, String method, Supplier<Throwable> error) {
        return doing(stage, method, () -> {
            throw error.get();
        });
    }

    /** {@code stage}, but {@code method} does something more before. */
    static CompletionStage<?> doing(CompletionStage<?> stage, String method, Executable more) {
        return (CompletionStage<?>) Proxy.newProxyInstance(
                Stages.class.getClassLoader(), new Class<?>[] {CompletionStage.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        more.execute();
                    }
                    try {
                        return called.invoke(stage, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    static boolean isForeign(Thread thread) {
        return thread.getName().equals("foreign");
    }

    private static Thread foreign(Runnable task) {
        Thread thread = new Thread(task, "foreign");
        thread.setDaemon(true);
        return thread;
    }
}
