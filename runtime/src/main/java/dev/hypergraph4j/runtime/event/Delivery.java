package dev.hypergraph4j.runtime.event;

import java.util.concurrent.CompletableFuture;

/** The way of one run's events to one processor. */
interface Delivery {

    /** Sees to it that the processor gets {@code event} after all events before it. Never throws. */
    void deliver(Event event);

    /** Takes no further event. The future completes when the processor has dealt with those that it was given. */
    CompletableFuture<Void> close();
}
