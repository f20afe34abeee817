package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code weather} takes; see {@link WeatherGraph}.
 *
 * @param town required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record WeatherInputs(String town) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "weather",
            InputSpec.required("town", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public WeatherInputs {
        Objects.requireNonNull(town, "town");
    }

    /** All inputs. */
    public static WeatherInputs of(String town) {
        return new WeatherInputs(town);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code town}. */
    public WeatherInputs withTown(String town) {
        return new WeatherInputs(town);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String town;

        private Builder() {}

        /** Gives {@code town}: required. */
        public Builder town(String town) {
            this.town = Objects.requireNonNull(town, "town");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public WeatherInputs build() {
            if (town == null) {
                throw SPEC.missing(given().keySet());
            }
            return new WeatherInputs(town);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (town != null) {
                given.put("town", town);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            town = (String) values.get("town");
            return this;
        }
    }
}
