package dev.hypergraph4j.runtime;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A map whose items overlap. Threads take steps: a task that the run of an item has for one more thread (this is the executor of these runs), or
 * else the claim of the next item, whose run they then work on as far as it goes. Threads are workers, called from the executor one by one as there
 * are steps for them, and the thread that waits for the next result; so a map goes on even if its executor never lets a worker come.
 *
 * <p>With a limit there are never more items under way than nodes may be, which is enough: an item that is under way either has a node under way, or
 * waits for a permit, and then all of them are taken. Without one there is a bound all the same.
 *
 * <p>Results are given in the order of the items. Those that are over and not given yet wait in the {@link MapWindow}.
 *
 * <p>Where steps are recorded, the end of an item travels with the start of the next one on its thread. A thread that finds no further step records the
 * ends by itself, since other items may be under way for long.
 *
 * <p>All bookkeeping is done under one lock. What is not ours runs outside of it: nodes, and the source of the items, which one thread at a time asks.
 */
final class ConcurrentMap<O> extends MapRun<O> implements Executor, ConcurrencyLimit.Waiter {
    private final PreparedMap<O> map;
    private final ExecutionSettings settings;
    private final Executor executor;
    private final @Nullable MapEvents events;
    private final @Nullable ConcurrencyLimit limit;
    private final boolean gathers;

    /** {@code null} where nothing is recorded. */
    private final @Nullable RunJournal journal;

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock
    private final MapThreads threads;
    private final MapWindow<O> window;
    private long claimed;

    // Guarded by the lock: how it ends
    private boolean closed;
    private @Nullable PreparedRun<O> pulled;
    private @Nullable String stopReason;
    private @Nullable Throwable broken;

    private ConcurrentMap(
            PreparedMap<O> map,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable MapEvents events,
            boolean gathers) {
        super(map, events);
        this.map = map;
        this.settings = settings.ofMap();
        this.executor = executor;
        this.events = events;
        this.limit = maxConcurrency == Integer.MAX_VALUE ? null : new ConcurrencyLimit(maxConcurrency);
        this.gathers = gathers;
        this.journal = RunJournal.of(settings.journal(), this, this::stop);
        this.threads = new MapThreads(maxConcurrency, lock);
        this.window = new MapWindow<>(maxConcurrency, gathers);
    }

    /** A map whose results are taken one by one. */
    static <O> ConcurrentMap<O> of(
            PreparedMap<O> map,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable MapEvents events) {
        return new ConcurrentMap<>(map, settings, executor, maxConcurrency, events, false);
    }

    /** A map all of whose results are gathered. */
    static <O> ConcurrentMap<O> gathering(
            PreparedMap<O> map,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable MapEvents events) {
        return new ConcurrentMap<>(map, settings, executor, maxConcurrency, events, true);
    }

    /** Gathers the results on a thread of its executor. */
    void start(StartedMap<O> handle) {
        try {
            executor.execute(() -> handle.endWith(this::gather));
        } catch (RuntimeException | Error refused) {
            if (journal != null && journal.stops(refused)) {
                handle.endWith(this::gather); // Which runs nothing any more.
            } else {
                handle.completeExceptionally(refused);
            }
        }
    }

    // The results

    @Override
    public boolean hasNext() {
        boolean hasNext = head() != null || isBroken();
        if (!hasNext) {
            over();
        }
        return hasNext;
    }

