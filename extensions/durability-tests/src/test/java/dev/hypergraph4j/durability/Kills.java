package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.ChildJvm.Child;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Processes that are killed, one after the other, while they work on the workflows of a store. In rounds: once all workflows of a round are over, they are
 * checked, and the next ones are added to the same store.
 */
final class Kills {
    private static final Mix MIX = Mix.ONE_AFTER_ANOTHER;
    private static final int WORKFLOWS = 52;
    private static final int LEASE_MILLIS = 30_000;
    private static final int AT_ONCE = 8;

    /**
     * Time goes by so fast from one process to the next that the leases of those that died are over, and who sleeps for an hour sleeps on in the next two
     * processes and wakes in the third.
     */
    private static final long LEAP_MILLIS = 25 * 60_000;

    /** A process that lives says some hundred lines in a round, so that some dozens are killed in each. */
    private static final int MOST_LINES = 16;

    /** More than what sleeps for an hour needs. */
    private static final int MOST_LIVES = 10;

    private final Place place;
    private final Path worldFile;
    private final ChildJvm jvm;
    private final Faultless faultless;
    private final Random random;
    private int processes;
    private int killed;
    private int workflows;

    Kills(Place place, Path folder, Faultless faultless, Random random) {
        this.place = place;
        this.worldFile = folder.resolve("world.txt");
        this.jvm = new ChildJvm(folder, WorkerProcess.class);
        this.faultless = faultless;
        this.random = random;
    }

    /** Kills so many processes, and lets the last ones live. */
    void kill(int most) {
        Ledger.createIn(place);
        jvm.archive(orders().words());
        live(new ArrayList<>());
        endRound(0);
        while (killed < most) {
            int before = killed;
            List<String> said = new ArrayList<>();
            while (killed < most && !said.contains(WorkerProcess.OVER)) {
                liveOrDie(said);
            }
            live(said);
            endRound(killed - before);
        }
        Verdicts verdicts = check(0, killed);
        System.out.println(place.address() + ": " + killed + " kills of " + processes + " processes, and " + workflows
                + " workflows as if nothing had happened: " + verdicts);
    }

    private void endRound(int deaths) {
        int first = workflows;
        workflows += WORKFLOWS;
        check(first, deaths);
    }

    private Orders orders() {
        return new Orders(place, worldFile, MIX, ahead(++processes), LEASE_MILLIS, AT_ONCE, workflows, WORKFLOWS);
    }

    private static long ahead(int processes) {
        return processes * LEAP_MILLIS;
    }

    /** Starts a process and kills it, unless it is over before. */
    private void liveOrDie(List<String> said) {
        Child child = jvm.start(orders().words());
        boolean lives = random.nextInt(5) == 0
                ? child.live(random.nextInt(400_000))
                : child.read(1 + random.nextInt(MOST_LINES), said) && child.live(random.nextInt(3_000));
        if (lives) {
            child.kill();
        }
        child.readToEnd(said);
        int exitCode = child.exitCode();
        if (exitCode != 0 && exitCode != 137) {
            throw new AssertionError("A process has ended with " + exitCode + ": " + jvm.errors());
        }
        killed += exitCode == 137 ? 1 : 0;
    }

    /** Lets processes bring all to its end; what was ever acknowledged must be there then. */
    private void live(List<String> said) {
        for (int lives = 0; !said.contains(WorkerProcess.OVER); lives++) {
            assertThat(lives).as("processes that do not bring all to its end").isLessThan(MOST_LIVES);
            Child child = jvm.start(orders().words());
            child.readToEnd(said);
            assertThat(child.exitCode()).as(() -> jvm.errors()).isZero();
        }
        try (Checkpointer store = place.open(ahead(processes))) {
            said.forEach(line -> new Acknowledged(store).check(line));
        }
    }

    private Verdicts check(int first, int deaths) {
        World world = new World(worldFile);
        assertThat(world.deliveredThoughKnown()).isEmpty();
        try (Checkpointer store = place.open(ahead(processes))) {
            Verdicts verdicts = new Verdicts(faultless, store, world, MIX);
            for (int i = first; i < workflows; i++) {
                verdicts.check(MIX.at(i), deaths);
            }
            assertThat(store.outbox(1)).isEmpty();
            if (first == 0) {
                verdicts.checkWorld(place);
            }
            return verdicts;
        }
    }
}
