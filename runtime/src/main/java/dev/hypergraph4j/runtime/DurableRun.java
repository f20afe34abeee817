package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of a workflow by this worker: keeps its lease while it lasts, and records how it ended. */
final class DurableRun {
    private final LeaseKeeper leases;
    private final Crashes crashes;
    private final Journal journal;

    private final Plan plan;

    /** Whether the workflow has come to its end before, and only its result is made once more. */
    private final boolean isOver;

    DurableRun(LeaseKeeper leases, Crashes crashes, Journal journal, Plan plan, boolean isOver) {
        this.leases = leases;
        this.crashes = crashes;
        this.journal = journal;
        this.plan = plan;
        this.isOver = isOver;
    }

    <O> RunResult<O> run(Supplier<RunResult<O>> body, ErrorHandling errors) {
        return kept(() -> {
            RunResult<O> result = body.get();
            refuseBroken();
            raise(result.error(), errors);
            if (!isOver) {
                end(
                        result.isCompleted()
                                ? Ending.completed(RecordedValues.outputs(result, plan, journal))
                                : ending(result));
            }
            return result;
        });
    }

    <O> MapResult<O> map(Supplier<MapResult<O>> body, ErrorHandling errors) {
        return kept(() -> {
            MapResult<O> result = body.get();
            refuseBroken();
            raise(result.errors().values().stream().findFirst(), errors);
            if (!isOver) {
                end(ending(result));
            }
            return result;
        });
    }

    /** What had the run stop before its time is told as if it had failed with that. */
    private void raise(Optional<HypergraphException> met, ErrorHandling errors) {
        if (errors == ErrorHandling.RAISE && journal.outlook().isCutShort() && met.isPresent()) {
            throw met.get();
        }
    }

    /** Under PARTIAL, failed items have failed for good, as their steps have: so the map is over. */
    private Ending ending(MapResult<?> result) {
        return switch (result.status()) {
            case PAUSED -> Ending.of(WorkflowStatus.PAUSED, "");
            case STOPPED -> stopped(result.stopReason().orElse(""));
            default -> Ending.completed(Map.of());
        };
    }

    private Ending ending(RunResult<?> result) {
        return switch (result.status()) {
            case PAUSED -> waiting();
            case STOPPED -> stopped(result.stopReason().orElse(""));
            default -> failed(result.error().orElseThrow());
        };
    }

    /** News wake it in any case; a time, only where it sleeps. */
    private Ending waiting() {
        return journal.outlook().wakeAt() == 0
                ? Ending.of(journal.outlook().waits() ? WorkflowStatus.WAITING_CHILD : WorkflowStatus.PAUSED, "")
                : Ending.sleeping(journal.outlook().wakeAt());
    }

    private Ending stopped(String reason) {
        if (journal.outlook().isCancelled()) {
            return Ending.of(WorkflowStatus.CANCELLED, reason);
        }
        if (reason.equals(Worker.DRAINED)) {
            return Ending.of(WorkflowStatus.QUEUED, reason);
        }
        long nextTry = journal.outlook().isRefused() ? journal.nextTry() : 0;
        return nextTry == 0
                ? Ending.parked(ParkReason.STOPPED, reason)
                : new Ending(WorkflowStatus.SLEEPING, null, reason, null, Map.of(), nextTry);
    }

    private static Ending failed(Throwable error) {
        Throwable cause =
                error instanceof NodeExecutionException && error.getCause() != null ? error.getCause() : error;
        String where = error instanceof NodeExecutionException node ? "node '" + node.nodePath() + "' failed" : "";
        return new Ending(WorkflowStatus.FAILED, null, where, recorded(cause), Map.of(), 0);
    }

    /** What a step failed with before a crash is what the workflow fails with, as it would have without one. */
    private static StepError recorded(Throwable cause) {
        return cause instanceof RecordedFailureException before ? before.error() : StepError.of(cause);
    }

    private <R> R kept(Supplier<R> run) {
        if (!isOver) {
            leases.keep(journal);
        }
        try {
            return run.get();
        } catch (RuntimeException | Error failure) {
            throw ended(failure);
        } finally {
            leases.forget(journal);
        }
    }

    /** What the caller gets who waits for a run that threw {@code failure}. */
    private RuntimeException ended(Throwable failure) {
        Throwable broken = journal.broken();
        if (broken != null) {
            if (isOfJvm(broken) || isOfJvm(failure)) {
                crashes.metIn(journal.lease().workflow());
            }
            if (broken != failure) {
                broken.addSuppressed(failure);
            }
            return Started.unchecked(broken);
        }
        if (!isOver) {
            end(failure);
        }
        Throwable cause = failure.getCause();
        return Started.unchecked(cause instanceof UnknownEffectException ? cause : failure);
    }

    private void end(Throwable failure) {
        try {
            if (isOfJvm(failure)) {
                journal.outlook().crash();
            }
            end(failed(failure));
        } catch (RuntimeException | Error unrecorded) {
            unrecorded.addSuppressed(failure);
            throw unrecorded;
        }
    }

    /** A broken JVM ends nothing: the lease runs out, and another process recovers the workflow, as after a crash. What is to be parked is in any case. */
    private void end(Ending ending) {
        if (ending.status() == WorkflowStatus.FAILED) {
            // A retry takes over only what completed: it would run again what may have had its effect.
            UnknownEffects.leftIn(journal, plan)
                    .ifPresent(step -> journal.outlook().park(ParkReason.UNKNOWN_EFFECT, UnknownEffects.reason(step)));
        }
        Ending parked = journal.outlook().parked();
        if (parked == null && journal.outlook().hasCrashed()) {
            crashes.metIn(journal.lease().workflow());
            journal.flush();
        } else {
            journal.end(parked == null ? ending : parked);
        }
    }

    private static boolean isOfJvm(Throwable failure) {
        return failure instanceof VirtualMachineError || failure.getCause() instanceof VirtualMachineError;
    }

    private void refuseBroken() {
        Throwable broken = journal.broken();
        if (broken != null) {
            throw Started.unchecked(broken);
        }
    }
}
