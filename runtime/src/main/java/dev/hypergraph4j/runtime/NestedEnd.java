package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.log.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a nested graph ended.
 *
 * @param child its result, for whoever asks the result of the run around it
 * @param outputs what the node's code takes apart; {@code null} unless it completed
 * @param error why the node fails; {@code null} unless it does
 * @param stopReason why it was stopped, so that the node neither gives anything nor fails; {@code null} unless it was
 * @param pauses whether it waits for something, and the node with it
 * @param rest what is left of it, where it goes on in this process; {@code null} unless it does
 */
record NestedEnd(
        Object child,
        @Nullable Object outputs,
        @Nullable Throwable error,
        @Nullable String stopReason,
        boolean pauses,
        @Nullable NestedRun<?, ?> rest) {

    static NestedEnd of(RunResult<?> result) {
        return new NestedEnd(
                result,
                result.isCompleted() ? result.outputs() : null,
                result.error().orElse(null),
                result.stopReason().orElse(null),
                false,
                null);
    }

    /** Under CONTINUE, a failure of one that has paused is not over yet: it fails its node when it is through. */
    static NestedEnd paused(RunResult<?> result, NestedRun<?, ?> rest) {
        return new NestedEnd(result, null, null, null, true, rest);
    }

    /** Of a map the items tell what failed: the node does not. One of which an item waits goes on from what was recorded of its items. */
    static NestedEnd of(MapResult<?> result) {
        boolean pauses = result.status() == RunStatus.PAUSED;
        return new NestedEnd(
                result, pauses ? null : result, null, result.stopReason().orElse(null), pauses, null);
    }
}
