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
 * @param wanted required
 * @param before required
 * @param limit optional
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record RefundInputs(List<? extends Refund.Receipt> wanted, Refund.Receipt[] before,
        Optional<Integer> limit) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "refund",
            InputSpec.required("wanted", List.class, "List<? extends Receipt>"),
            InputSpec.required("before", Refund.Receipt[].class, "Receipt[]"),
            InputSpec.optional("limit", Integer.class, "Integer", ""));

    /** Checks that nothing is {@code null}. */
    public RefundInputs {
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(limit, "limit");
    }

    /** The required inputs; the others are as if left out. */
    public static RefundInputs of(List<? extends Refund.Receipt> wanted, Refund.Receipt[] before) {
        return new RefundInputs(wanted, before, Optional.empty());
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code wanted}. */
    public RefundInputs withWanted(List<? extends Refund.Receipt> wanted) {
        return new RefundInputs(wanted, before, limit);
    }

    /** The same inputs with another {@code before}. */
    public RefundInputs withBefore(Refund.Receipt[] before) {
        return new RefundInputs(wanted, before, limit);
    }

    /** The same inputs with another {@code limit}. */
    public RefundInputs withLimit(Integer limit) {
        return new RefundInputs(wanted, before, Optional.of(limit));
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private List<? extends Refund.Receipt> wanted;
        private Refund.Receipt[] before;
        private Integer limit;

        private Builder() {}

        /** Gives {@code wanted}: required. */
        public Builder wanted(List<? extends Refund.Receipt> wanted) {
            this.wanted = Objects.requireNonNull(wanted, "wanted");
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
            if (wanted == null || before == null) {
                throw SPEC.missing(given().keySet());
            }
            return new RefundInputs(wanted, before, Optional.ofNullable(limit));
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (wanted != null) {
                given.put("wanted", wanted);
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
            wanted = (List<? extends Refund.Receipt>) values.get("wanted");
            before = (Refund.Receipt[]) values.get("before");
            limit = (Integer) values.get("limit");
            return this;
        }
    }
}
