package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.NestedWork.Threading;
import dev.hypergraph4j.runtime.NestedWork.Underway;
import dev.hypergraph4j.runtime.log.MapLog;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The items of a mapped nested graph, which overlap on the threads of the run around it. No thread waits for them: who has claimed an item works on it
 * as far as it goes, then claims the next one; who ends an item that others waited for a place of calls a thread for it.
 *
 * <p>There are never more items under way than nodes may be, as in {@link ConcurrentMap}; where that is not limited there is a bound all the same.
 *
 * <p>Where steps are recorded, the end of an item travels with the start of the next one, or, after the last, with what the run around does then. Where
 * there is no next one, but others are under way, it is recorded by itself.
 *
 * <p>All bookkeeping is done under one lock, that of this object. What is not ours runs outside of it: nodes, and the source of the items, which one
 * thread at a time asks.
 */
final class NestedItems<O> implements Underway {
    private static final int MOST_ITEMS = 256;

    private final PreparedMap<O> map;
    private final @Nullable MapEvents events;
    private final ExecutionSettings settings;
    private final Threading threading;
    private final int most;

    /** {@code null} where nothing is recorded. */
    private final @Nullable RunJournal journal;

    private final CompletableFuture<NestedEnd> end = new CompletableFuture<>();

    // Guarded by this
    private final List<@Nullable RunResult<O>> results = new ArrayList<>();
    private final NavigableMap<Integer, DataflowRun<O>> underWay = new TreeMap<>();
    private final NavigableMap<Integer, Throwable> failures = new TreeMap<>();
    private boolean claiming;
    private boolean exhausted;
    private boolean over;
    private @Nullable Throwable broken;
    private @Nullable String stopReason;

    /** An item that was taken from the source when it was too late to start it. */
    private @Nullable PreparedRun<O> pulled;

    private record Claimed<O>(int place, PreparedRun<O> item, DataflowRun<O> run) {}

    NestedItems(PreparedMap<O> map, @Nullable MapEvents events, ExecutionSettings settings, Threading threading) {
        this.map = map;
        this.events = events;
        this.settings = settings.ofMap();
        this.threading = threading;
        this.journal = RunJournal.of(settings.journal(), threading.threads(), this::stop);
        ConcurrencyLimit limit = threading.limit();
        this.most = limit == null ? MOST_ITEMS : Math.min(limit.most(), MOST_ITEMS);
    }

    @Override
    public boolean isOneThread() {
        return false;
    }

    @Override
    public CompletionStage<NestedEnd> end() {
        return end;
    }

    @Override
    public void workHere() {
        Claimed<O> next = claim();
        while (next != null) {
            callThread();
            next.run.workHere();
            next = claim();
        }
        endIfOver();
    }

    /** As a thread that was called, and leaves again. */
    private void workAsCalled() {
        workHere();
        recordEnds(true);
    }

    /** Records ends that nothing takes along; it {@code isOurs} if this thread may wait. */
    private void recordEnds(boolean isOurs) {
        if (journal != null) {
            journal.recordEnds(isOurs);
        }
    }

    /** Claims the next item, if there is one and a place for it. */
    private @Nullable Claimed<O> claim() {
        synchronized (this) {
            if (!mayClaim()) {
                return null;
            }
            claiming = true;
        }
        PreparedRun<O> item = null;
        DataflowRun<O> run = null;
        Throwable failure = null;
        int place = results.size(); // Only one thread at a time is here.
        try {
            if (map.runs().hasNext()) {
                item = map.runs().next().asItem(place);
                run = DataflowRun.sharing(
                        threading.limit(),
                        item,
                        settings.ofItem(item),
                        threading.threads(),
                        events == null ? null : events.item(item));
            }
        } catch (Throwable thrown) {
            failure = thrown;
        }
        Claimed<O> claimed = item == null || run == null ? null : new Claimed<>(place, item, run);
        return noteClaim(claimed, failure) ? claimed : null;
    }

