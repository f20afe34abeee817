package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.Origin;
import java.io.PrintStream;

/** Tells what happens to orders, as it happens. What was done before and is only put in its place is not told again. */
final class Progress implements EventProcessor {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onEvent(Event event) {
        if (event instanceof Event.NodeEnded ended
                && ended.origin() == Origin.EXECUTED
                && ended.status() == NodeStatus.COMPLETED) {
            tell(event.runId(), event.path());
        }
    }

    void tell(String order, String what) {
        out.println(order + "  " + what);
        out.flush();
    }
}
