package dev.hypergraph4j.runtime;

/** Runs tasks later. They share one thread, so they must be short and must not call what is not ours. */
@FunctionalInterface
interface Timer {

    /** Runs {@code task} once {@code nanos} have passed, unless what is returned is cancelled before. */
    Alarm after(long nanos, Runnable task);

    /** The timer of this process. Its daemon thread starts with the first task, and ends when there was none for a while. */
    static Timer shared() {
        return TimerThread.SHARED;
    }

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Alarm {

        /** Keeps the task from running, unless it has begun. */
        void cancel();
    }
}
