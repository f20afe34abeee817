package dev.hypergraph4j.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Where the tables are: opens sessions, and knows the dialect. */
final class Database {
    private final DataSource dataSource;
    private final Dialect dialect;

    Database(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    Session openWriter() throws SQLException {
        return open(dialect::openWriter);
    }

    Session openReader() throws SQLException {
        return open(dialect::openReader);
    }

    /** Whether the same again may succeed in a moment. */
    boolean isTransient(SQLException failure) {
        return isOrComesFrom(failure, Database::isLost) || isOrComesFrom(failure, dialect::isTransient);
    }

    /** Whether what was to be changed is locked by somebody else, and has been for long. */
    boolean isLocked(SQLException failure) {
        return isOrComesFrom(failure, dialect::isLocked);
    }

    /** Whether there was no connection, and nobody there who said that there will be one in a moment. */
    boolean isUnreachable(SQLException failure) {
        return isOrComesFrom(failure, Database::isLost) && !isOrComesFrom(failure, dialect::isTransient);
    }

    /** Whether it or what caused it is of a kind. Drivers wrap what happened in a batch. */
    private static boolean isOrComesFrom(SQLException failure, Predicate<SQLException> kind) {
        Throwable each = failure;
        while (each != null) {
            if (each instanceof SQLException sql && kind.test(sql)) {
                return true;
            }
            each = each instanceof BatchUpdateException batch && batch.getNextException() != null
                    ? batch.getNextException()
                    : each.getCause();
        }
        return false;
    }

    /** Whether the connection is gone, as all drivers tell it. */
    private static boolean isLost(SQLException failure) {
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || (failure.getSQLState() != null && failure.getSQLState().startsWith("08"));
    }

    @FunctionalInterface
    private interface Setup {
        void on(Session session) throws SQLException;
    }

    private Session open(Setup setup) throws SQLException {
        Connection connection = dataSource.getConnection();
        Session session = new Session(connection);
        try {
            setup.on(session);
            return session;
        } catch (SQLException | RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }
}
