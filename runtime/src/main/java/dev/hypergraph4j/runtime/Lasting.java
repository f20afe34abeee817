package dev.hypergraph4j.runtime;

import java.util.function.Supplier;

/** What a thread does again and again, for which nobody waits: whatever it throws is logged, and the thread goes on, since nobody would start it anew. */
final class Lasting {
    private final System.Logger log;
    private final String complaint;

    /**
     * Logs what goes wrong.
     *
     * @param complaint that it failed, and what follows
     */
    Lasting(System.Logger log, String complaint) {
        this.log = log;
        this.complaint = complaint;
    }

    /** Does it once, and gives what it gave, or {@code otherwise} where it threw. */
    <T> T once(Supplier<T> task, T otherwise) {
        try {
            return task.get();
        } catch (Throwable failure) {
            complain(failure);
            return otherwise;
        }
    }

    private void complain(Throwable failure) {
        try {
            log.log(System.Logger.Level.WARNING, complaint, failure);
        } catch (Throwable unsaid) {
            // There is not even the memory to say so. The next time may be better.
        }
    }
}
