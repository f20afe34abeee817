package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code statistics} takes; see {@link StatisticsGraph}.
 *
 * @param words required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record StatisticsInputs(List<String> words) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "statistics",
            InputSpec.required("words", List.class, "List<String>"));

    /** Checks that nothing is {@code null}. */
    public StatisticsInputs {
        Objects.requireNonNull(words, "words");
    }

    /** All inputs. */
    public static StatisticsInputs of(List<String> words) {
        return new StatisticsInputs(words);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code words}. */
    public StatisticsInputs withWords(List<String> words) {
        return new StatisticsInputs(words);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private List<String> words;

        private Builder() {}

        /** Gives {@code words}: required. */
        public Builder words(List<String> words) {
            this.words = Objects.requireNonNull(words, "words");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public StatisticsInputs build() {
            if (words == null) {
                throw SPEC.missing(given().keySet());
            }
            return new StatisticsInputs(words);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (words != null) {
                given.put("words", words);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            words = (List<String>) values.get("words");
            return this;
        }
    }
}
