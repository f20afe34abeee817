package dev.hypergraph4j.jdbc;

import com.fasterxml.jackson.databind.Module;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hypergraph4j.jdbc.json.JsonCodec;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** Settings of a {@link JdbcCheckpointer}; the last method opens it. Not thread-safe. */
public final class JdbcCheckpointerBuilder {
    private static final int READERS = 4;

    /** By far longer than any statement of the store takes. The driver counts in milliseconds, as an int. */
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(60);

    private static final Duration LONGEST_SILENCE = Duration.ofDays(20);

    /** The pool takes no shorter one, in milliseconds. */
    private static final long SHORTEST_TIMEOUT = 250;

    private final List<Module> modules = new ArrayList<>();
    private Duration patience = Duration.ofSeconds(30);
    private @Nullable LongSupplier clock;
    private UnaryOperator<DataSource> wrapper = UnaryOperator.identity();
    private boolean keepsReaders;
    private boolean mayBeNew = true;

    JdbcCheckpointerBuilder() {}

    /**
     * For how long something is tried again that fails for a moment, such as a database that restarts or a file that is locked; then it is a
     * {@link StoreException}. Half a minute by default.
     */
    public JdbcCheckpointerBuilder patience(Duration time) {
        patience = time;
        return this;
    }

    /**
     * Has values of further types written by a Jackson module. What its serializers and deserializers accept, the store accepts; whether it comes back as it
     * was is theirs to see to.
     */
    public JdbcCheckpointerBuilder module(Module module) {
        modules.add(module);
        return this;
    }

    /**
     * Has the store measure time by another clock, in tests. By default it is the system's for SQLite, and the server's for PostgreSQL.
     *
     * @param millis gives milliseconds since 1970, and never less than before
     */
    public JdbcCheckpointerBuilder clock(LongSupplier millis) {
        clock = millis;
        return this;
    }

    /**
     * Opens only a store that is there: a database that holds none is refused with a {@link NoStoreException}, before anything is written, instead of becoming one.
     * For programs that look after the workflows of others, and may be given the wrong database.
     */
    public JdbcCheckpointerBuilder existing() {
        mayBeNew = false;
        return this;
    }

    /** Has every connection come from what {@code around} makes of the source of connections. */
    JdbcCheckpointerBuilder dataSource(UnaryOperator<DataSource> around) {
        wrapper = around;
        return this;
    }

    /**
     * Opens a store in a file, which is created if it is not there, unless it has to be {@linkplain #existing there}. Several processes of one machine may
     * use it at once. It is not for network drives, whose locks can't be trusted.
     *
     * @throws StoreException if it can't be opened, or is of a later version of this library
     */
    public JdbcCheckpointer sqlite(Path file) {
        if (!mayBeNew && Files.notExists(file)) {
            throw NoStoreException.noFile(file); // The driver would create it.
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        // Else the driver asks for the key of each row of ours; the work of steps is told those of its own.
        source.setGetGeneratedKeys(false);
        keepsReaders = true;
        return open(source, new SqliteDialect(clock == null ? System::currentTimeMillis : clock), () -> {}, null);
    }

    /**
     * Opens a store in PostgreSQL, on connections of the caller's. One of them is kept until the store is closed, and a few more are borrowed to read and to renew leases. How
     * long a server may take to give one is the source's to say, and what happens where one is gone without a word, since its machine or the network failed:
     * without {@code tcpKeepAlive=true} and a {@code socketTimeout} of the driver, everybody waits for its answer for ever.
     *
     * @throws StoreException if it can't be opened, or is of a later version of this library
     */
    public JdbcCheckpointer postgres(DataSource dataSource) {
        return open(dataSource, new PostgresDialect(clock), () -> {}, null);
    }

    /**
     * Opens a store in PostgreSQL, on a pool of connections that is closed with it. A server that does not answer is waited for as long as the
     * {@linkplain #patience patience} lasts, but for no more than ten seconds: for longer on {@linkplain #postgres(DataSource) connections of your own}.
     * One that says nothing for a minute, or twice the patience where that is longer, while it executes a statement is taken for gone: the driver's
     * {@code socketTimeout}. Where the work of a step takes longer, or a new version of this library changes large tables, the URL may set another one, or
     * none with {@code socketTimeout=0}.
     *
     * @param url as in {@code jdbc:postgresql://db.example.org/workflows}
     * @throws StoreException if it can't be opened, or is of a later version of this library
     */
    public JdbcCheckpointer postgres(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource(pool(url, user, password));
        try {
            return open(pool, new PostgresDialect(clock), pool, Opening.address(url));
        } catch (RuntimeException | Error failure) {
            pool.close();
            throw failure;
        }
    }

    HikariConfig pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("hypergraph4j");
        config.setMaximumPoolSize(READERS + 2); // One to write, and one to renew leases.
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1); // The store has its own patience.
        config.setConnectionTimeout(
                Math.max(SHORTEST_TIMEOUT, Opening.reach(patience).toMillis()));
        // Else the driver hangs at an address where nobody is for longer than the pool waits. What the URL says of it
        // counts.
        config.addDataSourceProperty(
                "connectTimeout",
                String.valueOf(Math.max(1, Opening.reach(patience).toSeconds() / 2)));
        // Else a server that is gone without a word is waited for by everybody, for ever.
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", String.valueOf(silence().toSeconds()));
        return config;
    }

    /** For how long a server may say nothing. */
    private Duration silence() {
        if (patience.compareTo(LONGEST_SILENCE.dividedBy(2)) > 0) {
            return LONGEST_SILENCE;
        }
        Duration twice = patience.multipliedBy(2);
        return twice.compareTo(SHORTEST_SILENCE) > 0 ? twice : SHORTEST_SILENCE;
    }

    JsonCodec codec() {
        return modules.isEmpty() ? JsonCodec.create() : JsonCodec.with(modules);
    }

    Duration patience() {
        return patience;
    }

    @Nullable
    LongSupplier clock() {
        return clock;
    }

    boolean keepsReaders() {
        return keepsReaders;
    }

    int mostReaders() {
        return READERS;
    }

    private JdbcCheckpointer open(DataSource source, Dialect dialect, AutoCloseable owned, @Nullable String address) {
        Database database = new Database(wrapper.apply(source), dialect);
        new Opening(database, patience, address).run(mayBeNew);
        return new JdbcCheckpointer(database, this, owned);
    }
}
