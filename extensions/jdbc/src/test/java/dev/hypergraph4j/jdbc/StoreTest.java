package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a database of its own, and words for what is done with it. */
abstract class StoreTest {
    private static final long START = 1_700_000_000_000L;

    final ManualClock clock = ManualClock.at(START);
    final Wiretap wiretap = new Wiretap();

    @TempDir
    private Path folder;

    private final DatabaseKind kind;
    private DatabaseKind.Opened database;
    JdbcCheckpointer store;
    Stories stories;
    private int blockers;

    StoreTest(DatabaseKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void openStore() {
        database = kind.open(folder);
        reopen();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    final void reopen() {
        store = open(settings());
        stories = new Stories(store);
    }

    final JdbcCheckpointer open(JdbcCheckpointerBuilder settings) {
        return database.store(settings);
    }

    final Connection connect() throws SQLException {
        return database.connect();
    }

    final JdbcCheckpointerBuilder settings() {
        return JdbcCheckpointer.builder().clock(clock).dataSource(wiretap::around);
    }

    final String outcome(String workflow, int step) {
        StepOutcome outcome =
                store.history(workflow).orElseThrow().steps().get(step).outcome();
        return (String) store.codec().decode(outcome.values().get(0), String.class);
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final int count(String table) throws SQLException {
        return Integer.parseInt(rows("SELECT COUNT(*) FROM " + table).get(0));
    }

    final List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(results.getString(i));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    /** Has all of it done in as few groups as possible, and gives what was thrown. */
    final List<Throwable> together(Runnable... all) {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(all.length + 1);
        try {
            Lease blocker = stories.runs("blocker-" + ++blockers);
            Future<?> first =
                    pool.submit(() -> stories.commit(blocker, stories.completed("a", "x", Stories.work(connection -> {
                        blocked.countDown();
                        release.await();
                    }))));
            while (!blocked.await(10, TimeUnit.MILLISECONDS)) {
                if (first.isDone()) {
                    first.get();
                }
            }
            List<Future<?>> others = new ArrayList<>();
            for (Runnable each : all) {
                others.add(pool.submit(each));
            }
            awaitWaiting(all.length);
            release.countDown();
            first.get();
            return failures(others);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
    }

    private static List<Throwable> failures(List<Future<?>> others) throws Exception {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> each : others) {
            try {
                each.get(1, TimeUnit.MINUTES);
            } catch (ExecutionException failure) {
                failures.add(failure.getCause());
            }
        }
        return failures;
    }

    final void awaitWaiting(int jobs) {
        while (store.waiting() < jobs) {
            Thread.onSpinWait();
        }
    }
}
