package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code crawl} takes; see {@link CrawlGraph}.
 *
 * @param address required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record CrawlInputs(String address) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "crawl",
            InputSpec.required("address", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public CrawlInputs {
        Objects.requireNonNull(address, "address");
    }

    /** All inputs. */
    public static CrawlInputs of(String address) {
        return new CrawlInputs(address);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code address}. */
    public CrawlInputs withAddress(String address) {
        return new CrawlInputs(address);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String address;

        private Builder() {}

        /** Gives {@code address}: required. */
        public Builder address(String address) {
            this.address = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public CrawlInputs build() {
            if (address == null) {
                throw SPEC.missing(given().keySet());
            }
            return new CrawlInputs(address);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (address != null) {
                given.put("address", address);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            address = (String) values.get("address");
            return this;
        }
    }
}
