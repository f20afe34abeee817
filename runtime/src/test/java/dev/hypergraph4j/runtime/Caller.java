package dev.hypergraph4j.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A thread that calls something, for tests that watch it or interrupt it meanwhile. */
final class Caller<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean interruptedAtTheEnd;

    private Caller(Callable<T> call) {
        this.thread = new Thread(() -> run(call), "caller");
        thread.setDaemon(true);
    }

    /** Calls {@code call} on a thread of its own. */
    static <T> Caller<T> calling(Callable<T> call) {
        Caller<T> caller = new Caller<>(call);
        caller.thread.start();
        return caller;
    }

    Thread thread() {
        return thread;
    }

    /** Waits until the thread waits for another one. */
    Caller<T> awaitWaiting() {
        await(thread, Thread.State.WAITING);
        return this;
    }

    void interrupt() {
        thread.interrupt();
    }

    /** What the call gave. */
    T result() {
        return result.join();
    }

    /** What the call threw. */
    Throwable error() {
        try {
            throw new AssertionError("no error but " + result.join());
        } catch (CompletionException failed) {
            return failed.getCause();
        }
    }

    /** Whether the thread was interrupted when the call was over. */
    boolean wasInterrupted() {
        result.handle((given, thrown) -> true).join();
        return interruptedAtTheEnd;
    }

    static void await(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            if (thread.getState() == Thread.State.TERMINATED) {
                throw new AssertionError(thread + " is over and never was " + state);
            }
            Thread.onSpinWait();
        }
    }

    private void run(Callable<T> call) {
        try {
            T given = call.call();
            interruptedAtTheEnd = Thread.currentThread().isInterrupted();
            result.complete(given);
        } catch (Throwable thrown) {
            interruptedAtTheEnd = Thread.currentThread().isInterrupted();
            result.completeExceptionally(thrown);
        }
    }
}
