package dev.hypergraph4j.runtime.event;

import java.util.Objects;

/** Marks a processor that is called by the threads of the run. Equal if the processors are, so that none is called twice. */
record InlineProcessor(EventProcessor processor) implements EventProcessor {

    static EventProcessor of(EventProcessor processor) {
        Objects.requireNonNull(processor, "processor");
        return processor instanceof InlineProcessor ? processor : new InlineProcessor(processor);
    }

    @Override
    public void onEvent(Event event) {
        processor.onEvent(event);
    }

    @Override
    public void onMissed(long events) {
        processor.onMissed(events);
    }
}
