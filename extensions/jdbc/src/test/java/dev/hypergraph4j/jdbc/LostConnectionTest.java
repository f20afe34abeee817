package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Verdict;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What was on its way to the server when the connection was lost does not arrive after it was said not to be there. */
class LostConnectionTest {
    private static final Pattern PORT = Pattern.compile(":([0-9]+)/");

    private final Wiretap wiretap = new Wiretap();
    private Relay relay;
    private JdbcCheckpointer store;
    private Stories stories;
    private Lease lease;

    @BeforeEach
    void openStore() throws Exception {
        String url = PostgresServer.newDatabaseUrl();
        Matcher port = PORT.matcher(url);
        assertThat(port.find()).isTrue();
        relay = new Relay(Integer.parseInt(port.group(1)));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(port.replaceFirst(":" + relay.port() + "/"));
        store = JdbcCheckpointer.builder().dataSource(wiretap::around).postgres(source);
        stories = new Stories(store);
        lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"));
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
        relay.close();
    }

    @Test
    void outcomeThatWasSaidNotToBeRecordedStaysSo() throws Exception {
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) throws SQLException {
                if (call.startsWith(Wiretap.AT_ONCE) && relay.isHolding()) {
                    throw new SQLException("made to fail when it is tried again", "42601");
                }
            }
        });
        relay.hold(Wiretap.AT_ONCE);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> stories.commit(lease, stories.completed("a", "x")))
                .isNotInstanceOf(UnknownOutcomeException.class);
        relay.release();

        assertThat(step().status()).isEqualTo(StepStatus.OPEN);
    }

    @Test
    void attemptThatHasFailedDoesNotTakeThePlaceOfTheNextOne() throws Exception {
        relay.hold(Wiretap.AT_ONCE);
        stories.commit(
                lease,
                new StepEvent.Failed(
                        Stories.step("a"),
                        1,
                        new StepError("java.io.IOException", "no route"),
                        Verdict.RETRY,
                        0,
                        store.now(),
                        store.now()));
        stories.commit(lease, new StepEvent.Started(Stories.step("a"), 2, "effect", store.now()));
        relay.release();

        assertThat(step().attempt()).isEqualTo(2);
    }

    private Step step() {
        return store.history("order-1").orElseThrow().steps().get(0);
    }
}
