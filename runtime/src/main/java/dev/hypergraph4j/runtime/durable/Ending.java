package dev.hypergraph4j.runtime.durable;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How a workflow leaves its worker: the lease is given up.
 *
 * @param status what it is at from now on; never RUNNING. QUEUED gives it back to whoever comes next
 * @param parkReason why it is parked; {@code null} unless it is
 * @param reason what else there is to say; may be empty
 * @param error why it failed; {@code null} unless it has
 * @param outputs what it gives, by name, if it has completed; absent ones are left out
 * @param wakeAt when a worker is to claim it, in milliseconds since 1970 on the store's clock; 0 unless it sleeps
 */
public record Ending(
        WorkflowStatus status,
        @Nullable ParkReason parkReason,
        String reason,
        @Nullable StepError error,
        Map<String, Payload> outputs,
        long wakeAt) {
    /** Copies the outputs, in their order. */
    public Ending {
        if (status == WorkflowStatus.RUNNING
                || (parkReason != null) != (status == WorkflowStatus.PARKED)
                || (wakeAt != 0) != (status == WorkflowStatus.SLEEPING)) {
            throw new IllegalArgumentException("no ending: " + status + " " + parkReason + " " + wakeAt);
        }
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** What a journal has to tell of it beside the status: why it is parked, what else there is to say, and the error. */
    public String detail() {
        StringJoiner detail = new StringJoiner(" ");
        if (parkReason != null) {
            detail.add(parkReason.name());
        }
        if (!reason.isEmpty()) {
            detail.add(error == null ? reason : reason + ":");
        }
        if (error != null) {
            detail.add(error.toString());
        }
        return detail.toString();
    }

    /** It has completed. */
    public static Ending completed(Map<String, Payload> outputs) {
        return new Ending(WorkflowStatus.COMPLETED, null, "", null, outputs, 0);
    }

    /** It has failed. */
    public static Ending failed(StepError error) {
        return new Ending(WorkflowStatus.FAILED, null, "", error, Map.of(), 0);
    }

    /** It does not go on by itself. */
    public static Ending parked(ParkReason why, String reason) {
        return new Ending(WorkflowStatus.PARKED, why, reason, null, Map.of(), 0);
    }

    /** It goes on at {@code wakeAt}, or when it has news before. */
    public static Ending sleeping(long wakeAt) {
        return new Ending(
                WorkflowStatus.SLEEPING, null, "until " + Instant.ofEpochMilli(wakeAt), null, Map.of(), wakeAt);
    }

    /** Another status, which says it all but for {@code reason}. */
    public static Ending of(WorkflowStatus status, String reason) {
        return new Ending(status, null, reason, null, Map.of(), 0);
    }
}
