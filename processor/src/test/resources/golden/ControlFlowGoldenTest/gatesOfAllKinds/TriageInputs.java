package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code triage} takes; see {@link TriageGraph}.
 *
 * @param text required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record TriageInputs(String text) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "triage",
            InputSpec.required("text", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public TriageInputs {
        Objects.requireNonNull(text, "text");
    }

    /** All inputs. */
    public static TriageInputs of(String text) {
        return new TriageInputs(text);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code text}. */
    public TriageInputs withText(String text) {
        return new TriageInputs(text);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String text;

        private Builder() {}

        /** Gives {@code text}: required. */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public TriageInputs build() {
            if (text == null) {
                throw SPEC.missing(given().keySet());
            }
            return new TriageInputs(text);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (text != null) {
                given.put("text", text);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            text = (String) values.get("text");
            return this;
        }
    }
}
