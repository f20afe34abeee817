package dev.hypergraph4j.benchmarks.shapes;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dagger.Module;
import dagger.Provides;
import dagger.producers.Production;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** Lets Dagger Producers run on the thread that asks for the result. */
@Module
final class DirectExecutor {
    private DirectExecutor() {}

    @Provides
    @Production
    static Executor executor() {
        return MoreExecutors.directExecutor();
    }

    /** The value of a future that has completed. */
    static <T> T resultOf(ListenableFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
