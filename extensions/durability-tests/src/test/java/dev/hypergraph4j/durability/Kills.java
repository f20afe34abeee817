package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.ChildJvm.Child;
import dev.hypergraph4j.durability.WorkerProcess.Orders;
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
    private static final int WORKFLOWS = 48;
    private static final int LEASE_MILLIS = 30_000;
    private static final int AT_ONCE = 8;

    /** Time goes by so fast from one process to the next that the leases of those that died are over. */
    private static final long LEAP_MILLIS = 60_000;

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

    /** Kills so many processes, and lets the last one live. */
    void kill(int most) {
        jvm.archive(orders().words());
        endRound(0);
        while (killed < most) {
            int before = killed;
            List<String> said = new ArrayList<>();
            while (killed < most && isKilled(said)) {
                killed++;
            }
            live(said);
            endRound(killed - before);
        }
        check(0, killed).checkWorld();
        System.out.println(place.address() + ": " + killed + " kills of " + processes + " processes, and " + workflows
                + " workflows as if nothing had happened");
    }

    private void endRound(int deaths) {
        int first = workflows;
        workflows += WORKFLOWS;
        check(first, deaths);
    }

    private Orders orders() {
        return new Orders(place, worldFile, ahead(++processes), LEASE_MILLIS, AT_ONCE, workflows, WORKFLOWS);
    }

    private static long ahead(int processes) {
        return processes * LEAP_MILLIS;
    }

    /** Starts a process and kills it; gives whether it was not over before. */
    private boolean isKilled(List<String> said) {
        Child child = jvm.start(orders().words());
        boolean lives = random.nextInt(5) == 0
                ? child.live(random.nextInt(400_000))
                : child.read(1 + random.nextInt(60), said) && child.live(random.nextInt(3_000));
        if (lives) {
            child.kill();
        }
        child.readToEnd(said);
        int exitCode = child.exitCode();
        if (exitCode != 0 && exitCode != 137) {
            throw new AssertionError("A process has ended with " + exitCode + ": " + jvm.errors());
        }
        return exitCode == 137;
    }

    /** Lets a process bring all to its end; what was ever acknowledged must be there then. */
    private void live(List<String> said) {
        Child child = jvm.start(orders().words());
        child.readToEnd(said);
        assertThat(child.exitCode()).as(() -> jvm.errors()).isZero();
        try (Checkpointer store = place.open(ahead(processes))) {
            said.forEach(line -> new Acknowledged(store).check(line));
        }
    }

    private Verdicts check(int first, int deaths) {
        World world = new World(worldFile);
        assertThat(world.deliveredThoughKnown()).isEmpty();
        try (Checkpointer store = place.open(ahead(processes))) {
            Verdicts verdicts = new Verdicts(faultless, store, world);
            for (int i = first; i < workflows; i++) {
                verdicts.check(Numbered.of(i), deaths);
            }
            assertThat(store.outbox(1)).isEmpty();
            return verdicts;
        }
    }
}
