package dev.hypergraph4j.progress;

import dev.hypergraph4j.runtime.event.RunIdentity;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** A run or a map that is shown: how far it is. */
final class Task {
    private final RunIdentity run;
    private final int depth;
    private final boolean map;
    private final Meter meter;

    private final Set<String> settled = new HashSet<>();
    private long done;
    private long failed;

    Task(RunIdentity run, int depth, boolean map, Meter meter) {
        this.run = run;
        this.depth = depth;
        this.map = map;
        this.meter = meter;
    }

    RunIdentity run() {
        return run;
    }

    int depth() {
        return depth;
    }

    boolean isMap() {
        return map;
    }

    /** A node ended or was skipped. In a cycle the first turn counts: nobody knows how many there will be. */
    void nodeSettled(String path, int iteration) {
        if (settled.add(path)) {
            done++;
        }
        meter.show(done, ", " + path + (iteration == 0 ? "" : " (turn " + iteration + ")"));
    }

    void itemEnded(boolean well) {
        done++;
        if (!well) {
            failed++;
        }
        meter.show(done, failures());
    }

    void close(String how, Duration duration) {
        meter.close(done, failures() + how, duration);
    }

    private String failures() {
        return failed == 0 ? "" : ", " + failed + " failed";
    }
}
