package dev.hypergraph4j.runtime;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that runs share: virtual ones where the JVM has them (21 and later), else a bounded pool of daemon threads. */
final class Threads {
    private static final int MOST = 256;
    private static final long IDLE_SECONDS = 30;

    private static final Executor SHARED = virtualThreads();

    private Threads() {}

    static Executor shared() {
        return SHARED;
    }

    /** Looked up by name, since this code is compiled for a release that does not have them. */
    private static Executor virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException none) {
            return inheriting(boundedPool(MOST));
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("The JVM refuses to make virtual threads", broken);
        }
    }

    /**
     * A pool that hands a task to an idle thread, else to a new one, and only at its bound to a queue. (A plain {@link ThreadPoolExecutor}
     * either makes a thread for each task up to its bound although others are idle, or refuses tasks beyond it.)
     */
    static ThreadPoolExecutor boundedPool(int most) {
        HandOver queue = new HandOver();
        return new ThreadPoolExecutor(
                0,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                queue,
                new Daemons("hypergraph-"),
                (task, pool) -> queue.put(task));
    }

    /** Lets a task see the context class loader of the thread that hands it over, as a new virtual thread would. */
    static Executor inheriting(Executor pool) {
        return task -> {
            ClassLoader inherited = Thread.currentThread().getContextClassLoader();
            pool.execute(() -> {
                Thread thread = Thread.currentThread();
                ClassLoader own = thread.getContextClassLoader();
                thread.setContextClassLoader(inherited);
                try {
                    task.run();
                } finally {
                    thread.setContextClassLoader(own);
                }
            });
        };
    }

    /** Takes a task only if a thread waits for one, unless it is put. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }

    /** The threads outlive who caused them: neither their group nor their class loader is that of the first caller. */
    static final class Daemons implements ThreadFactory {
        private final String prefix;
        private final AtomicInteger count = new AtomicInteger();
        private final ThreadGroup group = root(Thread.currentThread().getThreadGroup());

        /** Threads that are called {@code prefix} and a number. */
        Daemons(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(group, task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            return thread;
        }

        private static ThreadGroup root(ThreadGroup group) {
            ThreadGroup root = group;
            while (root.getParent() != null) {
                root = root.getParent();
            }
            return root;
        }
    }
}
