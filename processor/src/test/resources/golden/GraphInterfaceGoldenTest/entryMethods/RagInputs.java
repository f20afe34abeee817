package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code rag} takes; see {@link RagGraph}.
 *
 * @param question required
 * @param topK optional, by default {@code 5}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record RagInputs(String question, int topK) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "rag",
            InputSpec.required("question", String.class, "String"),
            InputSpec.optional("topK", int.class, "int", "5"));

    /** Checks that nothing is {@code null}. */
    public RagInputs {
        Objects.requireNonNull(question, "question");
    }

    /** The required inputs; the others are as if left out. */
    public static RagInputs of(String question) {
        return new RagInputs(question, 5);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code question}. */
    public RagInputs withQuestion(String question) {
        return new RagInputs(question, topK);
    }

    /** The same inputs with another {@code topK}. */
    public RagInputs withTopK(int topK) {
        return new RagInputs(question, topK);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String question;
        private Integer topK;

        private Builder() {}

        /** Gives {@code question}: required. */
        public Builder question(String question) {
            this.question = Objects.requireNonNull(question, "question");
            return this;
        }

        /** Gives {@code topK}: optional, by default {@code 5}. */
        public Builder topK(int topK) {
            this.topK = topK;
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public RagInputs build() {
            if (question == null) {
                throw SPEC.missing(given().keySet());
            }
            return new RagInputs(question, topK != null ? topK : 5);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (question != null) {
                given.put("question", question);
            }
            if (topK != null) {
                given.put("topK", topK);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            question = (String) values.get("question");
            topK = (Integer) values.get("topK");
            return this;
        }
    }
}
