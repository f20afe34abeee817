package dev.hypergraph4j.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writer's connection, lent to the work of a step for as long as that takes. It can't be committed or closed, and statements left open are closed. */
final class LentConnection implements AutoCloseable {
    private static final Set<String> REFUSED = Set.of(
            "commit",
            "rollback",
            "setAutoCommit",
            "abort",
            "setSavepoint",
            "releaseSavepoint",
            "setReadOnly",
            "setTransactionIsolation",
            "unwrap");

    /** What knows its connection, or knows what knows it; the special before the general. */
    private static final List<Class<?>> LEADING_BACK = List.of(
            CallableStatement.class, PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final Connection connection;
    private final Dialect dialect;
    private final Connection lent;
    private final List<Statement> statements = new ArrayList<>();
    private boolean isOver;

    LentConnection(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        Object proxy = Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> invoke(self, method, arguments));
        this.lent = (Connection) proxy;
        dialect.tellsGeneratedKeys(connection, true);
    }

    Connection connection() {
        return lent;
    }

    @Override
    public void close() {
        isOver = true;
        for (Statement statement : statements) {
            try {
                statement.close();
            } catch (SQLException broken) {
                // The transaction will tell.
            }
        }
        try {
            dialect.tellsGeneratedKeys(connection, false);
        } catch (SQLException broken) {
            // As above.
        }
    }

    private @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, name, arguments);
        }
        if (name.equals("close")) {
            return null; // As a connection of a pool, so that it may stand in a try of its own.
        }
        if (name.equals("isClosed")) {
            return isOver;
        }
        if (isOver || REFUSED.contains(name)) {
            throw new SQLException(name + "() is not for the work of a step: its transaction is the store's");
        }
        Object result = call(connection, method, arguments);
        if (result instanceof Statement statement) {
            statements.add(statement);
        }
        return lent(result);
    }

    /** What leads back to the connection leads to the one that is lent. */
    private @Nullable Object lent(@Nullable Object result) {
        if (result instanceof Connection) {
            return lent;
        }
        for (Class<?> type : LEADING_BACK) {
            if (result != null && type.isInstance(result)) {
                return proxy(type, result);
            }
        }
        return result;
    }

    private Object proxy(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    Object gave = call(target, method, arguments);
                    return method.getName().equals("unwrap") ? gave : lent(gave);
                });
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    private static Object ofObject(Object self, String name, Object @Nullable [] arguments) {
        return switch (name) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "connection of the store, lent to the work of a step";
        };
    }
}
