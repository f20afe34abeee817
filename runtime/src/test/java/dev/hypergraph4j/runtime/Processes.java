package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A store, and processes that share it one after the other, on a clock of their own; and which nodes they ran. */
final class Processes {
    static final long LEASE_MILLIS = 30_000;

    final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    final MemoryCheckpointer store = MemoryCheckpointer.on(clock::get);
    final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private DurableOptions options = DurableOptions.defaults();
    private int processes;
    private Fragile latest = Fragile.of(store);

    /** All later processes use the store so. */
    Processes using(DurableOptions newOptions) {
        options = newOptions;
        return this;
    }

    /** The runner of the next process. */
    SyncRunner next() {
        latest = Fragile.of(store);
        return on(latest.seen());
    }

    /** The runner of the next process, which dies with a call of its store. */
    SyncRunner dyingAt(int call, boolean before) {
        return on(Fragile.of(store, call, before));
    }

    private SyncRunner on(Checkpointer seen) {
        return SyncRunner.builder()
                .checkpointer(seen, options.worker("process " + processes++))
                .build();
    }

    /** Has a process die, and its leases run out. */
    void die(Runnable process) {
        try {
            process.run();
        } catch (Fragile.Death death) {
            clock.addAndGet(LEASE_MILLIS + 1);
            return;
        }
        throw new AssertionError("The process has survived.");
    }

    /** Has the latest process die: what its node does yet is never recorded. */
    void kill() {
        latest.die();
    }

    /** Notes that a node ran. */
    <T> T noted(String node, T value) {
        ran.add(node);
        return value;
    }

    <T> T noted(String node, Supplier<T> value) {
        ran.add(node);
        return value.get();
    }

    Workflow workflow(String id) {
        return store.find(id).orElseThrow();
    }

    WorkflowStatus status(String id) {
        return workflow(id).status();
    }

    List<Step> steps(String id) {
        return store.history(id).orElseThrow().steps();
    }

    List<Attempt> attempts(String id) {
        return store.attempts(id);
    }
}
