package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.RetryAfter;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception and its causes, outermost first. */
final class CauseChain {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final List<Throwable> chain;

    private CauseChain(List<Throwable> chain) {
        this.chain = chain;
    }

    static CauseChain of(Throwable error) {
        List<Throwable> chain = new ArrayList<>();
        // Exceptions can be made to cause each other.
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable next = error;
        while (next != null && seen.add(next)) {
            chain.add(next);
            next = cause(next);
        }
        return new CauseChain(chain);
    }

    /** An exception whose cause can't be had has none. */
    private static @Nullable Throwable cause(Throwable error) {
        try {
            return error.getCause();
        } catch (RuntimeException | Error broken) {
            return null;
        }
    }

    Stream<Throwable> stream() {
        return chain.stream();
    }

    /** Whether the JVM is broken: nothing that this process does next can be relied on. */
    boolean isOfABrokenJvm() {
        return chain.stream().anyMatch(VirtualMachineError.class::isInstance);
    }

    /**
     * Whether somebody wants the thread to end. After a {@link ClosedByInterruptException} it is still interrupted, so another attempt would end as this one
     * did.
     */
    boolean tellsOfInterrupt() {
        return chain.stream()
                .anyMatch(
                        error -> error instanceof InterruptedException || error instanceof ClosedByInterruptException);
    }

    /** Whether the code is broken, or the JVM: no attempt can mend it. */
    boolean isOfBrokenCode() {
        return chain.stream().anyMatch(Error.class::isInstance);
    }

    boolean hasAnyOf(List<Class<? extends Throwable>> types) {
        return chain.stream().anyMatch(error -> types.stream().anyMatch(type -> type.isInstance(error)));
    }

    <T extends Throwable> Optional<T> first(Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The delay in nanoseconds: none for a negative one, about 292 years for a longer one. */
    static long nanos(RetryAfter wish) {
        Duration delay = wish.delay();
        if (delay.isNegative()) {
            return 0;
        }
        return delay.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : delay.toNanos();
    }
}
