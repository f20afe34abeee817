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
 * What a run of the graph {@code essay} takes; see {@link EssayGraph}.
 *
 * @param topic required
 * @param feedback optional, by default {@code "none"}
 * @param log required
 * @param weight required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record EssayInputs(String topic, String feedback, List<String> log, double weight) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "essay",
            InputSpec.required("topic", String.class, "String"),
            InputSpec.optional("feedback", String.class, "String", "\"none\"").asSeed(),
            InputSpec.required("log", List.class, "List<String>").asSeed(),
            InputSpec.required("weight", double.class, "double").asSeed());

    /** Checks that nothing is {@code null}. */
    public EssayInputs {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(log, "log");
    }

    /** The required inputs; the others are as if left out. */
    public static EssayInputs of(String topic, List<String> log, double weight) {
        return new EssayInputs(topic, "none", log, weight);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code topic}. */
    public EssayInputs withTopic(String topic) {
        return new EssayInputs(topic, feedback, log, weight);
    }

    /** The same inputs with another {@code feedback}. */
    public EssayInputs withFeedback(String feedback) {
        return new EssayInputs(topic, feedback, log, weight);
    }

    /** The same inputs with another {@code log}. */
    public EssayInputs withLog(List<String> log) {
        return new EssayInputs(topic, feedback, log, weight);
    }

    /** The same inputs with another {@code weight}. */
    public EssayInputs withWeight(double weight) {
        return new EssayInputs(topic, feedback, log, weight);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String topic;
        private String feedback;
        private List<String> log;
        private Double weight;

        private Builder() {}

        /** Gives {@code topic}: required. */
        public Builder topic(String topic) {
            this.topic = Objects.requireNonNull(topic, "topic");
            return this;
        }

        /** Gives {@code feedback}: optional, by default {@code "none"}. */
        public Builder feedback(String feedback) {
            this.feedback = Objects.requireNonNull(feedback, "feedback");
            return this;
        }

        /** Gives {@code log}: required. */
        public Builder log(List<String> log) {
            this.log = Objects.requireNonNull(log, "log");
            return this;
        }

        /** Gives {@code weight}: required. */
        public Builder weight(double weight) {
            this.weight = weight;
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public EssayInputs build() {
            if (topic == null || log == null || weight == null) {
                throw SPEC.missing(given().keySet());
            }
            return new EssayInputs(topic, feedback != null ? feedback : "none", log, weight);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (topic != null) {
                given.put("topic", topic);
            }
            if (feedback != null) {
                given.put("feedback", feedback);
            }
            if (log != null) {
                given.put("log", log);
            }
            if (weight != null) {
                given.put("weight", weight);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            topic = (String) values.get("topic");
            feedback = (String) values.get("feedback");
            log = (List<String>) values.get("log");
            weight = (Double) values.get("weight");
            return this;
        }
    }
}
