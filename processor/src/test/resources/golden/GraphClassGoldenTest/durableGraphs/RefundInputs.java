package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code refund} takes; see {@link RefundGraph}.
 *
 * @param amounts required
 * @param before required
 * @param limit optional
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record RefundInputs(List<? extends Number> amounts, Refund.Receipt[] before,
        Optional<Integer> limit) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "refund",
            InputSpec.required("amounts", List.class, "List<? extends Number>"),
            InputSpec.required("before", Refund.Receipt[].class, "Receipt[]"),
            InputSpec.optional("limit", Integer.class, "Integer", ""));

    /** Checks that nothing is {@code null}. */
    public RefundInputs {
        Objects.requireNonNull(amounts, "amounts");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(limit, "limit");
    }

    /** The required inputs; the others are as if left out. */
    public static RefundInputs of(List<? extends Number> amounts, Refund.Receipt[] before) {
        return new RefundInputs(amounts, before, Optional.empty());
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code amounts}. */
    public RefundInputs withAmounts(List<? extends Number> amounts) {
        return new RefundInputs(amounts, before, limit);
    }

    /** The same inputs with another {@code before}. */
    public RefundInputs withBefore(Refund.Receipt[] before) {
        return new RefundInputs(amounts, before, limit);
    }

    /** The same inputs with another {@code limit}. */
    public RefundInputs withLimit(Integer limit) {
        return new RefundInputs(amounts, before, Optional.of(limit));
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private List<? extends Number> amounts;
        private Refund.Receipt[] before;
        private Integer limit;

        private Builder() {}

        /** Gives {@code amounts}: required. */
        public Builder amounts(List<? extends Number> amounts) {
            this.amounts = Objects.requireNonNull(amounts, "amounts");
            return this;
        }

        /** Gives {@code before}: required. */
        public Builder before(Refund.Receipt[] before) {
            this.before = Objects.requireNonNull(before, "before");
            return this;
        }

        /** Gives {@code limit}: optional. */
        public Builder limit(Integer limit) {
            this.limit = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public RefundInputs build() {
            if (amounts == null || before == null) {
                throw SPEC.missing(given().keySet());
            }
            return new RefundInputs(amounts, before, Optional.ofNullable(limit));
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (amounts != null) {
                given.put("amounts", amounts);
            }
            if (before != null) {
                given.put("before", before);
            }
            if (limit != null) {
                given.put("limit", limit);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            amounts = (List<? extends Number>) values.get("amounts");
            before = (Refund.Receipt[]) values.get("before");
            limit = (Integer) values.get("limit");
            return this;
        }
    }
}
