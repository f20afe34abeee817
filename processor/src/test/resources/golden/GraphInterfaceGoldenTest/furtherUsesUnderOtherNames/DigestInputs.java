package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code digest} takes; see {@link DigestGraph}.
 *
 * @param text required
 * @param title required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record DigestInputs(String text, String title) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "digest",
            InputSpec.required("text", String.class, "String"),
            InputSpec.required("title", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public DigestInputs {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(title, "title");
    }

    /** All inputs. */
    public static DigestInputs of(String text, String title) {
        return new DigestInputs(text, title);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code text}. */
    public DigestInputs withText(String text) {
        return new DigestInputs(text, title);
    }

    /** The same inputs with another {@code title}. */
    public DigestInputs withTitle(String title) {
        return new DigestInputs(text, title);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String text;
        private String title;

        private Builder() {}

        /** Gives {@code text}: required. */
        public Builder text(String text) {
            this.text = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Gives {@code title}: required. */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public DigestInputs build() {
            if (text == null || title == null) {
                throw SPEC.missing(given().keySet());
            }
            return new DigestInputs(text, title);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (text != null) {
                given.put("text", text);
            }
            if (title != null) {
                given.put("title", title);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            text = (String) values.get("text");
            title = (String) values.get("title");
            return this;
        }
    }
}
