package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.NestedWork.Around;
import dev.hypergraph4j.runtime.NestedWork.Threading;
import dev.hypergraph4j.runtime.NestedWork.Underway;
import dev.hypergraph4j.runtime.plan.Choices;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import dev.hypergraph4j.runtime.plan.RetryDecision;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run on many threads. Workers take ready nodes from a queue: tasks of the executor, and the thread that called {@link #runHere()}. Who ends
 * a node notes which ones are ready now, goes on with one of them, and calls workers for the others.
 *
 * <p>All bookkeeping is done under one lock; nodes, and whatever else is not ours, run outside of it. That a worker leaves the lock after a node
 * and another takes it before the next one is also what makes a value visible to the thread that takes it.
 *
 * <p>Since the calling thread works too, runs that are called by nodes of other runs can't starve each other of the threads of a bounded executor.
 */
final class DataflowRun<O> implements ConcurrencyLimit.Waiter {
    private final PreparedRun<O> run;
    private final Plan plan;
    private final GraphState state;
    private final Trace trace;
    private final @Nullable Choices choices;
    private final @Nullable RunEvents events;
    private final @Nullable RunQuestions questions;
    private final Executor executor;
    private final ExecutionSettings settings;
    private final boolean hasCaller;

    /** For nested graphs, where the caller works too. */
    private final @Nullable CallerHelps helped;

    private final @Nullable ConcurrencyLimit limit;
    private final StartedRun<O> handle = new StartedRun<>(this::stop);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition callerNeeded = lock.newCondition();

    // Guarded by the lock
    private final Course course;
    private final NodeQueue queue;
    private final Set<Thread> workers = new HashSet<>();
    private boolean callerIdle;
    private boolean callerCalled;
    private @Nullable String untoldStop;
    private int telling;
    private boolean over;
    private @Nullable String stopReason;
    private @Nullable Throwable rejection;

    /** By node: its execution that is under way, if it takes more than a call of its method. A thread that has the node has its execution. */
    private final @Nullable Execution[] executions;

    // Guarded by the lock; for whoever waits for the run and may be interrupted
    private final Map<Arrival, CompletionStage<?>> stages = new HashMap<>();
    private final Set<Underway> nested = new HashSet<>();
    private boolean interrupted;

    /** What was noted under the lock and is told outside of it. */
    private record Untold(
            RunEvents events,
            @Nullable BitSet skipped,
            @Nullable String stop) {
        void tell() {
            if (skipped != null) {
                long now = System.nanoTime();
                skipped.stream().forEach(node -> events.skipped(node, now));
            }
            if (stop != null) {
                events.stopRequested(stop);
            }
        }
    }

    private DataflowRun(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable ConcurrencyLimit limit,
            @Nullable RunEvents events,
            boolean hasCaller) {
        this.run = run;
        this.plan = run.plan();
        this.state = run.state();
        this.executor = executor;
        this.settings = settings.of(run.options());
        this.executions = new Execution[isPlain(plan, settings) ? 0 : plan.size()];
        this.hasCaller = hasCaller;
        this.helped = hasCaller && plan.isNesting() ? new CallerHelps(executor, this::wakeForTask) : null;
        this.limit = limit == null ? limitForNested(maxConcurrency) : limit;
        boolean isJournaled = settings.journal() != null;
        Outset outset = Outset.of(
                run, known -> isJournaled ? Trace.journaled(known, true) : Trace.concurrent(known), isJournaled);
        this.trace = outset.trace();
        this.choices = outset.choices();
        this.questions = outset.questions();
        this.events = events;
        this.course = outset.course();
        state.link(new LiveRun(plan, settings.pathAround(), course, trace, events, this::isClosed, settings.journal()));
        this.queue = new NodeQueue(
                plan,
                run.slice(),
                course,
                trace,
                this.limit == null ? maxConcurrency : Integer.MAX_VALUE,
                this.limit == null ? null : new Permits(this.limit, this),
                this::exhausted,
                outset.goesOn());
    }

    /** Whether every node takes but one call of its method. */
    private static boolean isPlain(Plan plan, ExecutionSettings settings) {
        return plan.isStraight() && settings.limits().isEmpty() && settings.journal() == null;
    }

    /** Nested graphs share the limit of the run. */
    private @Nullable ConcurrencyLimit limitForNested(int maxConcurrency) {
        return plan.isNesting() && maxConcurrency != Integer.MAX_VALUE ? new ConcurrencyLimit(maxConcurrency) : null;
    }

    /** Runs with the help of this thread, until the run is over. */
    static <O> RunResult<O> run(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable RunEvents events) {
        return new DataflowRun<>(run, settings, executor, maxConcurrency, null, events, true).runHere();
    }

    /** Runs on the threads of {@code executor} alone. */
    static <O> RunHandle<O> start(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable RunEvents events) {
        DataflowRun<O> started = new DataflowRun<>(run, settings, executor, maxConcurrency, null, events, false);
        started.begin();
        return started.handle;
    }

    /** Runs with the help of this thread, as part of a run on this thread, until it is over or told to stop by {@code stop}. */
    static <O> RunResult<O> runNested(
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            int maxConcurrency,
            @Nullable RunEvents events,
            StopSignal stop) {
        DataflowRun<O> called = new DataflowRun<>(run, settings, executor, maxConcurrency, null, events, true);
        Consumer<String> listener = called::stop;
        stop.tell(listener);
        try {
            return called.runHere();
        } finally {
            stop.forget(listener);
        }
    }

    /** Lets others run it. */
    void begin() {
        tellStart();
        advance(NONE, null, false);
    }

    /** One of several runs that share {@code limit}, {@code null} where there is none. It has not begun. */
    static <O> DataflowRun<O> sharing(
            @Nullable ConcurrencyLimit limit,
            PreparedRun<O> run,
            ExecutionSettings settings,
            Executor executor,
            @Nullable RunEvents events) {
        return new DataflowRun<>(run, settings, executor, Integer.MAX_VALUE, limit, events, false);
    }

    /** Runs until there is nothing left for this thread to do, which may be before the run is over. */
    void workHere() {
        tellStart();
        lock.lock();
        try {
            queue.workerCalled();
        } finally {
            lock.unlock();
        }
        work();
    }

    RunHandle<O> handle() {
        return handle;
    }

    private RunResult<O> runHere() {
        boolean wasInterrupted = false;
        tellStart();
        int node = advance(NONE, null, true);
        while (node != NONE || !isOver()) {
            try {
                if (helped != null) {
                    helped.runOne();
                }
                node = node == NONE ? awaitNode() : perform(node);
            } catch (InterruptedException stop) {
                wasInterrupted = true;
                interruptRun();
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        return events == null ? result() : events.endHere(trace, this::result);
    }

    private void tellStart() {
        if (events != null) {
            events.runStarted(trace);
        }
    }

    private void work() {
        lock.lock();
        try {
            queue.workerCame();
            workers.add(Thread.currentThread());
        } finally {
            lock.unlock();
        }
        int node = advance(NONE, null, true);
        while (node != NONE) {
            node = perform(node);
        }
        lock.lock();
        try {
            workers.remove(Thread.currentThread());
            if (interrupted) {
                // It was meant for this run. The executor's next task must not see it.
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(int node) {
        long now = System.nanoTime();
        trace.start(node, now);
        if (events != null) {
            // The turn of a node's cycle does not change while the node is under way.
            events.nodeStarted(node, course.iteration(node), now);
        }
    }

    /** Runs {@code node} and gives the one that this thread goes on with. */
    private int perform(int node) {
        boolean isAnswered = questions != null && questions.isOpen(node);
        if (executions.length != 0 && settings.concern(plan, node) && !isAnswered) {
            return proceed(node, execution(node));
        }
        begin(node);
        Throwable error = null;
        try {
            if (questions == null) {
                state.run(node, node + 1);
            } else {
                questions.run(node, state, trace);
            }
        } catch (Throwable thrown) {
            error = thrown;
        }
        if (error == null && plan.isNested(node)) {
            return nest(node);
        }
        return error == null && !isAnswered && plan.isAwaited(node)
                ? await(node, state.stage(node))
                : endedHere(node, error);
    }

    private Execution execution(int node) {
        Execution execution = executions[node];
        if (execution == null) {
            execution = new Execution(settings, run, trace, node, course.iteration(node), () -> resume(node));
            executions[node] = execution;
        }
        return execution;
    }

    /** Goes on with an execution that takes more than a call of the node's method. */
    private int proceed(int node, Execution execution) {
        return switch (execution.next()) {
            case WAIT -> pause(node, execution, true);
            case FOUND -> {
                begin(node);
                if (events != null && !execution.isReplayed()) {
                    events.cacheHit(node, trace.start(node));
                }
                yield over(node, execution.takeFound(), true);
            }
            case ATTEMPT -> attempt(node, execution);
        };
    }

    private int attempt(int node, Execution execution) {
        if (execution.isToBegin()) {
            begin(node);
        }
        boolean isAwaited = plan.isAwaited(node);
        Throwable error = execution.attempt(isAwaited);
        if (error instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return error == null && isAwaited ? await(node, execution.stage()) : attemptEnded(node, execution, error, true);
    }

    private int attemptEnded(int node, Execution execution, @Nullable Throwable error, boolean goOn) {
        RetryDecision again = execution.ended(error);
        Throwable failure = execution.error();
        if (failure == null || again == null) {
            return over(node, failure, goOn);
        }
        if (events != null) {
            events.retried(node, execution.attempt(), again.delayNanos(), failure);
        }
        execution.backOff(again);
        return pause(node, execution, goOn);
    }

    private int over(int node, @Nullable Throwable error, boolean goOn) {
        if (executions.length != 0) {
            executions[node] = null;
        }
        noteEnd(node, error);
        return advance(node, error, goOn);
    }

    /** Leaves {@code node} without a thread until what it waits for is there. */
    private int pause(int node, Execution execution, boolean goOn) {
        Awaited<?> awaited = execution.awaited();
        lock.lock();
        try {
            queue.pause(node, execution.keepsPlace(), execution.maySleep());
        } finally {
            lock.unlock();
        }
        // From here on other threads may have the execution. What came before the node was paused woke nobody.
        if (awaited.isHere()) {
            resume(node);
        }
        return advance(NONE, null, goOn);
    }

    /** What a paused node waits for is there: it goes on as soon as there is a thread, and a place where it gave its own back. */
    private void resume(int node) {
        int workersToCall;
        lock.lock();
        try {
            queue.resume(node);
            callCaller();
            workersToCall = queue.callWorkers();
        } finally {
            lock.unlock();
        }
        call(workersToCall);
    }

    /** Ends paused nodes of a run that starts no more: they have failed with what their latest attempt threw, or have never begun. */
    private boolean cutOff(BitSet nodes) {
        nodes.stream().forEach(node -> {
            Execution execution = Objects.requireNonNull(executions[node]);
            execution.leave();
            Throwable error = execution.error();
            if (error != null) {
                trace.end(node, System.nanoTime());
                tellEnd(node, error);
            }
            cutOff(node, error);
        });
        return areTakenNote();
    }

    /** Leaves the next attempts at nodes to another run, since nothing else of this one can go on. */
    private boolean fallAsleep(BitSet nodes) {
        nodes.stream().forEach(node -> {
            Execution execution = Objects.requireNonNull(executions[node]);
            if (execution.isToBegin()) {
                begin(node);
            }
            execution.sleep();
            tellEnd(node, new PauseSignal());
            lock.lock();
            try {
                long now = System.nanoTime();
                trace.pause(node, course.iteration(node), now);
                queue.fellAsleep(node, now);
            } finally {
                lock.unlock();
            }
        });
        return areTakenNote();
    }

    /** Paused nodes were ended; gives whether the run is over now and was not before. */
    private boolean areTakenNote() {
        wakeOthers();
        Untold untold;
        boolean isEnd;
        lock.lock();
        try {
            untold = takeUntold();
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        return untold == null ? isEnd : tell(untold);
    }

    private void cutOff(int node, @Nullable Throwable error) {
        lock.lock();
        try {
            if (error != null) {
                int iteration = course.iteration(node);
                trace.executed(node, iteration);
                trace.fail(node, iteration, error);
            }
            queue.cutOff(node, error != null);
            queue.callWorkers(); // There are none to call, but places to give back.
        } finally {
            lock.unlock();
        }
    }

    /** Begins to run the nested graph that {@code node} is, and works on it as far as this thread can. */
    private int nest(int node) {
        NestedWork work = NestedQuestions.work(run, node);
        Underway inner;
        try {
            Executor threads = helped == null ? executor : helped;
            inner = work.prepare(
                    new Around(
                            node,
                            NestedQuestions.options(run, node),
                            settings.in(plan.node(node), course.iteration(node)),
                            events),
                    new Threading(threads, limit));
        } catch (Throwable refused) {
            return endedHere(node, refused);
        }
        nestedUnderWay(node, inner);
        inner.workHere();
        Arrival arrival = new Arrival();
        boolean isHere = arrival.watch(inner.end(), () -> nestedEnded(node, inner, arrival, false));
        return isHere ? nestedEnded(node, inner, arrival, true) : advance(NONE, null, true);
    }

    /** Its nodes need permits and threads of their own, and others may have what this node had. */
    private void nestedUnderWay(int node, Underway inner) {
        boolean isLate;
        lock.lock();
        try {
            nested.add(inner);
            isLate = queue.isClosed();
            if (!inner.isOneThread()) {
                queue.nested(node);
            }
        } finally {
            lock.unlock();
        }
        if (isLate) {
            inner.stop("the run around it has ended");
        }
        if (!inner.isOneThread()) {
            advance(NONE, null, false);
        }
    }

    private int nestedEnded(int node, Underway inner, Arrival arrival, boolean goOn) {
        NestedEnd end = (NestedEnd) arrival.value();
        Throwable error = arrival.error();
        if (end != null) {
            trace.child(node, end.child());
        } else if (error != null) {
            trace.child(node, error);
        }
        String stopped = end == null ? null : end.stopReason();
        if (end != null && stopped == null) {
            error = completeNested(node, end);
        }
        if (stopped == null) {
            noteEnd(node, error);
        } else if (events != null) {
            events.nodeStopped(node);
        }
        lock.lock();
        try {
            nested.remove(inner);
            if (stopped != null) {
                halt(stopped);
                queue.failed(node);
            }
        } finally {
            lock.unlock();
        }
        return advance(stopped == null ? node : NONE, error, goOn);
    }

    private @Nullable Throwable completeNested(int node, NestedEnd end) {
        if (NestedQuestions.ended(run, node, end)) {
            return new PauseSignal();
        }
        if (end.error() != null) {
            return end.error();
        }
        try {
            state.complete(node, end.outputs());
            return null;
        } catch (Throwable unfit) {
            return unfit;
        }
    }

    /** Nothing of this run starts any more: nor does anything that is nested in it. Needs no lock to be held. */
    private void stopNested(String reason) {
        if (plan.isNesting()) {
            List<Underway> running;
            lock.lock();
            try {
                running = queue.isClosed() ? List.copyOf(nested) : List.of();
            } finally {
                lock.unlock();
            }
            running.forEach(inner -> inner.stop(reason));
        }
    }

    private void wakeForTask() {
        lock.lock();
        try {
            if (callerIdle) {
                wakeCaller();
            }
        } finally {
            lock.unlock();
        }
    }

    private int endedHere(int node, @Nullable Throwable error) {
        if (error != null && !(error instanceof PauseSignal)) {
            trace.end(node, System.nanoTime());
        }
        tellEnd(node, error);
        if (error instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return advance(node, error, true);
    }

    private int await(int node, CompletionStage<?> stage) {
        Arrival arrival = new Arrival();
        boolean isHere;
        try {
            // A thread of somebody else's only notes what came, and calls workers for the nodes that wait for it.
            isHere = arrival.watch(stage, () -> {
                noLongerUnderWay(arrival);
                arrived(node, arrival, false);
            });
        } catch (Throwable unwatchable) {
            return stageEnded(node, unwatchable, true);
        }
        if (isHere) {
            return arrived(node, arrival, true);
        }
        underWay(arrival, stage);
        return advance(NONE, null, true);
    }

    /** Remembers a stage for an interrupt, unless it has arrived; one that is returned after the interrupt is cancelled at once. */
    private void underWay(Arrival arrival, CompletionStage<?> stage) {
        boolean isLate;
        lock.lock();
        try {
            if (arrival.isOver()) {
                return;
            }
            stages.put(arrival, stage);
            isLate = interrupted;
        } finally {
            lock.unlock();
        }
        if (isLate) {
            cancel(stage);
        }
    }

    /** Forgets a stage: in a cycle there is no end to them. It may not even be noted yet, if it completes on another thread. */
    private void noLongerUnderWay(Arrival arrival) {
        lock.lock();
        try {
            arrival.setOver();
            stages.remove(arrival);
        } finally {
            lock.unlock();
        }
    }

    private int arrived(int node, Arrival arrival, boolean goOn) {
        Throwable error = arrival.error();
        if (error == null) {
            try {
                state.complete(node, arrival.value());
            } catch (Throwable unfit) {
                // Not caught, an error would end in the stage, and the run would wait for ever.
                error = unfit;
            }
        }
        return stageEnded(node, error, goOn);
    }

    private int stageEnded(int node, @Nullable Throwable error, boolean goOn) {
        Execution execution = executions.length == 0 ? null : executions[node];
        return execution == null ? over(node, error, goOn) : attemptEnded(node, execution, error, goOn);
    }

    private void noteEnd(int node, @Nullable Throwable error) {
        if (!(error instanceof PauseSignal) && trace.attempts(node) != Trace.REPLAYED) {
            trace.end(node, System.nanoTime());
        }
        tellEnd(node, error);
    }

    /** Before the end is noted, so that what waits for it is told later. */
    private void tellEnd(int node, @Nullable Throwable error) {
        if (events != null && questions != null && error instanceof PauseSignal) {
            events.paused(questions.asked(node), node, System.nanoTime());
        } else if (events != null) {
            if (error == null) {
                events.decided(node, trace.end(node), choices);
            }
            events.nodeEnded(node, trace.end(node), trace.attempts(node), error);
        }
    }

    /**
     * The one step that all bookkeeping takes: notes that {@code node} ended (unless it is {@link NodeQueue#NONE}), with {@code error} if it
     * failed; takes the next node for this thread if it is to {@code goOn}; and calls workers for what else is ready.
     *
     * @return the node that this thread goes on with; {@link NodeQueue#NONE} if there is none for it
     */
    private int advance(int node, @Nullable Throwable error, boolean goOn) {
        int next;
        int workersToCall;
        boolean isEnd;
        Untold untold;
        BitSet cut;
        BitSet asleep;
        lock.lock();
        try {
            if (node != NONE) {
                settle(node, error);
            }
            cut = queue.takePaused();
            asleep = queue.takeAsleep();
            untold = takeUntold();
            next = goOn ? queue.take() : NONE;
            callCaller();
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
            completeHandle();
        }
        if (next == NONE) {
            wakeOthers();
            if (!isEnd) {
                recordEnds(goOn);
            }
        }
        return next;
    }

    /** Where no node is about to start whose start would take them along, ends are recorded by themselves: on a thread of ours. */
    private void recordEnds(boolean isOurs) {
        JournalScope scope = settings.journal();
        if (scope == null) {
            return;
        }
        Runnable flush = () -> {
            try {
                scope.journal().flush();
            } catch (RuntimeException | Error broken) {
                stop("the journal can't be written"); // Whoever waits for the workflow is told why.
            }
        };
        if (isOurs) {
            flush.run();
        } else {
            hand(flush);
        }
    }

    private void hand(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException refused) {
            task.run();
        }
    }

    /** What this thread is to {@link #tell} when it has left the lock; until it has, the run is not over. Needs the lock. */
    private @Nullable Untold takeUntold() {
        BitSet skipped = events == null ? null : queue.takeSkipped();
        String stop = untoldStop;
        if (events == null || (skipped == null && stop == null)) {
            return null;
        }
        untoldStop = null;
        telling++;
        return new Untold(events, skipped, stop);
    }

    /** Gives whether the run is over now and was not before. */
    private boolean tell(Untold untold) {
        untold.tell();
        lock.lock();
        try {
            telling--;
            return becomesOver();
        } finally {
            lock.unlock();
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
            callCaller();
            workersToCall = queue.callWorkers();
        } finally {
            lock.unlock();
        }
        call(workersToCall);
        return true;
    }

    /** Wakes the caller for a node, even if enough workers were called: a busy executor may let none of them come. Needs the lock. */
    private void callCaller() {
        if (callerIdle && queue.hasWork()) {
            queue.workerCalled();
            callerCalled = true;
            wakeCaller();
        }
    }

    private void settle(int node, @Nullable Throwable error) {
        int iteration = course.iteration(node);
        if (error instanceof PauseSignal) {
            long now = System.nanoTime();
            trace.pause(node, iteration, now);
            queue.asked(node, now);
            return;
        }
        trace.executed(node, iteration);
        if (error == null) {
            queue.completed(node);
            return;
        }
        trace.fail(node, iteration, error);
        if (run.options().errorHandling() == ErrorHandling.RAISE) {
            queue.close();
        }
        queue.failed(node);
        if (run.options().errorHandling() == ErrorHandling.RAISE) {
            return;
        }
        if (error instanceof InterruptedException) {
            halt("interrupted");
        }
    }

    /** A cycle would not end. Comes from the queue, under the lock. */
    private void exhausted(Region region) {
        trace.failRun(region, InfiniteLoopException.of(plan, region, course));
        course.exhaust(region);
        if (run.options().errorHandling() == ErrorHandling.RAISE) {
            queue.close();
        }
    }

    /** Starts no further node. What closes the run first decides how it ends. Needs the lock. */
    private void halt(String reason) {
        if (!over && !queue.isClosed()) {
            stopReason = reason;
            untoldStop = reason;
            queue.close();
        }
    }

    private void call(int count) {
        for (int i = 0; i < count; i++) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | Error refused) {
                // RejectedExecutionException, or OutOfMemoryError where the system has no more threads.
                giveUp(refused, count - i);
                return;
            }
        }
    }

    /** Without threads a run can't go on: it ends with what its executor said. */
    private void giveUp(Throwable refused, int workersThatWillNotCome) {
        boolean isEnd;
        BitSet cut;
        lock.lock();
        try {
            for (int i = 0; i < workersThatWillNotCome; i++) {
                queue.workerCame();
            }
            if (!over && !queue.isClosed()) {
                rejection = refused;
                queue.close();
            }
            cut = queue.takePaused();
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        stopNested("the executor refused a task");
        if (cut != null) {
            isEnd |= cutOff(cut);
        }
        if (isEnd) {
            completeHandle();
        }
        wakeOthers();
    }

    private void stop(String reason) {
        boolean isEnd;
        Untold untold;
        BitSet cut;
        lock.lock();
        try {
            halt(reason);
            cut = queue.takePaused();
            untold = takeUntold();
            isEnd = becomesOver();
        } finally {
            lock.unlock();
        }
        if (untold != null) {
            isEnd = tell(untold);
        }
        stopNested(reason);
        if (cut != null) {
            isEnd |= cutOff(cut);
        }
        if (isEnd) {
            completeHandle();
        }
    }

    /** Whether the run is over now and was not before. Needs the lock. */
    private boolean becomesOver() {
        if (over || telling != 0 || !queue.isOver()) {
            return false;
        }
        over = true;
        trace.finish(System.nanoTime());
        wakeCaller();
        return true;
    }

    private void wakeCaller() {
        callerIdle = false;
        callerNeeded.signal();
    }

    /** Waits for a node to run on the calling thread; {@link NodeQueue#NONE} when the run is over, or somebody else was faster. */
    private int awaitNode() throws InterruptedException {
        int node;
        lock.lock();
        try {
            node = queue.take();
            boolean passesOn = false;
            while (node == NONE && !over && !passesOn && !(helped != null && helped.hasTask())) {
                callerIdle = true;
                try {
                    callerNeeded.await();
                } finally {
                    callerIdle = false;
                    if (callerCalled) {
                        callerCalled = false;
                        queue.workerCame();
                    }
                }
                node = queue.take();
                passesOn = limit != null
                        || (helped != null
                                && helped.hasTask()); // If it was woken for a permit and takes none, others are to be
                // woken.
            }
        } finally {
            lock.unlock();
        }
        if (node == NONE) {
            wakeOthers();
        }
        return node;
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return queue.isClosed();
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Stops the run, and asks what is under way to end early. */
    void interruptRun() {
        stop("interrupted");
        List<CompletionStage<?>> underWay;
        List<Underway> inner;
        lock.lock();
        try {
            interrupted = true;
            workers.forEach(Thread::interrupt);
            underWay = List.copyOf(stages.values());
            inner = List.copyOf(nested);
        } finally {
            lock.unlock();
        }
        underWay.forEach(DataflowRun::cancel);
        inner.forEach(Underway::interrupt);
    }

    private static void cancel(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (RuntimeException uncancellable) {
            // Not every stage is a future. The run waits for this one, as it does for a node that ignores interrupts.
        }
    }

    private void completeHandle() {
        if (hasCaller) {
            return; // The caller was woken and takes the result itself.
        }
        if (events == null) {
            handle.endWith(this::result);
        } else {
            events.endLater(trace, this::result, handle);
        }
    }

    private RunResult<O> result() {
        if (queue.isComplete()) {
            return RunResult.completed(run, trace, events);
        }
        if (rejection != null) {
            RunResult.failed(run, trace, events).error().ifPresent(rejection::addSuppressed);
            throw Started.unchecked(rejection);
        }
        if (stopReason != null) {
            return RunResult.stopped(run, trace, events, stopReason);
        }
        boolean raises = run.options().errorHandling() == ErrorHandling.RAISE
                && !trace.failures().isEmpty();
        if (queue.isPaused() && !raises) {
            return RunResult.paused(run, new Outset(trace, choices, course, questions, true), events);
        }
        RunResult<O> failed = RunResult.failed(run, trace, events);
        if (raises) {
            throw failed.error().orElseThrow();
        }
        return failed;
    }
}
