package dev.hypergraph4j.runtime;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One permit of each limiter of a node execution, asked for, held, or given back. They are taken one after the other: the first
 * ones by who asks, each further one by the thread that gives it back to its limiter.
 *
 * <p>A node that runs another graph on its thread holds its permits, and the nodes of that graph may need the same ones. So it
 * {@linkplain #givenBackWhile gives them back} while the other run lasts: a thread that waits for a run needs no permit, no node execution
 * ever waits for others while it holds some out of order, and two scopes of one limiter take one permit.
 */
final class LimiterPermits {
    /** What the node that this thread is at holds. */
    private static final ThreadLocal<@Nullable LimiterPermits> OF_THREAD = new ThreadLocal<>();

    /** Whether a node of this process ever held any: a run that is called need not ask what its thread holds before. */
    private static volatile boolean everHeld;

    private final List<ProcessLimiter> limiters;

    /** Guards what follows; only {@link ProcessLimiter#take} and {@link ProcessLimiter#withdraw} are called under it. */
    private final ReentrantLock lock = new ReentrantLock();

    private Consumer<LimiterPermits> allHere;
    private int held;
    private boolean cancelled;
    private boolean released;

    private LimiterPermits(List<ProcessLimiter> limiters, Consumer<LimiterPermits> allHere) {
        this.limiters = limiters;
        this.allHere = allHere;
    }

    /** See {@link Limits#ask}. */
    static LimiterPermits ask(List<ProcessLimiter> inOrder, Consumer<LimiterPermits> allHere) {
        LimiterPermits permits = new LimiterPermits(inOrder, allHere);
        permits.goOn(0);
        return permits;
    }

    /** The limiter that this waits for has a permit for it, which was taken from who gave it back. */
    void granted() {
        goOn(1);
    }

    private void goOn(int more) {
        boolean unwanted;
        lock.lock();
        try {
            held += more;
            unwanted = cancelled;
            if (!unwanted && !takeTheRest()) {
                return; // Whoever grants the next one goes on from here.
            }
        } finally {
            lock.unlock();
        }
        if (unwanted) {
            giveBack(held);
        } else {
            allHere.accept(this);
        }
    }

    private boolean takeTheRest() {
        while (held < limiters.size()) {
            if (!limiters.get(held).take(this)) {
                return false;
            }
            held++;
        }
        return true;
    }

    /** Asks no more, and gives back what it has; unless all are there already: then it is {@code false}, and they are to be released. */
    boolean cancel() {
        int toGiveBack = 0;
        lock.lock();
        try {
            if (cancelled || held == limiters.size()) {
                return cancelled;
            }
            cancelled = true;
            if (limiters.get(held).withdraw(this)) {
                toGiveBack = held;
            } // Else a permit is on its way here, and the thread that brings it gives all back.
        } finally {
            lock.unlock();
        }
        giveBack(toGiveBack);
        return true;
    }

    /** Gives all back that were taken. A second time does nothing. Any thread may do it. */
    void release() {
        lock.lock();
        try {
            if (released) {
                return;
            }
            released = true;
        } finally {
            lock.unlock();
        }
        giveBack(limiters.size());
    }

    /** Runs a node, which may start other runs and wait for them. */
    void holdWhile(Body node) throws Throwable {
        everHeld = true;
        LimiterPermits outer = OF_THREAD.get();
        OF_THREAD.set(this);
        try {
            node.run();
        } finally {
            ofThread(outer);
        }
    }

    /**
     * Runs a graph while the node that calls it, if this thread is at one, does without its permits. It has them again when this returns, which no
     * interrupt hastens: without them, there would be one node too many.
     */
    static <T> T givenBackWhile(Supplier<T> run) {
        LimiterPermits ofCaller = everHeld ? OF_THREAD.get() : null;
        if (ofCaller == null) {
            return run.get();
        }
        ofCaller.release();
        OF_THREAD.remove();
        try {
            return run.get();
        } finally {
            ofCaller.takeAgain();
            OF_THREAD.set(ofCaller);
        }
    }

    private void takeAgain() {
        WaitingThread thread = new WaitingThread();
        lock.lock();
        try {
            released = false;
            held = 0;
            allHere = permits -> thread.wake();
        } finally {
            lock.unlock();
        }
        goOn(0);
        thread.awaitUninterruptibly();
    }

    /** Whether this thread is at a node that holds permits. */
    static boolean areHeld() {
        return everHeld && OF_THREAD.get() != null;
    }

    private static void ofThread(@Nullable LimiterPermits permits) {
        if (permits == null) {
            OF_THREAD.remove();
        } else {
            OF_THREAD.set(permits);
        }
    }

    private void giveBack(int count) {
        for (int i = count - 1; i >= 0; i--) {
            limiters.get(i).release();
        }
    }

    /** What is done with the permits. */
    @FunctionalInterface
    interface Body {
        void run() throws Throwable;
    }
}
