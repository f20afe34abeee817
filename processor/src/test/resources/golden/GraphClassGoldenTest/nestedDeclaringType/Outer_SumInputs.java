package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code sum} takes; see {@link Outer_SumGraph}.
 *
 * @param first required
 * @param more required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record Outer_SumInputs(int first, byte[] more) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "sum",
            InputSpec.required("first", int.class, "int"),
            InputSpec.required("more", byte[].class, "byte[]"));

    /** Checks that nothing is {@code null}. */
    public Outer_SumInputs {
        Objects.requireNonNull(more, "more");
    }

    /** All inputs. */
    public static Outer_SumInputs of(int first, byte[] more) {
        return new Outer_SumInputs(first, more);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code first}. */
    public Outer_SumInputs withFirst(int first) {
        return new Outer_SumInputs(first, more);
    }

    /** The same inputs with another {@code more}. */
    public Outer_SumInputs withMore(byte[] more) {
        return new Outer_SumInputs(first, more);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private Integer first;
        private byte[] more;

        private Builder() {}

        /** Gives {@code first}: required. */
        public Builder first(int first) {
            this.first = first;
            return this;
        }

        /** Gives {@code more}: required. */
        public Builder more(byte[] more) {
            this.more = Objects.requireNonNull(more, "more");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public Outer_SumInputs build() {
            if (first == null || more == null) {
                throw SPEC.missing(given().keySet());
            }
            return new Outer_SumInputs(first, more);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (first != null) {
                given.put("first", first);
            }
            if (more != null) {
                given.put("more", more);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            first = (Integer) values.get("first");
            more = (byte[]) values.get("more");
            return this;
        }
    }
}
