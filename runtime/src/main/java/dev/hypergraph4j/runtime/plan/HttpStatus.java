package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.runtime.plan.Transience.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the HTTP status tells that an exception of some client has. */
final class HttpStatus {
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** The later ones are those of Spring, whose status is an object or raw, and of JAX-RS, whose exceptions have a response. */
    private static final Getter<Integer> STATUS = new Getter<>(
            int.class,
            Integer.class,
            List.of(
                    "statusCode",
                    "getStatusCode",
                    "status",
                    "code",
                    "getStatusCode.value",
                    "getRawStatusCode",
                    "getResponse.getStatus"));

    private HttpStatus() {}

    static Kind kindOf(Throwable error) {
        Optional<Integer> status = STATUS.from(error);
        if (status.isEmpty()) {
            return Kind.UNKNOWN;
        }
        if (PASSING.contains(status.get())) {
            return Kind.PASSES;
        }
        // Whatever is no status of a refusal may be a number of another kind.
        return status.get() >= 400 && status.get() < 500 ? Kind.STAYS : Kind.UNKNOWN;
    }
}
