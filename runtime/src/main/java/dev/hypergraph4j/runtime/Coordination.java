package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import dev.hypergraph4j.runtime.NestedWork.Underway;
import dev.hypergraph4j.runtime.RunNews.Untold;
import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What runs next in a run on many threads: threads tell what became of their nodes, and are given the ones that they go on with.
 *
 * <p>All bookkeeping is done under the one lock of this object, which the small classes around it name as theirs. Whatever else is not ours runs outside
 * of it, and so does what follows from a decision: nobody is called, told or woken who takes locks of his own before this lock is left.
 */
final class Coordination implements ConcurrencyLimit.Waiter, EarlyEnd.Stopping {

    /** What follows from a decision, outside of the lock. */
    interface Outside {
        /** Calls that many workers from the executor, each of which is to {@linkplain #workerCame come}. */
        void call(int workers);

        /** Ends paused nodes of a run that starts no more, each by {@link #cutOff(int, Throwable)}. */
        void cutOff(BitSet nodes);

        /** Leaves paused nodes to another run, each by {@link #fellAsleep}, since nothing else of this one can go on. */
        void fallAsleep(BitSet nodes);

        /** Nodes have ended, and none starts on this thread that would take the record of their ends along; it {@code isOurs} if it may wait. */
        void recordEnds(boolean isOurs);

        /** The run is over. Called once. */
        void runEnded();
    }

    private final boolean isNesting;
    private final @Nullable ConcurrencyLimit limit;
    private final Outside outside;

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock
    private final NodeQueue queue;
    private final RunNews news;
    private final RunEnd end;
    private final Settlement settlement;
    private final CallingThread caller;
    private final WorkUnderWay underWay = new WorkUnderWay(lock);

    Coordination(PreparedRun<?> run, Outset outset, Workforce workforce, @Nullable RunEvents events, Outside outside) {
        this.isNesting = run.plan().isNesting();
        this.limit = workforce.limit();
        this.outside = outside;
        Permits permits = limit == null ? null : new Permits(limit, this);
        this.queue = new NodeQueue(run, outset, workforce.maxConcurrency(), permits);
        this.news = new RunNews(events);
        this.end = new RunEnd(queue, outset.trace(), news);
        this.settlement = new Settlement(run, outset, queue, end);
        this.caller = new CallingThread(lock, queue, end, workforce, isNesting);
    }

    CallingThread caller() {
        return caller;
    }

    WorkUnderWay underWay() {
        return underWay;
    }

    RunEnd end() {
        return end;
    }

    // Nodes

