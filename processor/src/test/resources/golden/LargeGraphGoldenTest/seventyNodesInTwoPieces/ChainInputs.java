package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code chain} takes; see {@link ChainGraph}.
 *
 * @param v0 required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record ChainInputs(int v0) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "chain",
            InputSpec.required("v0", int.class, "int"));

    /** All inputs. */
    public static ChainInputs of(int v0) {
        return new ChainInputs(v0);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code v0}. */
    public ChainInputs withV0(int v0) {
        return new ChainInputs(v0);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private Integer v0;

        private Builder() {}

        /** Gives {@code v0}: required. */
        public Builder v0(int v0) {
            this.v0 = v0;
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public ChainInputs build() {
            if (v0 == null) {
                throw SPEC.missing(given().keySet());
            }
            return new ChainInputs(v0);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (v0 != null) {
                given.put("v0", v0);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            v0 = (Integer) values.get("v0");
            return this;
        }
    }
}
