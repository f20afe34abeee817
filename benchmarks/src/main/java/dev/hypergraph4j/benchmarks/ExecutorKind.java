package dev.hypergraph4j.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a person would hand tasks to that wait. */
enum ExecutorKind {
    /** From JDK 21 on. */
    VIRTUAL_THREADS {
        @Override
        ExecutorService open() {
            try {
                return (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
        }
    },

    /** As many threads as there are waits, and some. */
    POOL_OF_128_THREADS {
        @Override
        ExecutorService open() {
            return Executors.newFixedThreadPool(128);
        }
    };

    abstract ExecutorService open();

    static ExecutorKind ofThisJvm() {
        return Runtime.version().feature() >= 21 ? VIRTUAL_THREADS : POOL_OF_128_THREADS;
    }
}
