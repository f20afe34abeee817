package dev.hypergraph4j.runtime;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with a thread of its own. */
final class TimerThread implements Timer {
    private static final long IDLE_SECONDS = 30;

    /** {@link ScheduledThreadPoolExecutor} compares times by their difference, so much longer ones would come first; this is 73 years. */
    private static final long LONGEST = Long.MAX_VALUE >> 2;

    static final TimerThread SHARED = new TimerThread("hypergraph-timer-");

    private final ScheduledThreadPoolExecutor executor;

    TimerThread(String prefix) {
        executor = new ScheduledThreadPoolExecutor(1, new Threads.Daemons(prefix));
        executor.setRemoveOnCancelPolicy(true); // Most attempts end long before their time is over.
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public Alarm after(long nanos, Runnable task) {
        Future<?> scheduled = executor.schedule(task, Math.min(nanos, LONGEST), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
