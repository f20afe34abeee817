package dev.hypergraph4j.runtime.log;

import static java.util.Comparator.comparing;

import dev.hypergraph4j.internal.Table;
import java.time.Duration;
import java.time.Instant;

/** Shows people when each node ran. */
final class ExecutionTrace {
    private static final int BAR_WIDTH = 40;

    private final RunLog log;
    private final Instant began;
    private final long duration;

    ExecutionTrace(RunLog log) {
        this.log = log;
        this.began = log.began();
        this.duration = Math.max(1, log.duration().toNanos());
    }

    String text() {
        Table table = new Table("").rightAligned(1, 2, 3);
        table.row("node", "start", "waiting", "working", "", "status");
        log.steps().stream().sorted(comparing(NodeRecord::start)).forEach(step -> add(step, table));
        return log.summary() + "\n" + table.text();
    }

    private void add(NodeRecord step, Table table) {
        table.row(
                step.node() + (step.iteration() == 0 ? "" : ", turn " + step.iteration()),
                "+" + DurationText.of(Duration.between(began, step.start())),
                DurationText.of(step.waiting()),
                DurationText.of(step.working()),
                "|" + bar(step) + "|",
                status(step));
    }

    private String bar(NodeRecord step) {
        int start = Math.min(BAR_WIDTH - 1, column(step.start()));
        int ready = Math.min(start, column(step.ready()));
        int end = Math.max(start + 1, column(step.end()));
        return " ".repeat(ready) + ".".repeat(start - ready) + "#".repeat(end - start) + " ".repeat(BAR_WIDTH - end);
    }

    private int column(Instant instant) {
        long nanos = Duration.between(began, instant).toNanos();
        return (int) Math.min(BAR_WIDTH, Math.round((double) nanos / duration * BAR_WIDTH));
    }

    private static String status(NodeRecord step) {
        return step.error() == null
                ? step.status().name()
                : step.status() + " " + step.error().getClass().getSimpleName();
    }
}
