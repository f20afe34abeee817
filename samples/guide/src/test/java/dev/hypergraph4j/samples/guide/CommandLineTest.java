package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.cli.WorkflowsCommand;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.samples.guide.durable.Importing;
import dev.hypergraph4j.samples.guide.durable.ImportingGraph;
import dev.hypergraph4j.samples.guide.durable.ImportingInputs;
import dev.hypergraph4j.samples.guide.durable.Purchase.Line;
import dev.hypergraph4j.samples.guide.durable.PurchaseGraph;
import dev.hypergraph4j.samples.guide.durable.PurchaseInputs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A real graph in a real file, looked after from the command line. */
class CommandLineTest {
    private final PurchaseGraph purchase = PurchaseGraph.create();
    private Path file;

    @BeforeEach
    void pauseAtTheQuestion(@TempDir Path folder) {
        file = folder.resolve("workflows.db");
        try (Checkpointer store = JdbcCheckpointer.sqlite(file);
                Workflows workflows = Workflows.on(store).serve(purchase).build()) {
            PurchaseInputs inputs = PurchaseInputs.of(List.of(new Line("paper", 10, 4), new Line("ink", 1, 30)), "17");
            workflows.submit(purchase, "order-17", inputs);
            workflows.workHere();
        }
    }

    @Test
    void answerFromTheCommandLineIsWhatTheGraphGoesOnWith() {
        assertThat(say("show", "order-17", "--values"))
                .contains("waits for    an answer to 'approve'")
                .contains("asks         approve: Pay 70 for order 17?")
                .contains("input lines  [{\"article\":\"paper\",\"count\":10,\"price\":4},");
        assertThat(say("answer", "order-17", "approve", "\"yes\"")).startsWith("BAD_ANSWER: ");
        assertThat(say("answer", "order-17", "approve", "true", "--by", "ada")).startsWith("Answered 'approve'.");

        work();

        assertThat(say("show", "order-17", "--values"))
                .contains("status       COMPLETED")
                .contains("output paid  70");
        assertThat(say("outbox")).contains("bank").contains("{\"order\":\"17\",\"amount\":70}");
    }

    @Test
    void forkFromTheCommandLineAsksAgainAndGoesAnotherWay() {
        say("answer", "order-17", "approve", "true");
        work();

        assertThat(say("fork", "order-17", "--at", "approve"))
                .startsWith("Took over steps total; not approve, isApproved, pay. ");
        work();
        say("answer", "order-17-fork", "approve", "false");
        work();

        assertThat(say("show", "order-17-fork", "--values"))
                .contains("comes from     fork of order-17 at approve")
                .contains("output reason  \"17 was declined\"");
    }

    @Test
    void commandLineOfOnesOwnRunsWorkflowsToo() {
        say("answer", "order-17", "approve", "true");
        String[] args = {"work"};
        int code;
        // tag::own
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            CommandLine line = WorkflowsCommand.on(store).serve(purchase).commandLine();
            code = line.execute(args); // work, or any of the commands above
        }
        // end::own
        assertThat(code).isZero();
        assertThat(say("list", "--status", "completed")).contains("order-17");
    }

    @Test
    void forkOfServedGraphTakesOverAllThatDoesNotDependOnTheStep() {
        say("answer", "order-17", "approve", "true");
        work();
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            WorkflowsCommand.on(store).serve(purchase).commandLine().execute("fork", "order-17", "--at", "pay");

            assertThat(store.find("order-17-fork").orElseThrow().lineage().kind())
                    .isEqualTo(Lineage.Kind.FORK);
            assertThat(store.history("order-17-fork").orElseThrow().steps())
                    .extracting(step -> step.id().key())
                    .containsExactly("total", "approve", "isApproved");
            assertThat(store.find("order-17-fork").orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
        }
    }

    @Test
    void operatorSaysWhatAStepGaveThatMustNotRunTwice() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        ImportingGraph importing = ImportingGraph.create(new Importing(new JammedPrinter(arrived)));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE booking (id TEXT PRIMARY KEY, amount INTEGER)");
        }
        try (Checkpointer store = JdbcCheckpointer.sqlite(file);
                Workflows jammed = Workflows.on(store).serve(importing).build();
                Workflows workflows = Workflows.on(store).serve(importing).build()) {
            jammed.submit(importing, "import", ImportingInputs.of(List.of(1, 2, 3)));
            jammed.work();
            arrived.await();
            jammed.drain(Duration.ZERO);
            workflows.workHere();
            assertThat(store.find("import").orElseThrow().parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);

            CommandLine line = WorkflowsCommand.on(store).serve(importing).commandLine();
            assertThat(said(line, "settle", "import", "print", "--gave", "6"))
                    .startsWith("BAD_OUTPUTS: That is not what step 'print' gives: ");
            assertThat(said(line, "settle", "import", "print", "--gave-nothing"))
                    .startsWith("BAD_OUTPUTS: ")
                    .contains("Node 'print' has 1 outputs, not 0.");
            assertThat(said(line, "settle", "import", "print", "--gave", "\"by hand\"", "--by", "ada"))
                    .startsWith("Workflow 'import' is QUEUED");
            workflows.workHere();

            assertThat(workflows
                            .result(importing, "import")
                            .orElseThrow()
                            .outputs()
                            .label())
                    .isEqualTo("by hand");
        }
    }

    /** Takes for ever, unless it is interrupted. */
    private static final class JammedPrinter extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        private final transient CountDownLatch arrived;

        JammedPrinter(CountDownLatch arrived) {
            this.arrived = arrived;
        }

        @Override
        public boolean add(String label) {
            arrived.countDown();
            try {
                new CountDownLatch(1).await();
                return super.add(label);
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException("jammed", interrupt);
            }
        }
    }

    /** A worker, which is another process. */
    private void work() {
        try (Checkpointer store = JdbcCheckpointer.sqlite(file);
                Workflows workflows = Workflows.on(store).serve(purchase).build()) {
            workflows.workHere();
        }
    }

    /** What the command line prints, complaints included. */
    private String say(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--store";
        all[1] = file.toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return said(WorkflowsCommand.create().commandLine(), all);
    }

    private static String said(CommandLine line, String... args) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        line.setOut(out).setErr(out).execute(args);
        return said.toString();
    }
}
