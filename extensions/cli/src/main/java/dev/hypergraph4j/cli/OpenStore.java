package dev.hypergraph4j.cli;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.jdbc.JdbcCheckpointerBuilder;
import dev.hypergraph4j.jdbc.NoStoreException;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A store while a command works on it.
 *
 * @param checkpointer the store
 * @param isOwned whether it is closed afterwards
 */
record OpenStore(Checkpointer checkpointer, boolean isOwned) implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    private static final int DEEPEST = 20;

    /** People wait for less long than workers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Opens the store that {@code place} names.
     *
     * @param place a file, or a JDBC URL of SQLite or PostgreSQL
     * @throws StoreException if there is none, or it can't be opened: the message says so in one line
     */
    static OpenStore at(String place, String user, String password) {
        // An empty store is no answer to a typing mistake, nor are our tables in a database of somebody else's.
        JdbcCheckpointerBuilder settings =
                JdbcCheckpointer.builder().patience(PATIENCE).existing();
        if (place.startsWith(POSTGRES)) {
            return opened(place, () -> settings.postgres(place, user, password));
        }
        if (place.startsWith("jdbc:") && !place.startsWith(SQLITE)) {
            throw new StoreException(
                    "Store '" + place + "' is of no kind that is known here.\n- name a file, " + SQLITE + "FILE or "
                            + POSTGRES + "//HOST/DATABASE",
                    null);
        }
        Path file = file(place);
        if (!Files.isRegularFile(file)) {
            throw noFile(place);
        }
        return opened(place, () -> settings.sqlite(file));
    }

    private static Path file(String place) {
        try {
            return Path.of(place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : place);
        } catch (InvalidPathException noPath) {
            throw noFile(place);
        }
    }

    private static StoreException noFile(String place) {
        return new StoreException("There is no store '" + place + "'.\n- name the file that the workers use", null);
    }

    private interface Opening {
        Checkpointer open();
    }

    private static OpenStore opened(String place, Opening opening) {
        try {
            return new OpenStore(opening.open(), true);
        } catch (NoStoreException none) {
            String kind = place.startsWith(POSTGRES) ? "database" : "file";
            throw new StoreException(
                    "There is no store in '" + place + "': it has no table hg_schema_version.\n- name the " + kind
                            + " that the workers use; a new store is made by the first worker that opens it",
                    none);
        } catch (StoreException broken) {
            String why = first(broken).replaceAll("[.\\s]+$", "");
            throw new StoreException(
                    "Store '" + place + "' can't be opened: " + why + ".\n- see to the database, or name another store",
                    broken);
        }
    }

    @Override
    public void close() {
        if (isOwned) {
            checkpointer.close();
        }
    }

    /** What went wrong in the first place: what was made of it on the way up tells less. */
    private static String first(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
