package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.jdbc.json.JsonCodec;
import dev.hypergraph4j.runtime.durable.Admission;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store of workflows in a database: SQLite, one file, for the processes of one machine; or PostgreSQL, for many machines.
 *
 * <pre>{@code
 * try (JdbcCheckpointer store = JdbcCheckpointer.sqlite(Path.of("workflows.db"))) {
 *     AsyncRunner runner = AsyncRunner.builder().checkpointer(store).build();
 * }
 * }</pre>
 *
 * <p>The tables, whose names begin with {@code hg_}, are created and brought up to date when it is opened. What a step wants done in the transaction that
 * records it is done on the writer's connection: the resource of its {@link dev.hypergraph4j.runtime.durable.StepWork} is
 * {@link java.sql.Connection}.
 *
 * <p>Thread-safe; one for a process is enough, and shares each commit among all that wait for one.
 */
public final class JdbcCheckpointer implements Checkpointer {
    private final JsonCodec codec;
    private final LongSupplier clock;
    private final Writer writer;
    private final Readers readers;
    private final Patience patience;
    private final Renewals renewals;
    private final Dialect dialect;
    private final AutoCloseable owned;

    JdbcCheckpointer(Database database, JdbcCheckpointerBuilder settings, AutoCloseable owned) {
        StoreClock observed = new StoreClock();
        this.codec = settings.codec();
        this.dialect = database.dialect();
        this.clock = settings.clock() == null ? observed : settings.clock();
        this.readers = new Readers(database, settings.patience(), settings.keepsReaders(), settings.mostReaders());
        this.patience = new Patience(database, settings.patience());
        this.renewals = new Renewals(database, patience);
        this.writer = new Writer(database, settings.patience(), observed);
        this.owned = owned;
        long asked = System.currentTimeMillis();
        long time = readers.read("ask for the time", dialect::clock);
        long told = System.currentTimeMillis();
        observed.seen(time, asked, told, told);
        writer.start();
    }

    /** A store in a file, which is created if it is not there. */
    public static JdbcCheckpointer sqlite(Path file) {
        return builder().sqlite(file);
    }

    /** A store in PostgreSQL, on connections that {@code dataSource} gives. One of them is kept until the store is closed. */
    public static JdbcCheckpointer postgres(DataSource dataSource) {
        return builder().postgres(dataSource);
    }

    /** A store in PostgreSQL, on a pool of connections of its own. */
    public static JdbcCheckpointer postgres(String url, String user, String password) {
        return builder().postgres(url, user, password);
    }

    /** A store with settings. */
    public static JdbcCheckpointerBuilder builder() {
        return new JdbcCheckpointerBuilder();
    }

    /** The codec, which writes JSON. */
    @Override
    public JsonCodec codec() {
        return codec;
    }

    @Override
    public long now() {
        return clock.getAsLong();
    }

    // Workflows and their steps

    @Override
    public boolean create(NewWorkflow workflow) {
        return writer.run(
                "create workflow '" + workflow.id() + "'", transaction -> Workflows.ensure(transaction, workflow));
    }

    @Override
    public void copy(Copy copy) {
        writer.run("copy to workflow '" + copy.workflow().id() + "'", transaction -> {
            new Copies(transaction).copy(copy);
            return true;
        });
    }

    @Override
    public void commit(Transition transition) {
        writer.run(new TransitionJob(new TransitionRows(transition)));
    }

    @Override
    public Optional<Workflow> find(String workflow) {
        return readers.read("find workflow '" + workflow + "'", session -> Workflows.find(session, workflow));
    }

    @Override
    public Optional<History> history(String workflow) {
        return readers.read(
                "read workflow '" + workflow + "'",
                session -> Histories.read(session, workflow, LargeValues.in(session)));
    }

    @Override
    public Optional<History> lookAt(String workflow) {
        return readers.read(
                "look at workflow '" + workflow + "'",
                session -> Histories.read(session, workflow, LargeValues.toLookAt(session)));
    }

