package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code payment} takes; see {@link PaymentGraph}.
 *
 * @param customer required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record PaymentInputs(String customer) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "payment",
            InputSpec.required("customer", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public PaymentInputs {
        Objects.requireNonNull(customer, "customer");
    }

    /** All inputs. */
    public static PaymentInputs of(String customer) {
        return new PaymentInputs(customer);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code customer}. */
    public PaymentInputs withCustomer(String customer) {
        return new PaymentInputs(customer);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String customer;

        private Builder() {}

        /** Gives {@code customer}: required. */
        public Builder customer(String customer) {
            this.customer = Objects.requireNonNull(customer, "customer");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public PaymentInputs build() {
            if (customer == null) {
                throw SPEC.missing(given().keySet());
            }
            return new PaymentInputs(customer);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (customer != null) {
                given.put("customer", customer);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            customer = (String) values.get("customer");
            return this;
        }
    }
}
