package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code book} takes; see {@link BookGraph}.
 *
 * @param name required
 * @param asideInputs required
 * @param texts required
 * @param most optional, by default {@code 10}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record BookInputs(String name, ReadingInputs asideInputs, Iterable<String> texts, int most) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "book",
            InputSpec.required("name", String.class, "String"),
            InputSpec.required("asideInputs", ReadingInputs.class, "ReadingInputs"),
            InputSpec.required("texts", Iterable.class, "Iterable<String>"),
            InputSpec.optional("most", int.class, "int", "10"));

    /** Checks that nothing is {@code null}. */
    public BookInputs {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(asideInputs, "asideInputs");
        Objects.requireNonNull(texts, "texts");
    }

    /** The required inputs; the others are as if left out. */
    public static BookInputs of(String name, ReadingInputs asideInputs, Iterable<String> texts) {
        return new BookInputs(name, asideInputs, texts, 10);
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code name}. */
    public BookInputs withName(String name) {
        return new BookInputs(name, asideInputs, texts, most);
    }

    /** The same inputs with another {@code asideInputs}. */
    public BookInputs withAsideInputs(ReadingInputs asideInputs) {
        return new BookInputs(name, asideInputs, texts, most);
    }

    /** The same inputs with another {@code texts}. */
    public BookInputs withTexts(Iterable<String> texts) {
        return new BookInputs(name, asideInputs, texts, most);
    }

    /** The same inputs with another {@code most}. */
    public BookInputs withMost(int most) {
        return new BookInputs(name, asideInputs, texts, most);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String name;
        private ReadingInputs asideInputs;
        private Iterable<String> texts;
        private Integer most;

        private Builder() {}

        /** Gives {@code name}: required. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Gives {@code asideInputs}: required. */
        public Builder asideInputs(ReadingInputs asideInputs) {
            this.asideInputs = Objects.requireNonNull(asideInputs, "asideInputs");
            return this;
        }

        /** Gives {@code texts}: required. */
        public Builder texts(Iterable<String> texts) {
            this.texts = Objects.requireNonNull(texts, "texts");
            return this;
        }

        /** Gives {@code most}: optional, by default {@code 10}. */
        public Builder most(int most) {
            this.most = most;
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public BookInputs build() {
            if (name == null || asideInputs == null || texts == null) {
                throw SPEC.missing(given().keySet());
            }
            return new BookInputs(name, asideInputs, texts, most != null ? most : 10);
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (name != null) {
                given.put("name", name);
            }
            if (asideInputs != null) {
                given.put("asideInputs", asideInputs);
            }
            if (texts != null) {
                given.put("texts", texts);
            }
            if (most != null) {
                given.put("most", most);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            name = (String) values.get("name");
            asideInputs = (ReadingInputs) values.get("asideInputs");
            texts = (Iterable<String>) values.get("texts");
            most = (Integer) values.get("most");
            return this;
        }
    }
}
