package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.runtime.plan.Transience.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What exceptions of databases tell. It goes by names, since a graph without a database needs no module {@code java.sql}. */
final class SqlFailure {
    private static final String SQL_EXCEPTION = "java.sql.SQLException";
    private static final Set<String> PASSING =
            Set.of("java.sql.SQLTransientException", "java.sql.SQLRecoverableException");

    /** Connections; conflicts and deadlocks; resources; a lock that is held; a server that is told to stop. */
    private static final List<String> PASSING_STATES = List.of("08", "40", "53", "55P03", "57P01", "57P02", "57P03");

    /** Values that don't fit; constraints; statements that are wrong. */
    private static final List<String> STAYING_STATES = List.of("22", "23", "42");

    private static final Getter<String> STATE = new Getter<>(String.class, String.class, List.of("getSQLState"));

    private SqlFailure() {}

    static Kind kindOf(Throwable error) {
        boolean isSql = false;
        for (@Nullable Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
            if (PASSING.contains(type.getName())) {
                return Kind.PASSES;
            }
            isSql |= type.getName().equals(SQL_EXCEPTION);
        }
        return isSql ? byState(STATE.from(error).orElse("")) : Kind.UNKNOWN;
    }

    private static Kind byState(String state) {
        if (PASSING_STATES.stream().anyMatch(state::startsWith)) {
            return Kind.PASSES;
        }
        return STAYING_STATES.stream().anyMatch(state::startsWith) ? Kind.STAYS : Kind.UNKNOWN;
    }
}
