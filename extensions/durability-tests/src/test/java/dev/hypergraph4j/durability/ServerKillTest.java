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
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL itself is killed in the middle of workflows, and comes back: their workers have waited for it, and no method has run once more, since none of them has died. */
@EnabledOnOs(OS.LINUX) // Its command line is read back.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServerKillTest {
    private static final int KILLS = Integer.getInteger("kills.server", 3);
    private static final int WORKFLOWS = 40;

    @TempDir
    private Path folder;

    /** Of the workflows since the last kill: when the next ones are submitted, those before are over. */
    private volatile Bodies bodies = new Bodies();

    @Test
    void workflowsGoOnWhenTheServerWasKilledAndIsBack() {
        try (KillableServer server = new KillableServer(folder.resolve("data"));
                Faultless faultless = new Faultless(folder.resolve("faultless.db"));
                Checkpointer store = JdbcCheckpointer.builder()
                        .patience(Duration.ofMinutes(5))
                        .postgres(server.url(), "postgres", "")) {
            Seeds.with(Seeds.one(), seed -> {
                Random random = new Random(seed);
                try (Workflows workflows = workflows(store)) {
                    for (int kill = 0; kill < KILLS; kill++) {
                        int first = kill * WORKFLOWS;
                        bodies = new Bodies();
                        submit(workflows, first);
                        int enough = random.nextInt(40);
                        Until.so("workflows are under way", () -> bodies.total() >= enough);
                        server.killAndRestart();
                        Until.so("workflows are over", () -> isOver(workflows, store));
                        check(store, faultless, first);
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
        Reference.ALL.forEach(reference ->
                builder.serve(reference.graph().apply((context, effect) -> bodies.accept(context, effect))));
        return builder.build().work();
    }

    private static void submit(Workflows workflows, int first) {
        for (int i = first; i < first + WORKFLOWS; i++) {
            submit(workflows, Mix.PLAIN.at(i));
        }
    }

    private static <I, O> void submit(Workflows workflows, Numbered<I, O> numbered) {
        workflows.submit(numbered.reference().graph().apply(new Bodies()), numbered.id(), numbered.inputs());
    }

    private static boolean isOver(Workflows workflows, Checkpointer store) {
        for (PendingQuestion question : workflows.pending()) {
            boolean answer = Reference.answer(Mix.PLAIN.of(question.workflow()).number());
            workflows.answer(question, answer, "test");
        }
        return store.workflows(WorkflowQuery.ALL).stream()
                .allMatch(workflow -> workflow.status().isFinal());
    }

    private void check(Checkpointer store, Faultless faultless, int first) {
        Sent sent = Sent.delivered(store);
        Set<String> ids = new HashSet<>();
        int ran = 0;
        for (int i = first; i < first + WORKFLOWS; i++) {
            Numbered<?, ?> numbered = Mix.PLAIN.at(i);
            Faultless.Outcome expected = faultless.of(numbered);
            ids.add(numbered.id());
            ran += expected.bodies().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            check(store, numbered, expected);
            assertThat(sent.by(numbered.id()))
                    .as("messages of " + numbered.id())
                    .isEqualTo(expected.messages());
        }
        assertThat(sent.workflows()).isSubsetOf(ids);
        assertThat(bodies.total()).as("bodies of these and of no other steps").isEqualTo(ran);
    }

    private <I, O> void check(Checkpointer store, Numbered<I, O> numbered, Faultless.Outcome expected) {
        String id = numbered.id();
        Family family = Family.of(store, id);
        O outputs = Workflows.on(store)
                .build()
                .result(numbered.reference().graph().apply(new Bodies()), id)
                .orElseThrow()
                .outputs();
        assertThat(outputs).as(id).isEqualTo(expected.outputs());
        assertThat(family.steps()).as("steps of " + id).isEqualTo(expected.steps());
        assertThat(family.rows(bodies.runs())).as("bodies of " + id).isEqualTo(expected.bodies());
    }
}