    /**
     * The one step that all bookkeeping takes: notes that {@code node} ended (unless it is {@link NodeQueue#NONE}), with {@code error} if it
     * failed; takes the next node for this thread if it is to {@code goOn}; and calls workers for what else is ready.
     *
     * @return the node that this thread goes on with; {@link NodeQueue#NONE} if there is none for it
     */
    int advance(int node, @Nullable Throwable error, boolean goOn) {
        int next;
        int workersToCall;
        boolean isEnd;
        Untold untold;
        BitSet cut;
        BitSet asleep;
        lock.lock();
        try {
            if (node != NONE) {
                settlement.ended(node, error);
            }
            cut = queue.takePaused();
            asleep = queue.takeAsleep();
            untold = news.take(queue);
            next = goOn ? queue.take() : NONE;
            caller.callIfIdle();
            workersToCall = queue.callWorkers();
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        if (untold != null) {
            isEnd = tell(untold);
        }
        if (cut != null) {
            isEnd |= cutOff(cut);
        }
        if (asleep != null) {
            isEnd |= fallAsleep(asleep);
        }
        call(workersToCall);
        if (error != null) {
            stopNested("a node failed");
        }
        if (isEnd) {
            outside.runEnded();
        }
        if (next == NONE) {
            wakeOthers();
            if (!isEnd) {
                outside.recordEnds(goOn);
            }
        }
        return next;
    }

    /**
     * {@code node}, which is under way, has nothing to do until it {@linkplain #resume goes on}. What came before woke nobody.
     *
     * @param keepsPlace whether it keeps its place among the concurrent nodes
     * @param maySleep whether it may be left to another run
     */
    void pause(int node, boolean keepsPlace, boolean maySleep) {
        lock.lock();
        try {
            queue.pause(node, keepsPlace, maySleep);
        } finally {
            lock.unlock();
        }
    }

    /** What a paused node waits for is there: it goes on as soon as there is a thread, and a place where it gave its own back. */
    void resume(int node) {
        int workersToCall;
        lock.lock();
        try {
            queue.resume(node);
            caller.callIfIdle();
            workersToCall = queue.callWorkers();
        } finally {
            lock.unlock();
        }
        call(workersToCall);
    }

    private boolean cutOff(BitSet nodes) {
        outside.cutOff(nodes);
        return areTakenNote();
    }

    /** The paused {@code node} has ended: it has failed with {@code error}, or, where that is {@code null}, never ran. */
    void cutOff(int node, @Nullable Throwable error) {
        lock.lock();
        try {
            settlement.cutOff(node, error);
        } finally {
            lock.unlock();
        }
    }

    private boolean fallAsleep(BitSet nodes) {
        outside.fallAsleep(nodes);
        return areTakenNote();
    }

    /** The paused {@code node} was left to another run. */
    void fellAsleep(int node) {
        lock.lock();
        try {
            settlement.fellAsleep(node);
        } finally {
            lock.unlock();
        }
    }

    /** Paused nodes were ended; gives whether the run is over now and was not before. */
    private boolean areTakenNote() {
        wakeOthers();
        Untold untold;
        boolean isEnd;
        lock.lock();
        try {
            untold = news.take(queue);
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        return untold == null ? isEnd : tell(untold);
    }

    /**
     * The nested graph {@code node} is under way as {@code inner}. If it has nodes of its own to run, its place may go to another node.
     *
     * @return whether it is late, since the run starts nothing any more
     */
    boolean nestedBegan(int node, Underway inner) {
        lock.lock();
        try {
            underWay.add(inner);
            if (!inner.isOneThread()) {
                queue.nested(node);
            }
            return queue.isClosed();
        } finally {
            lock.unlock();
        }
    }

    /** {@code inner} is no longer under way; if it was {@code stopped} by itself, so is the run, and {@code node} has ended with that. */
    void nestedEnded(int node, Underway inner, @Nullable String stopped) {
        lock.lock();
        try {
            underWay.remove(inner);
            if (stopped != null) {
                end.stop(stopped);
                queue.failed(node);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing of this run starts any more: nor does anything that is nested in it. */
    private void stopNested(String reason) {
        if (isNesting && isStopping()) {
            underWay.stopNested(reason);
        }
    }

    // Threads

    /** This thread is about to come as a worker, without having been called. */
    void workerCalled() {
        lock.lock();
        try {
            queue.workerCalled();
        } finally {
            lock.unlock();
        }
    }

    /** This thread has come as a worker. */
    void workerCame() {
        lock.lock();
        try {
            queue.workerCame();
            underWay.threadCame();
        } finally {
            lock.unlock();
        }
    }

    private void call(int workers) {
        if (workers != 0) {
            outside.call(workers);
        }
    }

    /** This thread takes no permit now. Needs no lock to be held. */
    private void wakeOthers() {
        if (limit != null) {
            limit.wake();
        }
    }

    @Override
    public boolean permitMayBeFree() {
        int workersToCall;
        lock.lock();
        try {
            if (!queue.hasWork()) {
                return false;
            }
            caller.callIfIdle();
            workersToCall = queue.callWorkers();
        } finally {
            lock.unlock();
        }
        call(workersToCall);
        return true;
    }

    // The end

    /** Starts no further node. */
    void stop(String reason) {
        boolean isEnd;
        Untold untold;
        BitSet cut;
        lock.lock();
        try {
            end.stop(reason);
            cut = queue.takePaused();
            untold = news.take(queue);
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        if (untold != null) {
            isEnd = tell(untold);
        }
        stopNested(reason);
        endIfOver(isEnd, cut);
    }

    /** Without threads a run can't go on: it ends with what its executor said. */
    void giveUp(Throwable refused, int workersThatWillNotCome) {
        boolean isEnd;
        BitSet cut;
        lock.lock();
        try {
            for (int i = 0; i < workersThatWillNotCome; i++) {
                queue.workerCame();
            }
            end.refuse(refused);
            cut = queue.takePaused();
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        stopNested("the executor refused a task");
        endIfOver(isEnd, cut);
        wakeOthers();
    }

    private void endIfOver(boolean isEnd, @Nullable BitSet cut) {
        boolean isOver = isEnd;
        if (cut != null) {
            isOver |= cutOff(cut);
        }
        if (isOver) {
            outside.runEnded();
        }
    }

    /** Gives whether the run is over now and was not before. */
    private boolean tell(Untold untold) {
        untold.tell();
        lock.lock();
        try {
            news.told();
            return becomesOver();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the run is over now and was not before. Needs the lock. */
    private boolean becomesOver() {
        boolean isEnd = end.comes();
        if (isEnd) {
            caller.wake();
        }
        return isEnd;
    }

    @Override
    public boolean isStopping() {
        lock.lock();
        try {
            return queue.isClosed();
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return end.isOver();
        } finally {
            lock.unlock();
        }
    }
}
