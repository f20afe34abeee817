package dev.hypergraph4j.runtime.event;

/**
 * Is given what happens in runs. Set it for all runs of a runner, for all runs of a graph, or in the options of one run; one that is set in several
 * of these places gets each event once.
 *
 * <pre>{@code
 * AsyncRunner runner = AsyncRunner.builder()
 *         .processor(event -> {
 *             if (event instanceof Event.NodeEnded ended) {
 *                 times.record(ended.path(), ended.duration());
 *             }
 *         })
 *         .build();
 * }</pre>
 *
 * <p><b>Order.</b> The events of one run come one at a time. What happened before something else comes before it; what happened at the same time on
 * several threads comes in some order. Runs that go on at the same time call a processor that they share from several threads.
 *
 * <p><b>A processor never changes a run.</b> What it throws is counted ({@code RunResult.processorFailures()}) and, the first time in a run, logged
 * as a warning through {@link System.Logger}; then it gets the next event.
 *
 * <p><b>A slow processor does not slow a run.</b> Each processor of a run has a queue of 8192 events and a thread of its own that empties it. While the
 * queue is full, events are left out for this processor, but for the end of the run: {@link #onMissed} tells how many, in their place. When a run
 * ends, it waits until its events have been processed, though no longer than a second; after that they come later. A processor that is quick, or that
 * must see every event, is set as {@linkplain #inline inline} instead.
 */
@FunctionalInterface
public interface EventProcessor {

    /** Something has happened. */
    void onEvent(Event event);

    /** At this place {@code events} events were left out, since this processor was too slow for them. Does nothing by default. */
    default void onMissed(long events) {}

    /**
     * The same processor, called by the thread on which something happens, before the run goes on. It misses nothing and needs no other thread, but the
     * run waits while it is at work, and so do nodes that have something to tell at the same time. Where nodes run one after the other, the time that it
     * takes counts with the node that comes next.
     */
    static EventProcessor inline(EventProcessor processor) {
        return InlineProcessor.of(processor);
    }
}
