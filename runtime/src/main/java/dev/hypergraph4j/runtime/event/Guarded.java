package dev.hypergraph4j.runtime.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A processor whose failures are counted and told once, and go no further. */
final class Guarded {
    private final EventProcessor processor;
    private final AtomicLong failures;
    private final Logger logger;

    private final AtomicBoolean toldFailure = new AtomicBoolean();
    private final AtomicBoolean toldMissed = new AtomicBoolean();

    /**
     * Guards {@code processor}.
     *
     * @param failures where they are counted
     * @param logger where the first one is told
     */
    Guarded(EventProcessor processor, AtomicLong failures, Logger logger) {
        this.processor = processor;
        this.failures = failures;
        this.logger = logger;
    }

    void onEvent(Event event) {
        try {
            processor.onEvent(event);
        } catch (Throwable thrown) {
            failed(thrown, event.getClass().getSimpleName() + " of " + event.span());
        }
    }

    void onMissed(long events) {
        if (toldMissed.compareAndSet(false, true)) {
            logger.log(
                    Level.WARNING,
                    () -> "The event processor " + name() + " is too slow: " + events
                            + " events were left out. Further ones of this run will not be logged.");
        }
        try {
            processor.onMissed(events);
        } catch (Throwable thrown) {
            failed(thrown, "missed events");
        }
    }

    private void failed(Throwable thrown, String at) {
        failures.incrementAndGet();
        if (toldFailure.compareAndSet(false, true)) {
            String message = "The event processor " + name() + " failed at " + at
                    + ". The run is not affected. Further failures in this run are counted, not logged.";
            logger.log(Level.WARNING, message, thrown);
        }
    }

    private String name() {
        EventProcessor told = processor instanceof InlineProcessor inline ? inline.processor() : processor;
        return told.getClass().getName();
    }
}