    /** Gives whether the item is to be run. */
    private boolean noteClaim(@Nullable Claimed<O> claimed, @Nullable Throwable failure) {
        synchronized (this) {
            claiming = false;
            broken = broken == null ? failure : broken;
            if (claimed == null || isClosed()) {
                exhausted |= claimed == null;
                pulled = claimed == null ? null : claimed.item;
                return false;
            }
            results.add(null);
            underWay.put(claimed.place, claimed.run);
        }
        claimed.run.handle().whenComplete((result, error) -> ended(claimed.place, result, error));
        return true;
    }

    private synchronized boolean mayClaim() {
        return !claiming && !exhausted && !isClosed() && underWay.size() < most;
    }

    /** Whether no further item is to start. Needs the lock. */
    private boolean isClosed() {
        return stopReason != null || !failures.isEmpty() || broken != null;
    }

    /** Calls one more thread, if it could claim an item, and gives whether it has. */
    private boolean callThread() {
        if (!mayClaim()) {
            return false;
        }
        try {
            threading.threads().execute(this::workAsCalled);
            return true;
        } catch (RuntimeException | Error refused) {
            giveUp(refused);
            return false;
        }
    }

    /** Without threads the items can't go on: they end with what the executor said, or, where their steps are recorded, stop. */
    private void giveUp(Throwable refused) {
        if (journal == null || !journal.stops(refused)) {
            synchronized (this) {
                broken = broken == null ? refused : broken;
            }
        }
    }

    private void ended(int place, @Nullable RunResult<O> result, @Nullable Throwable error) {
        List<DataflowRun<O>> behind = List.of();
        boolean isByItself;
        synchronized (this) {
            isByItself = !isClosed();
            underWay.remove(place);
            results.set(place, result);
            if (error != null) {
                failures.put(place, error);
                // Those before it end as they would if items ran one after the other: so the first failure is the same
                // one always.
                behind = List.copyOf(underWay.tailMap(place).values());
            }
        }
        behind.forEach(run -> run.handle().stop("item " + place + " failed"));
        if (result != null && isByItself) {
            // An interrupt is not meant for one item.
            result.stopReason().ifPresent(this::stop);
        }
        boolean isCalled = callThread();
        boolean isOver = endIfOver();
        if (!isCalled && !isOver) {
            recordEnds(false);
        }
    }

    @Override
    public void stop(String reason) {
        close(reason).forEach(run -> run.handle().stop(reason));
        endIfOver();
    }

    @Override
    public void interrupt() {
        close("interrupted").forEach(DataflowRun::interrupt);
        endIfOver();
    }

    private synchronized List<DataflowRun<O>> close(String reason) {
        if (stopReason == null && !over) {
            stopReason = reason;
        }
        return List.copyOf(underWay.values());
    }

    /** Gives whether it is over. */
    private boolean endIfOver() {
        synchronized (this) {
            if (over || claiming || !underWay.isEmpty() || !(exhausted || isClosed())) {
                return over;
            }
            over = true;
        }
        // Nobody changes anything any more.
        try {
            NestedEnd ended = NestedEnd.of(result());
            tellEnd();
            end.complete(ended);
        } catch (Throwable failed) {
            tellEnd();
            end.completeExceptionally(failed);
        }
        return true;
    }

    private void tellEnd() {
        if (events != null) {
            events.ended();
        }
    }

    private synchronized MapResult<O> result() {
        if (!failures.isEmpty()) {
            throw Started.unchecked(failures.firstEntry().getValue());
        }
        if (broken != null) {
            throw Started.unchecked(broken);
        }
        MapLog.Collector log = new MapLog.Collector(map.plan());
        List<RunResult<O>> all = new ArrayList<>();
        for (RunResult<O> result : results) {
            if (result != null) {
                result.addTo(log);
                all.add(result);
            }
        }
        int started = all.size();
        if (stopReason != null && pulled != null) {
            all.add(RunResult.unstarted(pulled, stopReason));
        }
        while (stopReason != null && map.runs().hasNext()) {
            all.add(RunResult.unstarted(map.runs().next().asItem(all.size()), stopReason));
        }
        return new MapResult<>(map, all, started, stopReason, log.log());
    }
}
