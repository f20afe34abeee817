package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code desk} takes; see {@link DeskGraph}.
 *
 * @param draft required
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record DeskInputs(String draft) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "desk",
            InputSpec.required("draft", String.class, "String"));

    /** Checks that nothing is {@code null}. */
    public DeskInputs {
        Objects.requireNonNull(draft, "draft");
    }

    /** All inputs. */
    public static DeskInputs of(String draft) {
        return new DeskInputs(draft);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code draft}. */
    public DeskInputs withDraft(String draft) {
        return new DeskInputs(draft);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String draft;

        private Builder() {}

        /** Gives {@code draft}: required. */
        public Builder draft(String draft) {
            this.draft = Objects.requireNonNull(draft, "draft");
            return this;
        }

        /**
         * The inputs.
         *
         * @throws MissingInputException if a required one was not given
         */
        public DeskInputs build() {
            if (draft == null) {
                throw SPEC.missing(given().keySet());
            }
            return new DeskInputs(draft);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (draft != null) {
                given.put("draft", draft);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            draft = (String) values.get("draft");
            return this;
        }
    }
}
