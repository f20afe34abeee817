package dev.hypergraph4j.durability;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A PostgreSQL server, one for all tests of the process that do not kill it, and stopped with it. */
final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off") // Nobody cuts the power here.
                        .start();
            } catch (IOException failure) {
                throw new IllegalStateException("PostgreSQL does not start", failure);
            }
        }
    }

    /** An empty database. */
    static DataSource newDatabase() {
        return Server.RUNNING.getDatabase("postgres", newDatabaseName());
    }

    /** An empty database whose connections are used again, as those of an application are: to open one takes longer than to ask it for something. */
    static HikariDataSource newPool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(newDatabase());
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }

    /** The URL of an empty database. */
    static String newDatabaseUrl() {
        return Server.RUNNING.getJdbcUrl("postgres", newDatabaseName());
    }

    private static String newDatabaseName() {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return name;
        } catch (SQLException failure) {
            throw new IllegalStateException("there is no database " + name, failure);
        }
    }
}
