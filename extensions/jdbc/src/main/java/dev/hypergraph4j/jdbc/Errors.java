package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StepError;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The two columns that say what something failed with. */
final class Errors {
    private Errors() {}

    static @Nullable StepError read(Row row) throws SQLException {
        String type = row.textOrNull("error_type");
        return type == null ? null : new StepError(type, row.text("error_message"));
    }

    static @Nullable String type(@Nullable StepError error) {
        return error == null ? null : Texts.readable(error.type());
    }

    static @Nullable String message(@Nullable StepError error) {
        return error == null ? null : Texts.readable(error.message());
    }
}
