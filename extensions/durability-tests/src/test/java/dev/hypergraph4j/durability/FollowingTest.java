package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.ChildJvm.Child;
import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that follows a file, whose processes are killed by SIGKILL while lines are added: each line becomes one workflow. */
class FollowingTest {
    private static final int KILLS = 12;
    private static final int LINES_A_LIFE = 6;
    private static final long LEAP_MILLIS = 60_000;

    @TempDir
    private Path folder;

    private Path file;
    private Place place;
    private ChildJvm jvm;
    private final List<String> lines = new ArrayList<>();

    @Test
    void eachLineBecomesOneWorkflowHoweverOftenTheProcessIsKilledThatFollows() throws IOException {
        file = Files.createFile(folder.resolve("numbers.txt"));
        place = new Place(folder.resolve("workflows.db").toString());
        jvm = new ChildJvm(folder, FollowingProcess.class);
        jvm.archive(FollowingProcess.words(place, file, 0));
        Seeds.with(Seeds.one(), seed -> {
            Random random = new Random(seed);
            for (int life = 1; life <= KILLS; life++) {
                addLines(random);
                Child child = jvm.start(FollowingProcess.words(place, file, life * LEAP_MILLIS));
                child.read(1 + random.nextInt(LINES_A_LIFE - 1), new ArrayList<>());
                child.live(random.nextInt(20_000));
                child.kill();
                child.readToEnd(new ArrayList<>());
                assertThat(child.exitCode()).as(() -> jvm.errors()).isIn(0, 137); // It may be faster.
            }
        });
        Child last = jvm.start(FollowingProcess.words(place, file, (KILLS + 1) * LEAP_MILLIS));
        last.readToEnd(new ArrayList<>());
        assertThat(last.exitCode()).as(() -> jvm.errors()).isZero();

        check();
    }

    private void addLines(Random random) {
        try {
            for (int i = 0; i < LINES_A_LIFE; i++) {
                String line = String.valueOf(random.nextInt(1_000_000));
                lines.add(line);
                Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void check() {
        try (Checkpointer store = place.open((KILLS + 2) * LEAP_MILLIS)) {
            ChainGraph chain = ChainGraph.create(new Chain((context, effect) -> {}));
            Workflows workflows = Workflows.on(store).serve(chain).build();
            long position = 0;
            for (String line : lines) {
                String sent = workflows
                        .result(chain, "line at " + position)
                        .orElseThrow()
                        .outputs()
                        .sent();
                assertThat(sent).startsWith("parcel " + line + " with");
                position += line.length() + 1;
            }
            assertThat(store.cursor(file.toString())).hasValue(position);
            assertThat(store.workflows(
                            WorkflowQuery.ALL.at(WorkflowStatus.COMPLETED).most(10_000)))
                    .hasSameSizeAs(lines);
        }
    }
}
