package dev.hypergraph4j.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How a nested graph ended.
 *
 * @param child its result, for whoever asks the result of the run around it
 * @param outputs what the node's code takes apart; {@code null} unless it completed
 * @param error why the node fails; {@code null} unless it does
 * @param stopReason why it was stopped, so that the node neither gives anything nor fails; {@code null} unless it was
 * @param rest what is left of it, so that the node pauses; {@code null} unless it has paused
 */
record NestedEnd(
        Object child,
        @Nullable Object outputs,
        @Nullable Throwable error,
        @Nullable String stopReason,
        @Nullable NestedRun<?, ?> rest) {

    static NestedEnd of(RunResult<?> result) {
        return new NestedEnd(
                result,
                result.isCompleted() ? result.outputs() : null,
                result.error().orElse(null),
                result.stopReason().orElse(null),
                null);
    }

    /** Under CONTINUE, a failure of one that has paused is not over yet: it fails its node when it is through. */
    static NestedEnd paused(RunResult<?> result, NestedRun<?, ?> rest) {
        return new NestedEnd(result, null, null, null, rest);
    }

    /** Of a map the items tell what failed: the node does not. */
    static NestedEnd of(MapResult<?> result) {
        return new NestedEnd(result, result, null, result.stopReason().orElse(null), null);
    }
}
