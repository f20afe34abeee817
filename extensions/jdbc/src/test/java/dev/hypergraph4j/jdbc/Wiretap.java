package dev.hypergraph4j.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Sees each call that reaches a database through a data source, and may have it fail, before it is made or after. */
final class Wiretap {

    /** Told of calls. */
    interface Listener {
        /** A call is about to be made. */
        default void before(String call) throws SQLException {}

        /** A call was made. */
        default void after(String call) throws SQLException {}
    }

    /** How a statement begins that is a transaction by itself. */
    static final String AT_ONCE = "WITH fence";

    private volatile int pages;
    private final List<Integer> synchronous = new CopyOnWriteArrayList<>();
    private volatile Listener listener = new Listener() {};
    final AtomicInteger commits = new AtomicInteger();

    void listener(Listener told) {
        listener = told;
    }

    /** Limits the file of connections to come, and of those that begin a transaction, to so many pages, or to what it has. SQLite only. */
    void pages(int most) {
        pages = most;
    }

    /** How SQLite's transactions wait for the disk, in their order: 1 is NORMAL, 2 is FULL. */
    List<Integer> synchronous() {
        return synchronous;
    }

    DataSource around(DataSource source) {
        return (DataSource) proxy(DataSource.class, source, "", (method, sql) -> "");
    }

    private interface Naming {
        String call(Method method, String sql);
    }

    private Object proxy(Class<?> type, Object target, String sql, Naming naming) {
        return Proxy.newProxyInstance(
                Wiretap.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String call = naming.call(method, sql);
                    if (!call.isEmpty()) {
                        if (call.equals("BEGIN IMMEDIATE")) {
                            begin(((Statement) target).getConnection());
                        }
                        listener.before(call);
                    }
                    Object result = invoke(target, method, arguments);
                    if (!call.isEmpty()) {
                        count(call);
                        listener.after(call);
                    }
                    return method.getName().equals("unwrap") ? result : wrapped(result, arguments);
                });
    }

    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (pages > 0) {
                statement.execute("PRAGMA max_page_count = " + pages);
            }
            try (ResultSet mode = statement.executeQuery("PRAGMA synchronous")) {
                synchronous.add(mode.getInt(1));
            }
        }
    }

    private void count(String call) {
        if (isCommit(call)) {
            commits.incrementAndGet();
        }
    }

    /** Whether what it does is in the database when it is done. */
    static boolean isCommit(String call) {
        return call.equals("COMMIT") || call.startsWith(AT_ONCE);
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Object wrapped(Object result, Object[] arguments) {
        if (result instanceof Connection connection) {
            return proxy(
                    Connection.class,
                    connection,
                    "",
                    (method, sql) -> method.getName().equals("commit") ? "COMMIT" : "");
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, (String) arguments[0], Wiretap::execution);
        }
        if (result instanceof Statement statement) {
            return proxy(Statement.class, statement, "", (method, sql) -> "");
        }
        return result;
    }

    private static String execution(Method method, String sql) {
        return method.getName().startsWith("execute") ? sql : "";
    }
}
