package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for workflows that nobody runs, claims them and runs them, as long as it works. It looks again after a while in any case: a workflow whose
 * worker has died tells nobody. It never runs what it has not claimed, and goes on whatever becomes of a run.
 */
final class Worker {
    /** Why the runs of a worker stop that shuts down: others go on with their workflows. */
    static final String DRAINED = "the worker shuts down";

    private static final System.Logger LOG = System.getLogger("dev.hypergraph4j.runtime.Workflows");

    /** However many sleep, and wake one after the other, there are no more looks than this allows. */
    private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);

    private final Checkpointer store;
    private final WorkSearch search;
    private final Duration poll;
    private final int atOnce;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition ended = lock.newCondition();

    // Guarded by the lock
    private final Set<WorkerRun> underWay = new HashSet<>();
    private @Nullable Thread thread;
    private boolean isWoken;
    private boolean isDrained;

    /** How many looks are under way: each may claim a workflow that it has not begun to run yet. */
    private int looks;

    Worker(Checkpointer store, Map<String, ServedGraph<?, ?>> served, Duration poll, int atOnce) {
        this.store = store;
        this.search = new WorkSearch(store, served);
        this.poll = poll;
        this.atOnce = atOnce;
    }

    /** Begins to work in the background. */
    void start() {
        lock.lock();
        try {
            if (thread == null && !isDrained) {
                thread = new Thread(this::work, "hypergraph4j-worker");
                thread.setDaemon(true);
                thread.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** There may be something to do. */
    void wake() {
        lock.lock();
        try {
            isWoken = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        Lasting lasting = new Lasting(LOG, "The look for workflows has failed; the next one may not.");
        int places = awaitPlaces();
        while (places > 0) {
            int most = places;
            OptionalLong nextWake;
            boolean claimedAll;
            try {
                // Asked before the look, so that what wakes between the two is not missed.
                nextWake = lasting.once(search::nextWake, OptionalLong.empty());
                claimedAll = lasting.once(() -> claimSome(most), true);
            } finally {
                lookEnds();
            }
            places = claimedAll ? awaitNews(nextWake) : awaitPlaces();
        }
    }

    /** What it has claimed is under way. */
    private void lookEnds() {
        lock.lock();
        try {
            looks--;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives whether there is nothing more to claim for now. */
    private boolean claimSome(int places) {
        WorkSearch.Look look = search.look(places);
        int claimed = 0;
        for (String id : look.ids()) {
            if (claimed == places || isDrained()) {
                return false;
            }
            WorkSearch.Found found = search.claim(id);
            if (found != null) {
                runClaimed(found.graph(), found.claim());
                claimed++;
            }
        }
        return claimed < places && !look.isFull();
    }

    private boolean isDrained() {
        lock.lock();
        try {
            return isDrained;
        } finally {
            lock.unlock();
        }
    }

    private void lookBegins() {
        lock.lock();
        try {
            looks++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Claims a workflow, whatever it waits for, and runs it in the background; a worker that shuts down gives it back at once.
     *
     * @return what came of the claim
     */
    Claim resume(ServedGraph<?, ?> graph, String id) {
        lookBegins();
        try {
            Claim claim = store.claim(id, graph.claimant(), true);
            if (claim instanceof Claim.Claimed claimed) {
                runClaimed(graph, claimed);
            }
            return claim;
        } finally {
            lookEnds();
        }
    }

    /** Runs a workflow that was claimed, on a thread of its own. */
    private void runClaimed(ServedGraph<?, ?> graph, Claim.Claimed claim) {
        WorkerRun one = begins();
        try {
            Threads.shared().execute(() -> {
                boolean othersMayGoOn = true;
                try {
                    othersMayGoOn = run(graph, claim, one);
                } finally {
                    ends(one, othersMayGoOn);
                }
            });
        } catch (RuntimeException | Error refused) {
            ends(one, false);
            throw refused;
        }
    }

    /**
     * What becomes of the run stands in the store, for all to see, unless it is the store that failed. Gives whether a workflow may go on because of it: this one, since what
     * it waits for is there already, one that it has spawned, or the one that has spawned it.
     */
    private boolean run(ServedGraph<?, ?> graph, Claim.Claimed claim, WorkerRun one) {
        one.began();
        boolean waits = false;
        try {
            waits = graph.run(new WorkerClaim(claim, poll, one), one.stop()).status() == RunStatus.PAUSED;
        } catch (StoreException failed) {
            String id = claim.lease().workflow();
            if (one.isGivenUp()) {
                LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' was given up: " + DRAINED + ".");
            } else {
                LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' stopped: its store failed it.", failed);
            }
        } catch (HypergraphException recorded) {
            LOG.log(System.Logger.Level.DEBUG, "A workflow has failed; see its record.", recorded);
        } catch (RuntimeException unexpected) {
            String id = claim.lease().workflow();
            LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' stopped; see its record.", unexpected);
        } finally {
            one.ended();
        }
        return waits || claim.history().workflow().lineage().kind() == Lineage.Kind.CHILD;
    }

    /** Runs on this thread whatever there is, until it is interrupted or the worker shuts down, and gives how many workflows that were. */
    int runAll() {
        int count = 0;
        int before;
        WorkSearch.Look look;
        do {
            before = count;
            look = search.look(atOnce);
            for (String id : look.ids()) {
                if (Thread.currentThread().isInterrupted() || isDrained()) {
                    return count; // What it claimed would be stopped as soon as it begins, or is for other workers.
                }
                WorkSearch.Found found = search.claim(id);
                if (found != null) {
                    var unused =
                            run(found.graph(), found.claim(), new WorkerRun()); // There is another look in any case.
                    count++;
                }
            }
        } while (count > before || look.isFull());
        return count;
    }

    /** As {@link #runAll}, and again when leases of others have run out, their workflows have come to something else, or sleeping ones wake. */
    int runUntilIdle() throws InterruptedException {
        int count = runAll();
        OptionalLong wait = search.untilNextLook();
        while (wait.isPresent() && awaitNewsFor(Math.min(wait.getAsLong(), poll.toNanos()))) {
            count += runAll();
            wait = search.untilNextLook();
        }
        return count;
    }

    /** Waits for so long at most, and gives whether the work goes on then. */
    private boolean awaitNewsFor(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (!isWoken && !isDrained && left > 0) {
                left = news.awaitNanos(left);
            }
            isWoken = false;
            return !isDrained;
        } finally {
            lock.unlock();
        }
    }

    private WorkerRun begins() {
        WorkerRun one = new WorkerRun();
        boolean isLate;
        lock.lock();
        try {
            underWay.add(one);
            isLate = isDrained;
        } finally {
            lock.unlock();
        }
        if (isLate) {
            one.stop().stop(DRAINED);
        }
        return one;
    }

    private void ends(WorkerRun one, boolean othersMayGoOn) {
        lock.lock();
        try {
            underWay.remove(one);
            ended.signalAll();
            if (othersMayGoOn) {
                isWoken = true;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many more workflows may run, once there are any, for which a look begins; 0 when the work is over. */
    private int awaitPlaces() {
        lock.lock();
        try {
            while (underWay.size() >= atOnce && !isDrained) {
                ended.awaitUninterruptibly();
            }
            if (isDrained) {
                return 0;
            }
            looks++; // In one with the question whether it is too late: who drains waits for it from here on.
            return atOnce - underWay.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something calls for a look, or it is time for one. */
    private int awaitNews(OptionalLong nextWake) {
        long nanos = patience(nextWake);
        lock.lock();
        try {
            while (!isWoken && !isDrained && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            isWoken = false;
        } catch (InterruptedException notOurs) {
            isDrained = true; // Nobody has this thread but who wants it to end.
        } finally {
            lock.unlock();
        }
        return awaitPlaces();
    }

    /** After a while in any case; workers that started together shall not look together for ever. */
    private long patience(OptionalLong nextWake) {
        long atMost = (long) (poll.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.0));
        if (nextWake.isEmpty()) {
            return atMost;
        }
        long untilWake = TimeUnit.MILLISECONDS.toNanos(nextWake.getAsLong() - store.now());
        return Math.min(atMost, Math.max(SHORTEST_WAIT, untilWake));
    }

    /**
     * Has everything stop, waits so long for it, also for what is about to be claimed, and then gives up what runs yet; gives whether there was nothing of
     * that.
     */
    boolean drain(Duration atMost) {
        lock.lock();
        try {
            isDrained = true;
            news.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        underWay().forEach(one -> one.stop().stop(DRAINED));
        boolean allStopped = awaitEnds(atMost);
        if (!allStopped) {
            giveUp(underWay());
        }
        return allStopped;
    }

    private Set<WorkerRun> underWay() {
        lock.lock();
        try {
            return Set.copyOf(underWay);
        } finally {
            lock.unlock();
        }
    }

    /** First those whose work is under way in a transaction: an interrupt may end it, and the store may let nobody else commit meanwhile. */
    private static void giveUp(Set<WorkerRun> runs) {
        Map<Boolean, List<WorkerRun>> byWork = runs.stream().collect(Collectors.partitioningBy(WorkerRun::isAtWork));
        for (boolean isAtWork : List.of(true, false)) {
            List<WorkerRun> some = Objects.requireNonNull(byWork.get(isAtWork));
            some.forEach(Worker::giveUp);
            // Nodes are interrupted only when that can't be recorded any more as their failure.
            some.forEach(WorkerRun::interrupt);
        }
    }

    /** Whatever fails, the others are to be given up, too. */
    private static void giveUp(WorkerRun one) {
        try {
            if (!one.giveUp()) {
                LOG.log(System.Logger.Level.WARNING, "A lease has to run out: a transaction's work is under way.");
            }
        } catch (RuntimeException | Error unavailable) {
            LOG.log(System.Logger.Level.WARNING, "A lease can't be given up, and has to run out.", unavailable);
        }
    }

    private boolean awaitEnds(Duration atMost) {
        long nanos = TimeUnit.NANOSECONDS.convert(atMost);
        lock.lock();
        try {
            while (!isIdle() && nanos > 0) {
                nanos = ended.awaitNanos(nanos);
            }
            return isIdle();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing runs, and nothing is about to. Needs the lock. */
    private boolean isIdle() {
        return underWay.isEmpty() && looks == 0;
    }
}
