package dev.hypergraph4j.runtime;

import java.util.concurrent.Executor;

/**
 * Ends attempts that take longer than they may: the thread of one is interrupted, the stage of one is cancelled. See {@link Attempt} for the ways
 * in which this and the end of the attempt can meet.
 */
final class AttemptTimeouts {
    private static final AttemptTimeouts SHARED = new AttemptTimeouts(Timer.shared(), Threads.shared());

    private final Timer timer;
    private final Executor executor;

    /**
     * Timeouts that are told of by {@code timer}.
     *
     * @param executor runs what depends on a stage whose time is over: not ours, so not for the timer's thread
     */
    AttemptTimeouts(Timer timer, Executor executor) {
        this.timer = timer;
        this.executor = executor;
    }

    static AttemptTimeouts shared() {
        return SHARED;
    }

    /** Begins an attempt on this thread. It must be ended, whatever happens, by {@link Attempt#end} or {@link Attempt#goOn}. */
    Attempt begin(String node, long nanos) {
        return new Attempt(node, nanos, timer, executor);
    }
}
