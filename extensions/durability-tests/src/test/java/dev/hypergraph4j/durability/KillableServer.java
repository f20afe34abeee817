package dev.hypergraph4j.durability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of one test, which is killed and started again on the same data, at the same address. */
final class KillableServer implements AutoCloseable {
    private final Path data;
    private final EmbeddedPostgres server;

    KillableServer(Path data) {
        this.data = data;
        try {
            this.server = EmbeddedPostgres.builder().setDataDirectory(data).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** SIGKILL to the postmaster, and then another one with the same words. */
    void killAndRestart() {
        ProcessHandle postmaster = postmaster();
        List<String> command = command(postmaster.pid());
        postmaster.destroyForcibly();
        Until.so("the postmaster is dead", () -> !postmaster.isAlive());
        start(command);
    }

    /** What served the connections of the dead one may be there yet, and keeps a new one from starting. */
    private void start(List<String> command) {
        List<Process> tries = new ArrayList<>();
        Until.so("the server is back", () -> {
            if (tries.isEmpty() || !tries.get(tries.size() - 1).isAlive()) {
                tries.add(started(command));
            }
            return answers();
        });
    }

    private static Process started(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean answers() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** PostgreSQL refuses to be root: whoever is, has to be somebody else for it. */
    private static List<String> command(long pid) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        try {
            String words = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            command.addAll(List.of(words.split("\0")));
            return command;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
