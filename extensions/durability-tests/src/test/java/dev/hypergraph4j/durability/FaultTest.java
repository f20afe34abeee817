package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.FaultyDatabase.Fault;
import dev.hypergraph4j.durability.FaultyDatabase.Kind;
import dev.hypergraph4j.durability.Life.UnfinishedException;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each statement of a workflow fails once, and each commit; then the workflow ends as it should. Where the connection breaks, or the file can't be read for once, nobody notices. Where the
 * database refuses a statement, the workflow may stop, but loudly, and ends as it should when it goes on: workers tell of it in their log, and go on with
 * other workflows. As it should is with the outputs, steps and messages of one without a fault, and no method run more often than it has been stopped.
 */
@ExtendWith(QuietWorkers.class)
class FaultTest {
    private static final int NUMBER = 4;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1}, {2}: {3}, before: {4}")
    @CsvSource({
        "POSTGRES, streaming, RUN, REFUSED, true",
        "POSTGRES, streaming, RUN, REFUSED, false",
        "POSTGRES, streaming, RUN, CUT, true",
        "POSTGRES, streaming, RUN, CUT, false",
        "POSTGRES, question, SUBMIT, REFUSED, true",
        "POSTGRES, question, SUBMIT, REFUSED, false",
        "POSTGRES, question, SUBMIT, CUT, true",
        "POSTGRES, question, SUBMIT, CUT, false",
        "POSTGRES, spawning, RUN, REFUSED, true",
        "POSTGRES, spawning, SUBMIT, REFUSED, true",
        "POSTGRES, spawning, SUBMIT, REFUSED, false",
        "POSTGRES, spawning, SUBMIT, CUT, false",
        "POSTGRES, messages, SUBMIT, CUT, false",
        "SQLITE, streaming, RUN, REFUSED, true",
        "SQLITE, streaming, RUN, REFUSED, false",
        "SQLITE, streaming, RUN, UNREADABLE, true",
        "SQLITE, streaming, RUN, UNREADABLE, false",
        "SQLITE, question, SUBMIT, REFUSED, true",
        "SQLITE, question, SUBMIT, REFUSED, false",
        "SQLITE, question, SUBMIT, UNREADABLE, true",
        "SQLITE, question, SUBMIT, UNREADABLE, false",
        "SQLITE, spawning, SUBMIT, REFUSED, false",
        "SQLITE, spawning, SUBMIT, UNREADABLE, false"
    })
    void workflowEndsAsItShouldWhicheverStatementFails(
            StoreKind databases, String name, Way way, Kind kind, boolean before) {
        try (Tappable database = new Tappable(databases, folder, clock);
                Checkpointer store = database.open()) {
            Subject<?, ?> subject = new Subject<>(Reference.named(name), way, database);
            Bodies faultless = new Bodies();
            Object expected = subject.life("faultless", faultless, store);
            Family family = Family.of(store, "faultless");
            Map<String, Integer> bodies = family.byStep(faultless.runs());
            Map<String, Object> messages = Sent.delivered(store).onlyBy("faultless");
            assertThat(messages).hasSize(name.equals("streaming") ? 2 : 0);
            int call = 0;
            int stopped = 0;
            FaultyDatabase faulty;
            do {
                Fault fault = new Fault(kind, call++, before);
                String id = fault.toString();
                faulty = new FaultyDatabase(fault);
                Bodies ran = new Bodies();
                int again = subject.isStoppedBy(faulty, id, ran) ? 1 : 0;
                clock.advance(Duration.ofMinutes(again));
                if (kind != Kind.REFUSED) {
                    assertThat(again).as("stops by " + id).isZero();
                }
                stopped += again;
                assertThat(subject.life(id, ran, store)).as(id).isEqualTo(expected);
                Family same = Family.of(store, id);
                assertThat(same.steps()).as("steps of " + id).isEqualTo(family.steps());
                assertThat(Sent.delivered(store).onlyBy(id))
                        .as("messages of " + id)
                        .isEqualTo(messages);
                Map<String, Integer> runs = same.byStep(ran.runs());
                assertThat(runs.keySet()).as(id).isEqualTo(bodies.keySet());
                runs.forEach((step, count) ->
                        assertThat(count).as(step + " of " + id).isBetween(1, bodies.get(step) + again));
            } while (faulty.hasHappened());
            assertThat(call).isGreaterThan(20);
            if (kind == Kind.REFUSED) {
                // Not by what is not needed any more, such as that a connection be as it was.
                assertThat(stopped).as("workflows that were stopped").isBetween(1, call - 2);
            }
        }
    }

    /** Workflows that are run in one way. */
    private record Subject<I, O>(Reference<I, O> reference, Way way, Tappable database) {
        /**
         * Runs a workflow on a database with a fault; gives whether that has stopped it, or the process's own worker has it still, which was stopped.
         */
        boolean isStoppedBy(FaultyDatabase faulty, String id, Bodies bodies) {
            try (Checkpointer store = database.open(faulty::around)) {
                var unused = life(id, bodies, store);
                return false;
            } catch (StoreException loud) {
                assertThat(loud).hasRootCauseMessage(id);
            } catch (UnfinishedException | ConflictException left) {
                assertThat(faulty.hasHappened()).as(id + " has happened").isTrue();
            }
            return true;
        }

        O life(String id, Bodies bodies, Checkpointer store) {
            return new Life<>(reference, id, NUMBER, bodies, store).live(way);
        }
    }
}
