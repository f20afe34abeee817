package dev.hypergraph4j.durability;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A database one of whose statements or commits goes wrong. */
final class FaultyDatabase {
    private final Fault fault;
    private final Runnable meanwhile;
    private int calls;

    /** What goes wrong. */
    enum Kind {
        /** The database refuses it, for a reason that won't go away. */
        REFUSED,
        /** The connection breaks. PostgreSQL only. */
        CUT,
        /** The file can't be read or written, for once. SQLite only. */
        UNREADABLE,
        /** It takes its time, and comes right. */
        DELAYED
    }

    /**
     * When it goes wrong.
     *
     * @param call with which statement or commit, from 0
     * @param before whether it happens before that one has done anything
     */
    record Fault(Kind kind, int call, boolean before) {}

    /** One whose fault is that a statement fails. */
    FaultyDatabase(Fault fault) {
        this(fault, () -> {});
    }

    /**
     * One whose fault is whichever it is.
     *
     * @param meanwhile what happens while a statement is delayed
     */
    FaultyDatabase(Fault fault, Runnable meanwhile) {
        this.fault = fault;
        this.meanwhile = meanwhile;
    }

    /** Its connections, which are those of the real one. */
    DataSource around(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                (method, arguments) -> invoke(real, method, arguments) instanceof Connection connection
                        ? connection(connection)
                        : null);
    }

    /** Whether there were so many statements that one of them went wrong. */
    synchronized boolean hasHappened() {
        return calls > fault.call();
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return disturbed(connection, connection, method, arguments);
            }
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, connection);
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, connection) : result;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T statement, Connection connection) {
        return proxy(
                type,
                statement,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? disturbed(connection, statement, method, arguments)
                        : invoke(statement, method, arguments));
    }

    private @Nullable Object disturbed(Connection connection, Object target, Method method, Object[] arguments)
            throws Throwable {
        boolean isIt = count() == fault.call();
        if (isIt && fault.before()) {
            disturb(connection);
        }
        Object result = invoke(target, method, arguments);
        if (isIt && !fault.before()) {
            disturb(connection);
        }
        return result;
    }

    private void disturb(Connection connection) throws SQLException {
        if (fault.kind() == Kind.DELAYED) {
            meanwhile.run();
            return;
        }
        throw failure(connection);
    }

    private synchronized int count() {
        return calls++;
    }

    private SQLException failure(Connection connection) throws SQLException {
        if (fault.kind() == Kind.UNREADABLE) {
            return new SQLiteException(fault.toString(), SQLiteErrorCode.SQLITE_IOERR);
        }
        if (fault.kind() == Kind.CUT) {
            connection.abort(Runnable::run);
            return new SQLException(fault.toString(), "08006");
        }
        return new SQLException(fault.toString(), "XX000");
    }

    /** What is done instead of a call. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Object target, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FaultyDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? invoke(target, method, arguments)
                        : call.of(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
