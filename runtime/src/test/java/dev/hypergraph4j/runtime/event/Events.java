package dev.hypergraph4j.runtime.event;

import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.log.RunStatus;

/** Events of a run of the graph {@code g}, for tests. */
final class Events {
    static final RunIdentity RUN = RunIdentity.of("g", "run-1");
    static final Span ROOT = Span.root(RUN);

    private Events() {}

    /** An event that is known by its number. */
    static Event number(int number) {
        return new Event.NodeStarted(
                ROOT.node(SpanKind.STEP, "n" + number, 0, new SourceLocation("G.java", 7)), number);
    }

    /** The last event of the run. */
    static Event end() {
        return new Event.RunEnded(ROOT, 99, 0, "g", RunStatus.COMPLETED, null);
    }
}
