package dev.hypergraph4j.runtime;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The thread of a sequential run while its node waits for something. */
final class Sleeper {
    private volatile @Nullable WaitingThread thread;

    /** Lets it look again whether it has to wait. */
    void wake() {
        WaitingThread waiting = thread;
        if (waiting != null) {
            waiting.wake();
        }
    }

    /** Waits until {@code awaited} is there, or the run is to stop: then {@code false}. */
    boolean await(Awaited<?> awaited, BooleanSupplier isStopped) throws InterruptedException {
        while (!isStopped.getAsBoolean()) {
            WaitingThread waiting = new WaitingThread();
            thread = waiting;
            try {
                // Looked at after the thread is known, so that no call to wake it goes astray.
                if (awaited.isHere()) {
                    return true;
                }
                if (!isStopped.getAsBoolean()) {
                    waiting.await();
                }
            } finally {
                thread = null;
            }
        }
        return false;
    }
}
