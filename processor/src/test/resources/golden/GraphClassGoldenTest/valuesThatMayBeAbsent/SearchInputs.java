package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code search} takes; see {@link SearchGraph}.
 *
 * @param user optional
 * @param session optional
 * @param limit optional, by default {@code 10}
 * @param locale optional, by default {@code Search.locale()}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record SearchInputs(Optional<String> user, Optional<String> session, int limit,
        Locale locale) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "search",
            InputSpec.optional("user", String.class, "String", ""),
            InputSpec.optional("session", String.class, "String", ""),
            InputSpec.optional("limit", int.class, "int", "10"),
            InputSpec.optional("locale", Locale.class, "Locale", "Search.locale()"));

    /** Checks that nothing is {@code null}. */
    public SearchInputs {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(locale, "locale");
    }

    /** All inputs as if left out. */
    public static SearchInputs of() {
        return new SearchInputs(Optional.empty(), Optional.empty(), 10, Search.locale());
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code user}. */
    public SearchInputs withUser(String user) {
        return new SearchInputs(Optional.of(user), session, limit, locale);
    }

    /** The same inputs with another {@code session}. */
    public SearchInputs withSession(String session) {
        return new SearchInputs(user, Optional.of(session), limit, locale);
    }

    /** The same inputs with another {@code limit}. */
    public SearchInputs withLimit(int limit) {
        return new SearchInputs(user, session, limit, locale);
    }

    /** The same inputs with another {@code locale}. */
    public SearchInputs withLocale(Locale locale) {
        return new SearchInputs(user, session, limit, locale);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String user;
        private String session;
        private Integer limit;
        private Locale locale;

        private Builder() {}

        /** Gives {@code user}: optional. */
        public Builder user(String user) {
            this.user = Objects.requireNonNull(user, "user");
            return this;
        }

        /** Gives {@code session}: optional. */
        public Builder session(String session) {
            this.session = Objects.requireNonNull(session, "session");
            return this;
        }

        /** Gives {@code limit}: optional, by default {@code 10}. */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /** Gives {@code locale}: optional, by default {@code Search.locale()}. */
        public Builder locale(Locale locale) {
            this.locale = Objects.requireNonNull(locale, "locale");
            return this;
        }

        /** The inputs; optional ones that were not given are at their default. */
        public SearchInputs build() {
            return new SearchInputs(Optional.ofNullable(user), Optional.ofNullable(session),
                    limit != null ? limit : 10, locale != null ? locale : Search.locale());
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (user != null) {
                given.put("user", user);
            }
            if (session != null) {
                given.put("session", session);
            }
            if (limit != null) {
                given.put("limit", limit);
            }
            if (locale != null) {
                given.put("locale", locale);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            user = (String) values.get("user");
            session = (String) values.get("session");
            limit = (Integer) values.get("limit");
            locale = (Locale) values.get("locale");
            return this;
        }
    }
}
