package dev.hypergraph4j.progress;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far runs are: of each run how many of its nodes are through, of each map how many of its items, and the same for the graphs nested in
 * them. The runs of single items are not shown, nor is what is nested in these.
 *
 * <pre>{@code
 * AsyncRunner runner = AsyncRunner.builder().processor(Progress.show()).build();
 * }</pre>
 *
 * <p>One of them may be set for any number of runs at once. Thread-safe.
 */
public final class Progress implements EventProcessor {
    private final Display display;

    // Guarded by this, by the id of the span
    private final Map<Long, Task> tasks = new HashMap<>();

    private Progress(Display display) {
        this.display = display;
    }

    /** Bars on the standard error stream if this process runs in a terminal, else {@linkplain #lines lines} there. */
    public static Progress show() {
        return Terminal.isThere() ? bars(System.err, 0) : lines(System.err);
    }

    /**
     * Bars, one below the other, redrawn in their places. It takes control sequences that {@code out} has to understand.
     *
     * @param width how many columns there are; 0 to ask the terminal of this process
     * @throws IllegalArgumentException if the width is negative
     */
    public static Progress bars(PrintStream out, int width) {
        if (width < 0) {
            throw new IllegalArgumentException("A width is at least 0, not " + width);
        }
        return new Progress(new Bars(out, width));
    }

    /** Plain lines: at the beginning, at each tenth of the way, and at the end. Fit for logs and pipes. */
    public static Progress lines(PrintStream out) {
        return new Progress(new Lines(out));
    }

    @Override
    public synchronized void onEvent(Event event) {
        if (event instanceof Event.RunStarted start) {
            runStarted(start);
        } else if (event instanceof Event.MapStarted start) {
            open(start.span(), start.graph(), start.items(), true);
        } else if (event instanceof Event.NodeEnded || event instanceof Event.NodeSkipped) {
            nodeSettled(event.span());
        } else if (event instanceof Event.RunEnded end) {
            runEnded(end);
        } else if (event instanceof Event.MapEnded end) {
            close(end.span(), "", end.duration());
        }
    }

    private void runStarted(Event.RunStarted start) {
        Task around = tasks.get(start.parentSpanId());
        if (around == null || !around.isMap()) {
            open(start.span(), start.graph(), start.nodes(), false);
        }
    }

    private void open(Span span, String graph, long total, boolean map) {
        Task around = tasks.get(span.parentId());
        if (around == null && span.parentId() != 0) {
            return; // It lies in the run of an item.
        }
        String label = span.path().isEmpty() ? graph : span.path();
        int depth = around == null ? 0 : around.depth() + 1;
        tasks.put(span.id(), new Task(span.run(), depth, map, display.open(label, depth, total)));
    }

    private void nodeSettled(Span span) {
        Task task = tasks.get(span.parentId());
        if (task != null && !task.isMap()) {
            task.nodeSettled(span.path(), span.iteration());
        }
    }

    private void runEnded(Event.RunEnded end) {
        Task around = tasks.get(end.parentSpanId());
        if (around != null && around.isMap()) {
            around.itemEnded(end.status() == RunStatus.COMPLETED);
        }
        close(end.span(), ", " + end.status().name().toLowerCase(Locale.ROOT), end.duration());
    }

    private void close(Span span, String how, Duration duration) {
        Task task = tasks.remove(span.id());
        if (task != null) {
            task.close(how, duration);
        }
        if (span.parentId() == 0) {
            closeRest(span, duration);
        }
    }

    /** What lies in the run and has not ended: we were too slow for those events. */
    private void closeRest(Span root, Duration duration) {
        Iterator<Task> rest = tasks.values().iterator();
        while (rest.hasNext()) {
            Task task = rest.next();
            if (task.run() == root.run()) {
                task.close(", not seen to its end", duration);
                rest.remove();
            }
        }
    }
}
