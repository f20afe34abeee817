package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, ServedGraph<?, ?>> served;
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

    /** What the last look has found and can't be run here, since its steps are of other code or the store failed. What others were faster to claim is gone. */
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

    Worker(Checkpointer store, Map<String, ServedGraph<?, ?>> served, Duration poll, int atOnce) {
        this.store = store;
        this.served = served;
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
                nextWake = lasting.once(this::nextWake, OptionalLong.empty());
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
        Look look = look(places);
        int claimed = 0;
        for (String id : look.ids()) {
            if (claimed == places || isDrained()) {
                return false;
            }
            ServedGraph<?, ?> graph = graphOf(id);
            Claim claim = graph == null ? null : claim(graph, id);
            if (graph != null && claim instanceof Claim.Claimed one) {
                runClaimed(graph, one);
                claimed++;
            } else if (claim == null) {
                passedOver.add(id);
            }
        }
        return claimed < places && !look.isFull();
    }

    /**
     * What is there to be claimed.
     *
     * @param isFull whether there may be more
     */
    private record Look(List<String> ids, boolean isFull) {}

    /** Those that were passed over before must not keep the others from being seen: of a full look, {@code most} are news. */
    private Look look(int most) {
        try {
            int width = most + passedOver.size();
            List<String> ids = store.claimable(served.keySet(), width);
            passedOver.retainAll(Set.copyOf(ids));
            return new Look(ids, ids.size() == width);
        } catch (StoreException unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The store can't be searched for workflows; the next look may.",
                    unavailable);
            return new Look(List.of(), false);
        }
    }

    private OptionalLong nextWake() {
        try {
            return store.nextWake(served.keySet());
        } catch (StoreException unavailable) {
            return OptionalLong.empty(); // The look that comes now tells of it.
        }
    }

    /** Claims a workflow as who runs it: its lease is renewed by what runs the graph. */
    private @Nullable Claim claim(ServedGraph<?, ?> graph, String id) {
        try {
            return store.claim(id, graph.claimant(), false);
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' could not be claimed.", unavailable);
            return null;
        }
    }

    /** The graph of a workflow that may be claimed; {@code null} where it is for other processes: its steps are of other code, or it crashed here. */
    private @Nullable ServedGraph<?, ?> graphOf(String id) {
        try {
            ServedGraph<?, ?> graph = store.find(id)
                    .map(workflow -> served.get(workflow.graph().graph()))
                    .orElse(null);
            return graph == null || graph.hasCrashedOn(id) || graph.isIncompatible(id, store) ? null : graph;
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' could not be read.", unavailable);
            return null;
        }
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
                try {
                    run(graph, claim, one);
                } finally {
                    ends(one);
                }
            });
        } catch (RuntimeException | Error refused) {
            ends(one);
            throw refused;
        }
    }

    /** What becomes of the run stands in the store, for all to see, unless it is the store that failed. */
    private void run(ServedGraph<?, ?> graph, Claim.Claimed claim, WorkerRun one) {
        one.began();
        try {
            graph.run(new WorkerClaim(claim, poll, one), one.stop());
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
    }

    /** Runs on this thread whatever there is, until it is interrupted, and gives how many workflows that were. */
    int runAll() {
        int count = 0;
        int before;
        Look look;
        do {
            before = count;
            look = look(atOnce);
            for (String id : look.ids()) {
                if (Thread.currentThread().isInterrupted()) {
                    return count; // What it claimed would be stopped as soon as it begins.
                }
                ServedGraph<?, ?> graph = graphOf(id);
                Claim claim = graph == null ? null : claim(graph, id);
                if (graph != null && claim instanceof Claim.Claimed claimed) {
                    run(graph, claimed, new WorkerRun());
                    count++;
                } else if (claim == null) {
                    passedOver.add(id);
                }
            }
        } while (count > before || look.isFull());
        return count;
    }

    /** As {@link #runAll}, and again when leases of others have run out, their workflows have come to something else, or sleeping ones wake. */
    int runUntilIdle() throws InterruptedException {
        int count = runAll();
        OptionalLong wait = untilNextLook();
        while (wait.isPresent() && awaitNewsFor(Math.min(wait.getAsLong(), poll.toNanos()))) {
            count += runAll();
            wait = untilNextLook();
        }
        return count;
    }

    /** In nanoseconds; empty where nobody has a workflow, and none sleeps. One that was passed over, and that nobody has, is for others to claim. */
    private OptionalLong untilNextLook() {
        long now = store.now();
        return served.keySet().stream()
                .map(graph -> WorkflowQuery.ALL.of(graph).at(WorkflowStatus.RUNNING, WorkflowStatus.SLEEPING))
                .flatMap(others -> store.workflows(others).stream())
                .filter(workflow -> claimableAt(workflow) > now || !passedOver.contains(workflow.id()))
                .mapToLong(workflow -> TimeUnit.MILLISECONDS.toNanos(Math.max(0, claimableAt(workflow) - now)))
                .min();
    }

    private static long claimableAt(Workflow workflow) {
        return workflow.status() == WorkflowStatus.SLEEPING ? workflow.wakeAt() : workflow.leaseUntil();
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

    private void ends(WorkerRun one) {
        lock.lock();
        try {
            underWay.remove(one);
            ended.signalAll();
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
        long nanos = TimeUnit.MILLISECONDS.toNanos(atMost.toMillis());
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
