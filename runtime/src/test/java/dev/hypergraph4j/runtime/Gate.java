package dev.hypergraph4j.runtime;

import java.util.concurrent.CountDownLatch;

/** A point where a node waits until the test lets it go on. */
final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /** The node is here, and waits. */
    void pass() throws InterruptedException {
        reached.countDown();
        open.await();
    }

    /** The node is here, and waits even if it is interrupted; its interrupt status is kept. */
    void passUninterruptibly() {
        reached.countDown();
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException notNow) {
                interrupted.countDown();
            }
        }
        if (interrupted.getCount() == 0) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the node is here. */
    void awaitReached() throws InterruptedException {
        reached.await();
    }

    /** Waits until the node is interrupted in {@link #passUninterruptibly()}. */
    void awaitInterrupted() throws InterruptedException {
        interrupted.await();
    }

    boolean isReached() {
        return reached.getCount() == 0;
    }

    /** Lets the node go on. */
    void open() {
        open.countDown();
    }
}
