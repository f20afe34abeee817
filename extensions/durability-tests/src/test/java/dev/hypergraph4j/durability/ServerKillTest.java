package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL itself is killed in the middle of workflows, and comes back: their workers have waited for it. */
@EnabledOnOs(OS.LINUX) // Its command line is read back.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServerKillTest {
    private static final int KILLS = Integer.getInteger("kills.server", 3);
    private static final int WORKFLOWS = 40;

    @TempDir
    private Path folder;

    private final AtomicInteger ran = new AtomicInteger();

    @Test
    void workflowsGoOnWhenTheServerWasKilledAndIsBack() {
        try (KillableServer server = new KillableServer(folder.resolve("data"));
                Checkpointer lives = new Place(folder.resolve("faultless.db").toString()).open();
                Checkpointer store = JdbcCheckpointer.builder()
                        .patience(Duration.ofMinutes(5))
                        .postgres(server.url(), "postgres", "")) {
            Seeds.with(Seeds.one(), seed -> {
                Random random = new Random(seed);
                try (Workflows workflows = workflows(store)) {
                    for (int kill = 0; kill < KILLS; kill++) {
                        int first = kill * WORKFLOWS;
                        submit(workflows, first);
                        int enough = ran.get() + random.nextInt(40);
                        Until.so("workflows are under way", () -> ran.get() >= enough);
                        server.killAndRestart();
                        Until.so("workflows are over", () -> isOver(workflows, store));
                        check(store, new Faultless(lives), first);
                    }
                }
            });
        }
    }

    private Workflows workflows(Checkpointer store) {
        Workflows.Builder builder = Workflows.on(store)
                .options(DurableOptions.defaults().lease(Duration.ofMinutes(5)))
                .poll(Duration.ofMillis(20))
                .atOnce(8);
        Reference.ALL.forEach(
                reference -> builder.serve(reference.graph().apply((context, effect) -> ran.incrementAndGet())));
        return builder.build().work();
    }

    private static void submit(Workflows workflows, int first) {
        for (int i = first; i < first + WORKFLOWS; i++) {
            submit(workflows, Numbered.of(i));
        }
    }

    private static <I, O> void submit(Workflows workflows, Numbered<I, O> numbered) {
        workflows.submit(numbered.reference().graph().apply(new Bodies()), numbered.id(), numbered.inputs());
    }

    private static boolean isOver(Workflows workflows, Checkpointer store) {
        for (PendingQuestion question : workflows.pending()) {
            boolean answer = Reference.answer(Numbered.of(question.workflow()).number());
            workflows.answer(question, answer, "test");
        }
        return store.workflows(WorkflowQuery.ALL).stream()
                .allMatch(workflow -> workflow.status().isFinal());
    }

    private static void check(Checkpointer store, Faultless faultless, int first) {
        for (int i = first; i < first + WORKFLOWS; i++) {
            check(store, faultless, Numbered.of(i));
        }
    }

    private static <I, O> void check(Checkpointer store, Faultless faultless, Numbered<I, O> numbered) {
        Invariants invariants = Invariants.of(store, numbered.id());
        O outputs = Workflows.on(store)
                .build()
                .result(numbered.reference().graph().apply(new Bodies()), numbered.id())
                .orElseThrow()
                .outputs();
        assertThat(outputs).as(numbered.id()).isEqualTo(faultless.of(numbered).outputs());
        assertThat(invariants.keys()).isEqualTo(faultless.of(numbered).steps());
    }
}
