package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code text} takes; see {@link TextGraph}.
 *
 * @param text required
 * @param separator optional
 * @param from optional, by default {@code 0}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record TextInputs(String text, Optional<String> separator, int from) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "text",
            InputSpec.required("text", String.class, "String"),
            InputSpec.optional("separator", String.class, "String", ""),
            InputSpec.optional("from", int.class, "int", "0"));

    /** Checks that nothing is {@code null}. */
    public TextInputs {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(separator, "separator");
    }

    /** The required inputs; the others are as if left out. */
    public static TextInputs of(String text) {
        return new TextInputs(text, Optional.empty(), 0);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code text}. */
    public TextInputs withText(String text) {
        return new TextInputs(text, separator, from);
    }

    /** The same inputs with another {@code separator}. */
    public TextInputs withSeparator(String separator) {
        return new TextInputs(text, Optional.of(separator), from);
    }

    /** The same inputs with another {@code from}. */
    public TextInputs withFrom(int from) {
        return new TextInputs(text, separator, from);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String text;
        private String separator;
        private Integer from;

        private Builder() {}

        /** Gives {@code text}: required. */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Gives {@code separator}: optional. */
        public Builder separator(String separator) {
            this.separator = Objects.requireNonNull(separator, "separator");
            return this;
        }

        /** Gives {@code from}: optional, by default {@code 0}. */
        public Builder from(int from) {
            this.from = from;
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public TextInputs build() {
            if (text == null) {
                throw SPEC.missing(given().keySet());
            }
            return new TextInputs(text, Optional.ofNullable(separator), from != null ? from : 0);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (text != null) {
                given.put("text", text);
            }
            if (separator != null) {
                given.put("separator", separator);
            }
            if (from != null) {
                given.put("from", from);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            text = (String) values.get("text");
            separator = (String) values.get("separator");
            from = (Integer) values.get("from");
            return this;
        }
    }
}
