package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.Serial;
import java.nio.file.Path;

/** A database holds no store, and none was to be made in it. Nothing was written. */
public final class NoStoreException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    private NoStoreException(String sentence) {
        super(
                Message.of("NoStore", sentence)
                        .fix("open the database that the workers use")
                        .fix("have a worker open it first, which makes a store of it")
                        .text(),
                null);
    }

    static NoStoreException noFile(Path file) {
        return new NoStoreException("There is no file " + file + ".");
    }

    static NoStoreException noTable(String table) {
        return new NoStoreException("The database holds no store: it has no table " + table + ".");
    }
}
