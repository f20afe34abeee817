package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code approval} takes; see {@link ApprovalGraph}.
 *
 * @param letter required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record ApprovalInputs(String letter) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "approval",
            InputSpec.required("letter", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public ApprovalInputs {
        Objects.requireNonNull(letter, "letter");
    }

    /** All inputs. */
    public static ApprovalInputs of(String letter) {
        return new ApprovalInputs(letter);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code letter}. */
    public ApprovalInputs withLetter(String letter) {
        return new ApprovalInputs(letter);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String letter;

        private Builder() {}

        /** Gives {@code letter}: required. */
        public Builder letter(String letter) {
            this.letter = Objects.requireNonNull(letter, "letter");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public ApprovalInputs build() {
            if (letter == null) {
                throw SPEC.missing(given().keySet());
            }
            return new ApprovalInputs(letter);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (letter != null) {
                given.put("letter", letter);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            letter = (String) values.get("letter");
            return this;
        }
    }
}