    // Leases

    @Override
    public Claim claim(String workflow, Claimant claimant, boolean byOperator) {
        return writer.run("claim workflow '" + workflow + "'", transaction -> {
            new Answers(transaction).settleDue(workflow);
            return new Leases(transaction, claimant).claim(workflow, byOperator);
        });
    }

    @Override
    public List<Renewal> renew(Collection<Lease> leases, Claimant claimant) {
        return dialect.locksRows()
                ? renewals.renew(leases, claimant)
                : writer.run("renew leases", transaction -> new Leases(transaction, claimant).renew(leases));
    }

    @Override
    public List<String> claimable(Set<String> graphs, int most) {
        boolean isDue = readers.read(
                "look for answers that are due",
                session -> !Questions.due(session, dialect.clock(session)).isEmpty());
        if (isDue) {
            writer.run("settle answers that are due", transaction -> new Answers(transaction).settleDue());
        }
        return readers.read(
                "look for work", session -> Leases.claimable(session, graphs, dialect.clock(session), most));
    }

    @Override
    public OptionalLong nextWake(Set<String> graphs) {
        return readers.read("look for what waits for its time", session -> {
            long now = dialect.clock(session);
            OptionalLong wake = Leases.nextWake(session, graphs, now);
            OptionalLong due = graphs.isEmpty() ? wake : Questions.nextDue(session, now);
            return LongStream.concat(wake.stream(), due.stream()).min();
        });
    }

    @Override
    public Optional<Workflow> cancel(String workflow, String reason) {
        return change("cancel", workflow, (transaction, state) -> {
            if (!state.status().isFinal()) {
                Endings.cancel(transaction, state, reason);
            }
        });
    }

    @Override
    public boolean requeue(String workflow) {
        return writer.run("requeue workflow '" + workflow + "'", transaction -> {
            State state = State.of(transaction, workflow);
            boolean waits = state != null
                    && (state.status() == WorkflowStatus.PARKED || state.status() == WorkflowStatus.PAUSED);
            if (waits) {
                Endings.queue(transaction, workflow);
            }
            return waits;
        });
    }

    // Questions

    @Override
    public List<PendingQuestion> pending() {
        return readers.read("read questions", Questions::pending);
    }

    @Override
    public Optional<PendingQuestion> openQuestion(String workflow, String key) {
        return readers.read(
                "read question '" + key + "' of workflow '" + workflow + "'",
                session -> Questions.open(session, workflow, key));
    }

    @Override
    public Optional<AnswerReceipt> answer(String workflow, String step, Payload answer, String by) {
        return writer.run(
                "answer '" + step + "' of workflow '" + workflow + "'",
                transaction -> new Answers(transaction).answer(workflow, step, answer, by));
    }

    /**
     * Answers a question with JSON, for those who have no Java at hand. It is checked by the schema and the options that were recorded
     * with the question.
     *
     * @return the receipt; empty if there is no such question, or nobody waits for its answer since the workflow has ended
     * @throws InvalidAnswerException if the JSON is none that the question takes
     */
    public Optional<AnswerReceipt> answerJson(String workflow, String step, String json, String by) {
        PendingQuestion asked = readers.read(
                        "read question '" + step + "' of workflow '" + workflow + "'",
                        session -> Optional.ofNullable(Questions.find(session, workflow, step)))
                .orElse(null);
        if (asked == null) {
            return Optional.empty();
        }
        return answer(workflow, step, new JsonAnswers(codec).check(step, asked.question(), json), by);
    }

    @Override
    public boolean schedule(String workflow, String step, Payload answer, long at, String by) {
        return writer.run(
                "schedule an answer to '" + step + "' of workflow '" + workflow + "'",
                transaction -> new Answers(transaction).schedule(workflow, step, answer, at, by));
    }

    // Messages

    @Override
    public Optional<MessageReceipt> send(String workflow, String question, String id, Payload payload, String by) {
        return writer.run(
                "send workflow '" + workflow + "' message '" + id + "'",
                transaction -> new Inbox(transaction).send(workflow, question, id, payload, by));
    }

