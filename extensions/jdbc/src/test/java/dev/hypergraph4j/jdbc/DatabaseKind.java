package dev.hypergraph4j.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The databases that stores can be in. */
enum DatabaseKind {
    SQLITE {
        @Override
        Opened open(Path folder) {
            Path file = folder.resolve("store.db");
            return new Opened() {
                @Override
                public JdbcCheckpointer store(JdbcCheckpointerBuilder settings) {
                    return settings.sqlite(file);
                }

                @Override
                public Connection connect() throws SQLException {
                    return DriverManager.getConnection("jdbc:sqlite:" + file);
                }
            };
        }
    },
    POSTGRESQL {
        @Override
        Opened open(Path folder) {
            DataSource database = PostgresServer.newDatabase();
            return new Opened() {
                @Override
                public JdbcCheckpointer store(JdbcCheckpointerBuilder settings) {
                    return settings.postgres(database);
                }

                @Override
                public Connection connect() throws SQLException {
                    return database.getConnection();
                }
            };
        }
    };

    /** A database. */
    interface Opened {
        JdbcCheckpointer store(JdbcCheckpointerBuilder settings);

        Connection connect() throws SQLException;
    }

    /** An empty database, in this folder if it is one of files. */
    abstract Opened open(Path folder);
}
