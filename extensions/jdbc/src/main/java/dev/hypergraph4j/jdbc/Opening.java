package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The first use of a database: brings its schema up to date, waits for a server that is just coming up, and tells where there is none. */
final class Opening {
    /** A place where nobody answers is more often a wrong address than a server that will be there in a moment. */
    private static final Duration REACH = Duration.ofSeconds(10);

    private final Database database;
    private final Duration patience;
    private final @Nullable String address;

    /**
     * What opens {@code database}.
     *
     * @param address where it is, as people know it; {@code null} where only its source of connections knows
     */
    Opening(Database database, Duration patience, @Nullable String address) {
        this.database = database;
        this.patience = patience;
        this.address = address;
    }

    /** For how long a database that does not answer is waited for, by who has so much patience. */
    static Duration reach(Duration patience) {
        return patience.compareTo(REACH) < 0 ? patience : REACH;
    }

    /** The address that a URL has in it, without what may be secret. */
    static String address(String url) {
        return url.replaceAll("\\?.*", "").replaceAll("//[^/]*@", "//");
    }

    /**
     * Has the database ready.
     *
     * @param mayBeNew whether it may be one that holds no store yet
     * @throws NoStoreException if it may not, and holds none
     */
    void run(boolean mayBeNew) {
        long start = System.nanoTime();
        Backoff backoff = new Backoff();
        while (true) {
            try {
                Migrations migrations = new Migrations(database);
                if (!mayBeNew) {
                    migrations.requireStore();
                }
                migrations.run();
                return;
            } catch (SQLException failure) {
                if (!mayPass(failure, System.nanoTime() - start)) {
                    throw failed(failure);
                }
                LockSupport.parkNanos(backoff.nanos());
            }
        }
    }

    private boolean mayPass(SQLException failure, long nanos) {
        Duration atMost = database.isUnreachable(failure) ? reach(patience) : patience;
        return database.isTransient(failure) && nanos <= atMost.toNanos();
    }

    private StoreException failed(SQLException failure) {
        if (!database.isUnreachable(failure)) {
            return StoreException.failedTo("be opened", failure);
        }
        Message message =
                Message.of("StoreUnreachable", "The store can't be opened, since its database gives no connection.");
        Message told = address == null ? message : message.fact("database", address);
        return new StoreException(
                told.fact("reason", reason(failure))
                        .fix("start the database, or correct its address, the user or the password")
                        .fix("where it takes longer to answer, open the store on connections of your own, with a longer"
                                + " timeout: JdbcCheckpointer.postgres(dataSource)")
                        .text(),
                failure);
    }

    /** What the driver said: a pool tells only that it has waited. */
    private static String reason(SQLException failure) {
        SQLException last = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                last = sql;
            }
        }
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    }
}
