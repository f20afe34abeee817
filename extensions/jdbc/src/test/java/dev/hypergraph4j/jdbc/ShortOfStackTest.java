package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that is used by somebody who has hardly any stack left stays usable for all others. */
@ParameterizedClass
@EnumSource
class ShortOfStackTest extends StoreTest {
    private static final int STACK = 512 * 1024;

    /** With fewer frames than these left, the store can't do anything; with more, all it is asked to. */
    private static final int FRAMES = 3_000;

    ShortOfStackTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void whoRunsOutOfStackWhileHeWritesKeepsNoLock() throws Exception {
        atAnyDepth(() -> store.delivered("none"));

        elsewhere(() -> stories.runs("order-1"));
        assertThat(store.find("order-1")).isPresent();
    }

    @Test
    void whoRunsOutOfStackWhileHeReadsKeepsNoConnection() throws Exception {
        atAnyDepth(() -> store.find("none"));

        elsewhere(() -> assertThat(store.find("none")).isEmpty());
    }

    @Test
    void workOfAStepThatRunsOutOfStackLeavesTheStoreUsable() throws Exception {
        Lease lease = stories.runs("order-1");
        onSmallStack(() ->
                stories.commit(lease, stories.completed("a", "x", Stories.work(connection -> ask(connection, STACK)))));

        elsewhere(() -> stories.commit(lease, stories.completed("b", "x")));
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
    }

    /** More often than there is stack for. */
    private static void ask(Connection connection, int times) throws SQLException {
        if (times == 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
        ask(connection, times - 1);
    }

    /** With each number of frames left, from many to none. */
    private static void atAnyDepth(Runnable what) throws Exception {
        for (int i = 0; i < 100; i++) {
            elsewhere(what); // Its classes are loaded then, which takes stack of its own.
        }
        onSmallStack(() -> {
            int deepest = deepest();
            for (int depth = Math.max(0, deepest - FRAMES); depth <= deepest; depth += 10) {
                reaches(depth, what);
            }
        });
    }

    private static int deepest() {
        int reached = 0;
        int missed = STACK;
        while (missed - reached > 1) {
            int depth = (reached + missed) / 2;
            if (reaches(depth, () -> {})) {
                reached = depth;
            } else {
                missed = depth;
            }
        }
        return reached;
    }

    private static boolean reaches(int depth, Runnable what) {
        try {
            at(depth, what);
            return true;
        } catch (StackOverflowError end) {
            return false;
        }
    }

    private static void at(int depth, Runnable what) {
        if (depth == 0) {
            what.run();
        } else {
            at(depth - 1, what);
        }
    }

    private static void onSmallStack(Runnable what) throws Exception {
        await(STACK, () -> {
            try {
                what.run();
            } catch (StackOverflowError wanted) {
                // That is how it may end.
            }
        });
    }

    private static void elsewhere(Runnable what) throws Exception {
        await(0, what);
    }

    private static void await(int stack, Runnable what) throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        what.run();
                        end.complete(null);
                    } catch (Throwable failure) {
                        end.completeExceptionally(failure);
                    }
                },
                "short of stack",
                stack);
        thread.setDaemon(true);
        thread.start();
        end.get(1, TimeUnit.MINUTES);
    }
}
