package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code reading} takes; see {@link ReadingGraph}.
 *
 * @param text required
 * @param most optional, by default {@code 10}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record ReadingInputs(String text, int most) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "reading",
            InputSpec.required("text", String.class, "String"),
            InputSpec.optional("most", int.class, "int", "10"));

    /** Checks that nothing is {@code null}. */
    public ReadingInputs {
        Objects.requireNonNull(text, "text");
    }

    /** The required inputs; the others are as if left out. */
    public static ReadingInputs of(String text) {
        return new ReadingInputs(text, 10);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code text}. */
    public ReadingInputs withText(String text) {
        return new ReadingInputs(text, most);
    }

    /** The same inputs with another {@code most}. */
    public ReadingInputs withMost(int most) {
        return new ReadingInputs(text, most);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String text;
        private Integer most;

        private Builder() {}

        /** Gives {@code text}: required. */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Gives {@code most}: optional, by default {@code 10}. */
        public Builder most(int most) {
            this.most = most;
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public ReadingInputs build() {
            if (text == null) {
                throw SPEC.missing(given().keySet());
            }
            return new ReadingInputs(text, most != null ? most : 10);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (text != null) {
                given.put("text", text);
            }
            if (most != null) {
                given.put("most", most);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            text = (String) values.get("text");
            most = (Integer) values.get("most");
            return this;
        }
    }
}