    @Override
    public RunResult<O> next() {
        MapItem<O> head = head();
        if (head == null) {
            throw brokenOr(new NoSuchElementException("There are no more items."));
        }
        int workersToCall;
        lock.lock();
        try {
            window.removeHead();
            workersToCall = workersToCall(gathers);
        } finally {
            lock.unlock();
        }
        call(workersToCall);
        try {
            return given(head.result());
        } catch (Throwable failed) {
            close();
            lock.lock();
            try {
                window.clear();
            } finally {
                lock.unlock();
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        closeFrom(0).forEach(run -> run.handle().stop("closed"));
        takeSteps(() -> !window.isAnyUnderWay());
        over();
    }

    @Override
    public void stop(String reason) {
        lock.lock();
        try {
            if (closed || window.isThrough()) {
                return;
            }
            stopReason = reason;
        } finally {
            lock.unlock();
        }
        closeFrom(0).forEach(run -> run.handle().stop(reason));
    }

    @Override
    public void interrupt() {
        lock.lock();
        try {
            stopReason = stopReason == null && !closed ? "interrupted" : stopReason;
        } finally {
            lock.unlock();
        }
        closeFrom(0).forEach(DataflowRun::interrupt);
    }

    @Override
    @Nullable
    String stopReason() {
        lock.lock();
        try {
            return stopReason;
        } finally {
            lock.unlock();
        }
    }

    /** Claims no further item, and gives the runs under way from the item numbered {@code first} on. */
    private List<DataflowRun<O>> closeFrom(long first) {
        lock.lock();
        try {
            closed = true;
            threads.wakeCaller();
            return window.runsFrom(first);
        } finally {
            lock.unlock();
        }
    }

    @Override
    @Nullable
    PreparedRun<O> pulled() {
        lock.lock();
        try {
            return pulled;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next item in order to be over; {@code null} where there is none. */
    private @Nullable MapItem<O> head() {
        takeSteps(() -> window.isHeadKnown(closed));
        lock.lock();
        try {
            return window.head();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBroken() {
        lock.lock();
        try {
            return broken != null;
        } finally {
            lock.unlock();
        }
    }

    /** What broke the map, which is thrown once. */
    private RuntimeException brokenOr(RuntimeException other) {
        lock.lock();
        try {
            Throwable thrown = broken;
            broken = null;
            return thrown == null ? other : Started.unchecked(thrown);
        } finally {
            lock.unlock();
        }
    }

    // Threads

    /** A task that an item's run has for one more thread. */
    @Override
    public void execute(Runnable task) {
        int workersToCall;
        lock.lock();
        try {
            threads.add(task);
            workersToCall = workersToCall(false);
        } finally {
            lock.unlock();
        }
        call(workersToCall);
    }

    private void work() {
        lock.lock();
        try {
            threads.workerCame();
        } finally {
            lock.unlock();
        }
        Runnable step = nextStep(false);
        while (step != null) {
            step.run();
            step = nextStep(false);
        }
        recordEnds();
        wakeOthers();
    }

    /** What this thread does next; {@code null} if there is nothing, and then a worker is at work no more. */
    private @Nullable Runnable nextStep(boolean isCaller) {
        lock.lock();
        try {
            Runnable task = threads.takeTask();
            if (task != null) {
                return task;
            }
            if (mayClaim() && (!isCaller || callerMayClaim())) {
                window.claim();
                return this::claim;
            }
            if (!isCaller) {
                threads.end();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** This thread has no step that would take the ends along which it has noted. */
    private void recordEnds() {
        if (journal != null) {
            journal.recordEnds(true);
        }
    }

    /** This thread takes no permit now. */
    private void wakeOthers() {
        if (limit != null) {
            limit.wake();
        }
    }

    /** Lends the thread that wants results until a state is reached. */
    private void takeSteps(BooleanSupplier state) {
        boolean wasInterrupted = false;
        boolean passedOn = false;
        while (!begins(state)) {
            Runnable step = nextStep(true);
            if (step != null) {
                step.run();
                passedOn = false;
            } else if (!passedOn) {
                recordEnds();
                // If it was woken for a permit and takes none, others are to be woken.
                wakeOthers();
                passedOn = true;
            } else {
                wasInterrupted |= awaitStep(state);
                passedOn = false;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the state is reached; if not, the caller is at work. */
    private boolean begins(BooleanSupplier state) {
        lock.lock();
        try {
            boolean isReached = state.getAsBoolean();
            if (isReached) {
                threads.end();
            } else {
                threads.begin();
            }
            return isReached;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a step for the caller or the state is reached. If it is interrupted meanwhile, so is the map: gives whether it was. */
    private boolean awaitStep(BooleanSupplier state) {
        lock.lock();
        try {
            if (!threads.hasTask() && !(mayClaim() && callerMayClaim())) {
                threads.awaitStep(state);
            }
            return false;
        } catch (InterruptedException interrupted) {
            // Items are interrupted below, outside of the lock.
        } finally {
            lock.unlock();
        }
        interrupt();
        return true;
    }

    /**
     * How many workers to call for the steps there are; they count as called from now on. Needs the lock.
     *
     * @param goesOn whether this thread takes the next step itself
     */
    private int workersToCall(boolean goesOn) {
        return threads.workersToCall(mayClaim() && !goesOn, callerMayClaim());
    }

    private void call(int workers) {
        for (int i = 0; i < workers; i++) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | Error refused) {
                // RejectedExecutionException, or OutOfMemoryError where the system has no more threads.
                giveUp(refused, workers - i);
                return;
            }
        }
    }

    /** Without threads a map can't go on: it ends with what its executor said, or, where its steps are recorded, stops. */
    private void giveUp(Throwable refused, int workersThatWillNotCome) {
        boolean isStopped = journal != null && journal.stops(refused);
        lock.lock();
        try {
            threads.workersWillNotCome(workersThatWillNotCome);
            broken = broken == null && !isStopped ? refused : broken;
        } finally {
            lock.unlock();
        }
        closeFrom(0).forEach(run -> run.handle().stop("the executor refused a task"));
    }

    // Items

    /** Whether a thread may claim an item now. If it is only a permit that is missing, the map is woken for one. Needs the lock. */
    private boolean mayClaim() {
        return hasPlace() && (limit == null || limit.free(1, this) > 0);
    }

    private boolean hasPlace() {
        return !closed && window.hasPlace();
    }

    /** A source that lets its caller wait must not keep a result back that is there before. Needs the lock. */
    private boolean callerMayClaim() {
        return map.areThere() || window.isEmpty();
    }

    @Override
    public boolean permitMayBeFree() {
        int workersToCall;
        lock.lock();
        try {
            if (!hasPlace()) {
                return false;
            }
            workersToCall = workersToCall(threads.isAtWork());
        } finally {
            lock.unlock();
        }
        call(workersToCall);
        return true;
    }

    /** Takes the next item from the source, and works on it as far as it goes. */
    private void claim() {
        PreparedRun<O> next = null;
        DataflowRun<O> run = null;
        Throwable failure = null;
        try {
            // Only one thread at a time is here, so that `claimed` is its own.
            if (map.runs().hasNext()) {
                next = map.runs().next().asItem(claimed);
                run = DataflowRun.sharing(
                        limit, next, settings.ofItem(next), this, events == null ? null : events.item(next));
            }
        } catch (Throwable thrown) {
            failure = thrown;
        }
        MapItem<O> item = run == null ? null : new MapItem<>(claimed, run);
        if (noteClaim(item, next, failure) && item != null && run != null) {
            run.handle().whenComplete((result, error) -> ended(item, result, error));
            run.workHere();
        }
    }

    /** Gives whether the item is to be run. */
    private boolean noteClaim(
            @Nullable MapItem<O> item, @Nullable PreparedRun<O> prepared, @Nullable Throwable failure) {
        int workersToCall;
        boolean begins;
        lock.lock();
        try {
            begins = item != null && !closed;
            if (item != null && begins) {
                claimed++;
                window.add(item);
            } else {
                window.exhausted();
                pulled = prepared;
                broken = broken == null ? failure : broken;
                threads.wakeCaller();
            }
            workersToCall = workersToCall(!begins);
        } finally {
            lock.unlock();
        }
        call(workersToCall);
        return begins;
    }

    private void ended(MapItem<O> item, @Nullable RunResult<O> result, @Nullable Throwable error) {
        int workersToCall;
        boolean isByItself;
        lock.lock();
        try {
            window.ended(item, result, error);
            isByItself = !closed;
            threads.wakeCaller();
            if (journal != null && !threads.isAtWork()) {
                threads.add(this::recordEnds); // This thread is somebody else's, who has completed a stage.
            }
            workersToCall = workersToCall(threads.isAtWork());
        } finally {
            lock.unlock();
        }
        call(workersToCall);
        if (error != null) {
            // Those before it end as they would if items ran one after the other: so the first failure is the same one
            // always.
            String reason = "item " + item.number() + " failed";
            closeFrom(item.number()).forEach(behind -> behind.handle().stop(reason));
        } else if (result != null && isByItself) {
            // An interrupt is not meant for one item.
            result.stopReason().ifPresent(this::stop);
        }
    }
}
