package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.ChildJvm.Child;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Worker processes that work on one store at once, while some are killed and some stand still for longer than their leases last. */
final class Crew {
    private final ChildJvm jvm;
    private final Orders orders;
    private final Checkpointer store;
    private final Random random;
    private final int skewMillis;
    private final Operator operator;
    private final List<Member> members = new ArrayList<>();
    private int troubles;
    private int lost;
    private int fenced;
    private int settled;

    /** A process, and what it has said so far. */
    private static final class Member {
        private final Child child;
        private final List<String> said = Collections.synchronizedList(new ArrayList<>());
        private final Thread listener = new Thread(() -> child().readToEnd(said), "listener");
        private int lost;

        Member(Child child) {
            this.child = child;
            listener.setDaemon(true);
            listener.start();
        }

        private Child child() {
            return child;
        }

        boolean owns(Workflow workflow) {
            return is(workflow.owner());
        }

        boolean is(String worker) {
            return worker.startsWith(child.pid() + "-");
        }

        int end() {
            int exitCode = child.exitCode();
            try {
                listener.join();
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
            return exitCode;
        }

        int fenced() {
            return Collections.frequency(said, WorkerProcess.FENCED);
        }
    }

    /**
     * A crew that has not begun.
     *
     * @param skewMillis how far their clocks are off, each one by less; 0 where all go by the store's
     */
    Crew(ChildJvm jvm, Orders orders, Checkpointer store, Random random, int skewMillis) {
        this.jvm = jvm;
        this.orders = orders;
        this.store = store;
        this.random = random;
        this.skewMillis = skewMillis;
        Workflows.Builder workflows = Workflows.on(store);
        orders.mix().graphs(new Bodies()).forEach(workflows::serve);
        this.operator = new Operator(
                workflows.build(),
                id -> new World(orders.world()).effect(id).stream().findFirst());
    }

    /** Has so many work until all workflows are over, and so much happen to them as long as they are not. */
    void work(int processes, int mostTroubles) {
        for (int i = 0; i < processes; i++) {
            members.add(another());
        }
        boolean isPause = true;
        while (troubles < mostTroubles && !isOver()) {
            settleParked();
            List<Member> unlucky = some();
            awaitWork(unlucky.get(0));
            if (isPause) {
                standStill(unlucky);
            } else {
                unlucky.forEach(this::replace);
            }
            isPause = !isPause;
            troubles += unlucky.size();
        }
        Until.so("all is over", () -> {
            settleParked();
            return isOver();
        });
        members.forEach(this::dismiss);
    }

    private Member another() {
        return new Member(jvm.start(
                (skewMillis == 0 ? orders : orders.withClock(random.nextInt(-skewMillis, skewMillis))).words()));
    }

    private List<Member> some() {
        List<Member> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(members.size() / 2));
    }

    private void awaitWork(Member member) {
        Until.so("it has work, or there is none", () -> isOver() || ownedBy(member) > 0 || !parked().isEmpty());
    }

    private void replace(Member member) {
        member.child.kill();
        member.end();
        fenced += member.fenced();
        members.set(members.indexOf(member), another());
    }

    /** Who may be in the middle of the effect yet, since he stood still, is dead before anybody looks what became of it. */
    private void settleParked() {
        for (Workflow parked : parked()) {
            assertThat(parked.parkReason()).as(parked.id()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
            String worker = operator.unknown(parked.id()).worker();
            members.stream().filter(member -> member.is(worker)).findFirst().ifPresent(this::replace);
            operator.settle(parked.id());
            settled++;
        }
    }

    private void standStill(List<Member> unlucky) {
        unlucky.forEach(member -> member.child.signal("STOP"));
        List<Workflow> before = running();
        Until.so("others have taken their workflows", () -> unlucky.stream().allMatch(member -> ownedBy(member) == 0));
        for (Member member : unlucky) {
            before.stream().filter(member::owns).forEach(each -> noteLost(member, each));
            member.child.signal("CONT");
        }
    }

    private void noteLost(Member member, Workflow before) {
        if (isTaken(before)) {
            member.lost++;
            lost++;
        }
    }

    /** Whether another one has claimed it from who had it, and not after that one had come to a stop: what was on its way when he was stopped has arrived. */
    private boolean isTaken(Workflow before) {
        List<JournalEntry> journal = store.journal(before.id(), 0, Integer.MAX_VALUE);
        return journal.stream().anyMatch(line -> line.epoch() > before.epoch())
                && journal.stream()
                        .filter(line ->
                                line.epoch() == before.epoch() && line.step().isEmpty())
                        .allMatch(line -> line.type().equals("CLAIMED"));
    }

    private void dismiss(Member member) {
        assertThat(member.end()).as(() -> jvm.errors()).isZero();
        assertThat(member.fenced()).as("runs that were fenced").isGreaterThanOrEqualTo(member.lost);
        fenced += member.fenced();
    }

    private List<Workflow> all() {
        return store.workflows(WorkflowQuery.ALL);
    }

    private List<Workflow> running() {
        return store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.RUNNING));
    }

    private List<Workflow> parked() {
        return store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.PARKED));
    }

    private boolean isOver() {
        List<Workflow> all = all();
        long started = all.stream()
                .filter(workflow -> workflow.lineage().kind() == Lineage.Kind.STARTED)
                .count();
        return started == orders.count()
                && all.stream().allMatch(workflow -> workflow.status().isFinal());
    }

    private long ownedBy(Member member) {
        return running().stream().filter(member::owns).count();
    }

    /** How often a process was killed or stood still. */
    int troubles() {
        return troubles;
    }

    @Override
    public String toString() {
        return troubles + " processes killed or paused, " + lost + " leases lost in a pause, " + fenced
                + " runs fenced, " + settled + " effects looked for";
    }
}
