package dev.hypergraph4j.durability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many transactions a database has had that wrote something, as it tells itself: whoever may have made them, and by whatever statements. */
interface CommitCount {
    /** All until now. */
    long now() throws SQLException, IOException;

    /** Of the database of a store. */
    static CommitCount of(Place place) {
        return place.isSqlite()
                ? () -> framesWithCommit(Path.of(place.address() + "-wal"))
                : () -> nextTransaction(place);
    }

    /** The frames of SQLite's log that end a transaction: they tell how large the database is then. As long as there is no checkpoint. */
    private static long framesWithCommit(Path wal) throws IOException {
        if (Files.notExists(wal)) {
            return 0; // It has gone with the connection that set the store up, and comes with the next one.
        }
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(wal));
        int pageSize = log.getInt(8);
        long commits = 0;
        for (int frame = 32; frame < log.limit(); frame += 24 + pageSize) {
            commits += log.getInt(frame + 4) == 0 ? 0 : 1;
        }
        return commits;
    }

    /** PostgreSQL numbers all transactions of a server that write, in all databases, those of its own housekeeping too. */
    private static long nextTransaction(Place place) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.address(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet next =
                        statement.executeQuery("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            next.next();
            return next.getLong(1);
        }
    }
}
