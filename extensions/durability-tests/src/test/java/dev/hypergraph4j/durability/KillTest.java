package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed by SIGKILL at any moment. Many more of them with {@code -Dkills.sqlite=3000 -Dkills.postgres=1000}; other moments with
 * {@code -Dseed=}<i>another number</i>.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class KillTest {
    private static final int ON_SQLITE = Integer.getInteger("kills.sqlite", 100);
    private static final int ON_POSTGRES = Integer.getInteger("kills.postgres", 50);

    @TempDir
    private Path folder;

    @Test
    void workflowsOnSqliteEndAsIfNoProcessHadBeenKilled() throws SQLException {
        Place place = new Place(folder.resolve("workflows.db").toString());
        kill(place, ON_SQLITE);
        assertThat(integrity(place)).isEqualTo("ok");
    }

    @Test
    void workflowsOnPostgresEndAsIfNoProcessHadBeenKilled() {
        kill(new Place(PostgresServer.newDatabaseUrl()), ON_POSTGRES);
    }

    private void kill(Place place, int kills) {
        Path faultless = folder.resolve("faultless.db");
        assertThat(Files.exists(faultless)).isFalse();
        try (Faultless lives = new Faultless(faultless)) {
            Seeds.with(Seeds.one(), seed -> new Kills(place, folder, lives, new Random(seed)).kill(kills));
        }
    }

    private static String integrity(Place place) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.address());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            result.next();
            return result.getString(1);
        }
    }
}
