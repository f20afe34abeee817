package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/** The threads of the bounded pool outlive the run that they were made for, so they must not hold on to anything of its caller. */
class SharedThreadsTest {

    @Test
    void aTaskSeesTheContextClassLoaderOfWhoHandsItOverAndItsThreadKeepsItNot() throws Exception {
        ThreadPoolExecutor pool = Threads.boundedPool(1);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader mine = new URLClassLoader(new URL[0], before)) {
            Thread.currentThread().setContextClassLoader(mine);
            CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
            Threads.inheriting(pool)
                    .execute(() -> seen.complete(Thread.currentThread().getContextClassLoader()));
            assertThat(seen.get()).isSameAs(mine);

            CompletableFuture<ClassLoader> after = new CompletableFuture<>();
            pool.execute(() -> after.complete(Thread.currentThread().getContextClassLoader()));
            assertThat(after.get()).isSameAs(ClassLoader.getSystemClassLoader());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            pool.shutdown();
        }
    }

    @Test
    void aThreadIsNotInTheGroupOfTheFirstCaller() throws Exception {
        CompletableFuture<ThreadGroup> group = new CompletableFuture<>();
        Thread caller = new Thread(new ThreadGroup("caller"), () -> {
            ThreadPoolExecutor pool = Threads.boundedPool(1);
            pool.execute(() -> group.complete(Thread.currentThread().getThreadGroup()));
            pool.shutdown();
        });
        caller.start();
        assertThat(group.get().getParent()).isNull();
    }
}