    @Override
    public List<InboxMessage> inbox(String workflow) {
        return readers.read("read the messages to workflow '" + workflow + "'", session -> Inbox.of(session, workflow));
    }

    @Override
    public Optional<InboxMessage> inboxMessage(String workflow, String question, String id) {
        return readers.read(
                "read message '" + id + "' to workflow '" + workflow + "'",
                session -> Inbox.find(session, workflow, question, id));
    }

    // Effects

    @Override
    public List<OutboxMessage> outbox(int most) {
        return readers.read("read messages", session -> Outbox.due(session, dialect.clock(session), most));
    }

    @Override
    public List<WaitingMessage> undelivered(int most) {
        return readers.read("read messages", session -> Outbox.undelivered(session, most));
    }

    @Override
    public void delivered(String message) {
        writer.run("note a delivery", transaction -> Outbox.delivered(transaction, message));
    }

    @Override
    public void undelivered(String message, Duration delay) {
        writer.run("note a delivery that failed", transaction -> Outbox.undelivered(transaction, message, delay));
    }

    @Override
    public boolean redeliver(String message, String by) {
        return writer.run("have a message delivered again", transaction -> Outbox.redeliver(transaction, message, by));
    }

    @Override
    public boolean strikeOut(String message, String reason, String by) {
        return writer.run("strike out a message", transaction -> Outbox.strikeOut(transaction, message, reason, by));
    }

    @Override
    public boolean admit(Admission admission) {
        return writer.run(
                "admit from source '" + admission.source() + "'", transaction -> Cursors.admit(transaction, admission));
    }

    @Override
    public OptionalLong cursor(String source) {
        return readers.read("read a cursor", session -> Cursors.of(session, source));
    }

    @Override
    public boolean settle(String workflow, String step, @Nullable StepOutcome outcome, String by) {
        return writer.run(
                "settle step '" + step + "' of workflow '" + workflow + "'",
                transaction -> new Settlement(transaction).settle(workflow, step, outcome, by));
    }

    // Looking and housekeeping

    @Override
    public List<Workflow> workflows(WorkflowQuery query) {
        return readers.read("list workflows", session -> Workflows.matching(session, query));
    }

    @Override
    public List<Attempt> attempts(String workflow) {
        return readers.read("read attempts", session -> Attempts.all(session, workflow, LargeValues.toLookAt(session)));
    }

    @Override
    public List<JournalEntry> journal(String workflow, long after, int most) {
        return readers.read("read a journal", session -> Journal.behind(session, workflow, after, most));
    }

    @Override
    public List<Workflow> descendants(String workflow) {
        return readers.read("read descendants", session -> Workflows.descendants(session, workflow));
    }

    @Override
    public Retention.Report keepHouse(Retention retention) {
        return new Housekeeping(writer, retention).keepHouse();
    }

    @Override
    public void close() {
        writer.close();
        patience.close();
        readers.close();
        try {
            owned.close();
        } catch (Exception broken) {
            // What is committed is committed.
        }
    }

    /** A cache of nodes' outputs in the same database. It can be used until the store is closed. */
    public JdbcCache cache() {
        return new JdbcCache(this);
    }

    <T> T read(String what, Readers.Read<T> read) {
        return readers.read(what, read);
    }

    <T> T write(WorkJob<T> job) {
        return writer.run(job);
    }

    /** How many wait for the writer. */
    int waiting() {
        return writer.waiting();
    }

    @FunctionalInterface
    private interface Change {
        void of(Transaction transaction, State state) throws SQLException;
    }

    private Optional<Workflow> change(String what, String workflow, Change change) {
        return writer.run(what + " workflow '" + workflow + "'", transaction -> {
            State state = State.of(transaction, workflow);
            if (state != null) {
                change.of(transaction, state);
            }
            return Workflows.find(transaction.session(), workflow);
        });
    }
}
