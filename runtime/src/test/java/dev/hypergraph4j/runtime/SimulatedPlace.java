package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where one simulated process after the other has its runner: what keeps its leases has a thread, and to start one for each process takes most of the time. */
final class SimulatedPlace {
    /** So long that no lease is renewed while a test lasts: that goes by the time outside. */
    static final Duration LEASE = Duration.ofHours(2);

    private static final List<SimulatedPlace> PLACES = new ArrayList<>();

    private final DurableOptions options;
    private final SyncRunner runner;
    private Checkpointer store = MemoryCheckpointer.create();
    private Timer timer = (nanos, task) -> () -> {};

    private SimulatedPlace(int number) {
        Checkpointer seen = (Checkpointer) Proxy.newProxyInstance(
                SimulatedPlace.class.getClassLoader(),
                new Class<?>[] {Checkpointer.class},
                (proxy, method, arguments) -> Passing.on(store, method, arguments));
        options = DurableOptions.defaults()
                .worker("worker " + number)
                .lease(LEASE)
                .recoveryCap(Integer.MAX_VALUE);
        runner = SyncRunner.builder()
                .checkpointer(seen, options)
                .timer((nanos, task) -> timer.after(nanos, task))
                .build();
    }

    /** The place of those who live while so many others stall. */
    static SimulatedPlace number(int stalled) {
        while (PLACES.size() <= stalled) {
            PLACES.add(new SimulatedPlace(PLACES.size()));
        }
        return PLACES.get(stalled);
    }

    /** The runner of the next process. */
    SyncRunner runner(Checkpointer newStore, Timer newTimer) {
        store = newStore;
        timer = newTimer;
        return runner;
    }

    Claimant claimant() {
        return options.claimant();
    }
}
