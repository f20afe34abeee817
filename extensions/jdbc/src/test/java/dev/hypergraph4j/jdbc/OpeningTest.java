package dev.hypergraph4j.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** Who opens a store that can't be reached is told so, and where it was looked for. */
class OpeningTest {
    private static JdbcCheckpointerBuilder impatient() {
        return JdbcCheckpointer.builder().patience(Duration.ZERO);
    }

    /** A port on which nobody listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void addressAtWhichNobodyListensIsNamed() throws IOException {
        int port = freePort();
        String url = "jdbc:postgresql://localhost:" + port + "/workflows?password=secret";

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> impatient().postgres(url, "ada", "secret"))
                .withMessageStartingWith(
                        "[Hypergraph/StoreUnreachable] The store can't be opened, since its database gives no connection.")
                .withMessageContaining("database : jdbc:postgresql://localhost:" + port + "/workflows")
                .withMessageContaining("reason   : Connection to localhost:" + port + " refused.")
                .withMessageContaining("JdbcCheckpointer.postgres(dataSource)")
                .withMessageNotContaining("secret");
    }

    @Test
    void databaseThatIsNotThereIsNamed() {
        String url = PostgresServer.newDatabaseUrl().replaceAll("/test\\d+", "/nowhere");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> impatient().postgres(url, "postgres", "postgres"))
                .withMessageContaining("reason   : FATAL: database \"nowhere\" does not exist");
    }

    @Test
    void connectionsOfTheCallersTellWhereTheyGo() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        int port = freePort();
        source.setPortNumbers(new int[] {port});

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> impatient().postgres(source))
                .withMessageContaining("Connection to localhost:" + port + " refused.")
                .withMessageNotContaining("database :");
    }

    @Test
    void serverThatIsComingUpIsWaitedFor() {
        Queue<SQLException> failures = new ArrayDeque<>(List.of(
                new SQLException("Connection to db refused.", "08001"),
                new SQLException("FATAL: the database system is starting up", "57P03")));
        Wiretap wiretap = new Wiretap();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) throws SQLException {
                SQLException failure = failures.poll();
                if (failure != null) {
                    throw failure;
                }
            }
        });

        try (JdbcCheckpointer store =
                JdbcCheckpointer.builder().dataSource(wiretap::around).postgres(PostgresServer.newDatabase())) {
            assertThat(store.find("order-1")).isEmpty();
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void databaseWithoutAStoreStaysAsItIsIfItMayNotBecomeOne(DatabaseKind kind, @TempDir Path folder)
            throws SQLException {
        DatabaseKind.Opened database = kind.open(folder);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE alien (id INTEGER)");

            assertThatExceptionOfType(NoStoreException.class)
                    .isThrownBy(() -> database.store(impatient().existing()))
                    .withMessageStartingWith(
                            "[Hypergraph/NoStore] The database holds no store: it has no table hg_schema_version.");

            String name = kind == DatabaseKind.SQLITE ? "main" : "public";
            assertThat(tables(connection, name)).containsExactly("alien");
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @Test
    void fileThatIsNotThereIsNotMadeIfItHasToBeThere(@TempDir Path folder) {
        Path file = folder.resolve("rnus.db");

        assertThatExceptionOfType(NoStoreException.class)
                .isThrownBy(() -> impatient().existing().sqlite(file))
                .withMessageContaining("There is no file " + file);
        assertThat(file).doesNotExist();
    }

    @Test
    void poolWaitsForTenSecondsAtMost() {
        assertThat(timeout(JdbcCheckpointer.builder())).isEqualTo(Duration.ofSeconds(10));
        assertThat(timeout(JdbcCheckpointer.builder().patience(Duration.ofMinutes(5))))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(timeout(JdbcCheckpointer.builder().patience(Duration.ofSeconds(2))))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(timeout(impatient())).isPositive();
    }

    @Test
    void driverGivesUpBeforeThePoolDoes() {
        assertThat(JdbcCheckpointer.builder()
                        .pool("jdbc:postgresql://localhost/x", "ada", "")
                        .getDataSourceProperties())
                .containsEntry("connectTimeout", "5");
    }

    @Test
    void serverThatIsGoneWithoutAWordIsNotWaitedForForEver() {
        assertThat(driverSettings(JdbcCheckpointer.builder(), ""))
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("socketTimeout", "60");
        assertThat(driverSettings(JdbcCheckpointer.builder().patience(Duration.ofMinutes(5)), ""))
                .containsEntry("socketTimeout", "600");
        assertThat(driverSettings(JdbcCheckpointer.builder().patience(Duration.ofSeconds(Long.MAX_VALUE)), ""))
                .containsEntry("socketTimeout", "1728000");
        assertThat(driverSettings(JdbcCheckpointer.builder(), "?socketTimeout=0&tcpKeepAlive=false"))
                .containsEntry("tcpKeepAlive", "false")
                .containsEntry("socketTimeout", "0");
    }

    /** What the driver makes of a URL and the settings of the pool. */
    private static Properties driverSettings(JdbcCheckpointerBuilder settings, String asked) {
        HikariConfig config = settings.pool("jdbc:postgresql://localhost/x" + asked, "ada", "");
        return requireNonNull(Driver.parseURL(config.getJdbcUrl(), config.getDataSourceProperties()));
    }

    private static Duration timeout(JdbcCheckpointerBuilder settings) {
        return Duration.ofMillis(
                settings.pool("jdbc:postgresql://localhost/x", "ada", "").getConnectionTimeout());
    }
}
