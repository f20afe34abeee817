package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code audit} takes; see {@link AuditGraph}.
 *
 * @param message required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record AuditInputs(String message) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "audit",
            InputSpec.required("message", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public AuditInputs {
        Objects.requireNonNull(message, "message");
    }

    /** All inputs. */
    public static AuditInputs of(String message) {
        return new AuditInputs(message);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code message}. */
    public AuditInputs withMessage(String message) {
        return new AuditInputs(message);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String message;

        private Builder() {}

        /** Gives {@code message}: required. */
        public Builder message(String message) {
            this.message = Objects.requireNonNull(message, "message");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public AuditInputs build() {
            if (message == null) {
                throw SPEC.missing(given().keySet());
            }
            return new AuditInputs(message);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (message != null) {
                given.put("message", message);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            message = (String) values.get("message");
            return this;
        }
    }
}
