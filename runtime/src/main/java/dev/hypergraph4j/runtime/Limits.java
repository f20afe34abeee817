package dev.hypergraph4j.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The limiters that a node execution has to pass: those of all scopes it is in, each once. They are always passed in the order of their names. Since
 * who waits for one holds only permits of those before it, no circle of waiting can come about.
 */
final class Limits {
    static final Limits NONE = new Limits(List.of());

    private final List<ProcessLimiter> inOrder;

    private Limits(List<ProcessLimiter> inOrder) {
        this.inOrder = inOrder;
    }

    /** These limits and those of one scope more. */
    Limits and(Collection<ProcessLimiter> more) {
        if (inOrder.containsAll(more)) {
            return this;
        }
        return new Limits(Stream.concat(inOrder.stream(), more.stream())
                .distinct()
                .sorted(Comparator.comparing(ProcessLimiter::name))
                .toList());
    }

    /** These limits and {@code others}. */
    Limits and(Limits others) {
        return and(others.inOrder);
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /**
     * Asks for a permit of each, and blocks no thread.
     *
     * @param allHere run once when all are there, unless {@link LimiterPermits#cancel} comes before; by this thread if they are there at once, else by the
     *     one that gives the last of them back. It must only hand on, to an executor or a queue, and must not throw.
     */
    LimiterPermits ask(Consumer<LimiterPermits> allHere) {
        return LimiterPermits.ask(inOrder, allHere);
    }

    /**
     * Waits for a permit of each. A thread whose node holds permits is to {@linkplain LimiterPermits#givenBackWhile give them back} before.
     *
     * @throws InterruptedException if this thread is interrupted; it holds none then
     */
    LimiterPermits take() throws InterruptedException {
        if (!isEmpty() && Thread.interrupted()) {
            throw new InterruptedException();
        }
        WaitingThread thread = new WaitingThread();
        LimiterPermits permits = ask(granted -> thread.wake());
        try {
            thread.await();
        } catch (InterruptedException interrupted) {
            if (!permits.cancel()) {
                permits.release();
            }
            throw interrupted;
        }
        return permits;
    }
}
