package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.Admission;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the workflows of a store: starts them, has them go on after a crash, an answer or a failure, and tells of them. The graphs that are
 * {@linkplain Builder#serve served} can be run here; a store is shared by any number of these, in any number of processes.
 *
 * <pre>{@code
 * try (Workflows workflows = Workflows.on(store).serve(approval).build()) {
 *   workflows.work();                                       // from now on, in the background
 *   workflows.submit(approval, "order-17", inputs);         // recorded when this returns
 *   ...
 *   PendingQuestion question = workflows.pending().get(0);
 *   workflows.answer(question, true, "ada");
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Workflows implements AutoCloseable {
    private final Checkpointer store;
    private final DurableOptions options;
    private final Map<String, ServedGraph<?, ?>> served;
    private final Runner runner;
    private final Worker worker;
    private final StoredQuestions questions;
    private final StoredMessages messages;

    private Workflows(Builder builder) {
        this.store = builder.store;
        this.options = builder.options;
        this.runner = builder.runner();
        this.served = served(builder.graphs, runner);
        this.worker = new Worker(store, served, builder.poll, builder.atOnce);
        this.questions = new StoredQuestions(store, this::graphOf);
        this.messages = new StoredMessages(store, this::graphOf);
    }

    private static Map<String, ServedGraph<?, ?>> served(List<CompiledGraph<?, ?>> graphs, Runner runner) {
        Map<String, ServedGraph<?, ?>> served = new LinkedHashMap<>();
        for (CompiledGraph<?, ?> graph : graphs) {
            ServedGraph<?, ?> one = ServedGraph.of(graph, runner);
            one.requireRunnable();
            String name = graph.plan().name();
            if (served.put(name, one) != null) {
                throw new IllegalArgumentException("Two served graphs have the name '" + name
                        + "', by which a workflow is known to be of one of them.");
            }
        }
        return served;
    }

    /** Starts to set up what looks after the workflows of {@code store}. */
    public static Builder on(Checkpointer store) {
        return new Builder(store);
    }

    /** The store. */
    public Checkpointer store() {
        return store;
    }

    // Starting and working

    /**
     * Records a workflow that waits for a worker. Once this has returned, it is never lost.
     *
     * @param id its id, of the caller's choice: 1 to 500 characters that can be read
     * @return whether it is new; {@code false} if it was submitted before with equal inputs
     * @throws ConflictException if there is another workflow with this id
     * @throws GraphConfigException if the id is blank, longer than 500 characters, or has control characters
     * @throws IncompatibleRunnerException if only its result would be recorded, and the graph needs more
     */
    public <I, O> boolean submit(CompiledGraph<I, O> graph, String id, I inputs) {
        PreparedRun<O> run = graph.prepare(inputs, RunOptions.workflow(id));
        NewWorkflow workflow = newWorkflow(run, id, Lineage.STARTED);
        boolean isNew = unlessTaken(workflow, () -> store.create(workflow));
        worker.wake();
        return isNew;
    }

    /**
     * Records a workflow that something outside has caused, and how far that has been read, both or neither: who reads a file, a topic or a table goes
     * on where it was, and causes each workflow once.
     *
     * @param source names what is read
     * @param position how far it is read with this; never goes back
     * @param id the id of the workflow, made of what is read
     * @return whether it was news; {@code false} if the source has been read so far before
     * @throws ConflictException if there is another workflow with this id
     * @throws GraphConfigException if the id is blank, longer than 500 characters, or has control characters
     * @throws IncompatibleRunnerException if only its result would be recorded, and the graph needs more
     */
    public <I, O> boolean admit(String source, long position, CompiledGraph<I, O> graph, String id, I inputs) {
        PreparedRun<O> run = graph.prepare(inputs, RunOptions.workflow(id));
        NewWorkflow workflow = newWorkflow(run, id, Lineage.STARTED);
        boolean isNews = unlessTaken(workflow, () -> store.admit(new Admission(source, position, workflow)));
        worker.wake();
        return isNews;
    }

    /** How far a source has been read; empty if it has not. */
    public OptionalLong cursor(String source) {
        return store.cursor(source);
    }

    /** The store knows only that there is another one; the caller is told what is different about it. */
    private boolean unlessTaken(NewWorkflow workflow, BooleanSupplier creation) {
        try {
            return creation.getAsBoolean();
        } catch (WorkflowExistsException exists) {
            store.find(workflow.id()).ifPresent(known -> DurableRuns.refuseOther(known, workflow));
            throw exists;
        }
    }

    private NewWorkflow newWorkflow(PreparedRun<?> run, String id, Lineage lineage) {
        RecordedSteps.require(options.durability(), run);
        Map<String, Payload> inputs = RecordedValues.inputs(run, store.codec());
        return new NewWorkflow(
                ChosenIds.ofWorkflow(id),
                RecordedGraphs.of(run.plan()),
                inputs,
                InputsDigest.of(inputs, run.plan(), store.codec()),
                options.durability(),
                false,
                run.options().errorHandling(),
                lineage);
    }

    /**
     * Claims and runs workflows of the served graphs in the background, until this is closed: new ones, those whose worker died, and those that have
     * news. Several calls are one.
     */
    public Workflows work() {
        worker.start();
        return this;
    }

    /**
     * Claims and runs, on this thread, what is there for a worker to do, until there is nothing left, or the thread is interrupted, which stops the workflow
     * that it runs.
     *
     * @return how many workflows were run
     */
    public int workHere() {
        return worker.runAll();
    }

    /**
     * {@linkplain #workHere Works here}, and waits for those workflows too that sleep, and those that other workers have, since these may die: until none
     * is left that could go on by itself. What then remains waits for an answer, or for an operator. For programs that do what there is to do, and end.
     *
     * @return how many workflows were run
     */
    public int workUntilIdle() throws InterruptedException {
        return worker.runUntilIdle();
    }

    /**
     * The result of a workflow, if it has completed: its outputs, and the log of its steps where these are still there.
     *
     * @return empty if there is no such workflow, or it has not completed
     * @throws ConflictException if it is of another graph
     */
    public <I, O> Optional<RunResult<O>> result(CompiledGraph<I, O> graph, String id) {
        String name = graph.plan().name();
        Optional<Workflow> found = store.find(id);
        found.filter(workflow -> !RecordedGraphs.graph(workflow.graph().graph()).equals(name))
                .ifPresent(other -> {
                    throw ConflictException.otherGraph(other, name);
                });
        return found.filter(workflow -> workflow.status() == WorkflowStatus.COMPLETED)
                .filter(workflow -> RecordedGraphs.isWhole(workflow.graph().graph()))
                .map(workflow -> ServedGraph.of(graph, runner).rerun(id, store));
    }

    /**
     * The values that a workflow had at one of its steps: its inputs, and what its nodes had given by then, by their names, the latest last. Values of a
     * nested graph have the key of its steps before their names: {@code grading#2/mark}.
     *
     * @param step the key of a step: the values when it ended; if it has not, when its latest attempt began
     * @throws IllegalArgumentException if there is no such workflow or step (those of a compacted workflow were folded), or its graph is not served here
     */
    public Map<String, Object> stateAt(String id, String step) {
        History history = Forking.existing(store, id);
        return Collections.unmodifiableMap(
                RecordedState.at(graphOf(history.workflow()).plan(), history, step, store.codec()));
    }

    // Going on

    /** What becomes of the wish that a workflow goes on. */
    public enum Resumption {
        /** It goes on: here, or at whoever serves its graph. */
        ACCEPTED,
        /**
         * It goes on already: a worker has it, or one that serves its graph will, as soon as it can go on. Or it is to be cancelled, and only waits for the end of
         * workflows that it spawned.
         */
        ALREADY_RUNNING,
        /** It has come to its end; a failed one may be retried. */
        ALREADY_FINISHED,
        /** There is no such workflow. */
        NOT_FOUND,
        /** Its recorded steps are not those of the code as it is now. */
        VERSION_INCOMPATIBLE,
        /** It waits for an answer. */
        ANSWER_REQUIRED
    }

    /**
     * Has a workflow go on that is parked, or paused with an answer. Where its graph is served it goes on here and at once, and so does one whose worker
     * died, or that waits for a worker; else whoever serves its graph claims it. Of several calls at the same time, in whatever processes, one is accepted.
     *
     * @throws ConflictException if it is parked again at once, since a recorded value is missing
     */
    public Resumption resume(String id) {
        Optional<Workflow> found = store.find(id);
        if (found.isEmpty()) {
            return Resumption.NOT_FOUND;
        }
        Workflow workflow = found.get();
        if (workflow.status() == WorkflowStatus.PAUSED && isUnanswered(id)) {
            return Resumption.ANSWER_REQUIRED;
        }
        ServedGraph<?, ?> graph = served.get(workflow.graph().graph());
        if (graph != null && graph.isIncompatible(id, store)) {
            return Resumption.VERSION_INCOMPATIBLE;
        }
        if (graph == null) {
            return requeue(id);
        }
        Claim claim = worker.resume(graph, id);
        if (claim instanceof Claim.Parked parked) {
            throw ConflictException.parked(parked.workflow());
        }
        return resumption(claim);
    }

    private Resumption requeue(String id) {
        if (store.requeue(id)) {
            return Resumption.ACCEPTED;
        }
        return store.find(id)
                .map(found -> found.status().isFinal() ? Resumption.ALREADY_FINISHED : Resumption.ALREADY_RUNNING)
                .orElse(Resumption.NOT_FOUND);
    }

    private static Resumption resumption(Claim claim) {
        if (claim instanceof Claim.Taken) {
            return Resumption.ALREADY_RUNNING;
        }
        if (claim instanceof Claim.Finished) {
            return Resumption.ALREADY_FINISHED;
        }
        return claim instanceof Claim.Unknown ? Resumption.NOT_FOUND : Resumption.ACCEPTED;
    }

    /** Whether none of the questions that it waits for has an answer. */
    private boolean isUnanswered(String id) {
        History history = store.lookAt(id).orElseThrow(); // Whether values are missing is for who claims it to find.
        Set<String> paused = history.steps().stream()
                .filter(step -> step.status() == StepStatus.PAUSED)
                .map(step -> step.id().key())
                .collect(Collectors.toSet());
        return history.questions().stream()
                .filter(question -> paused.contains(question.step()))
                .noneMatch(PendingQuestion::isAnswered);
    }

    /**
     * Makes a new workflow that goes on where {@code id} has failed: it takes over all steps that completed and all answers, and may pause even if the failed
     * one might not. The failed one stays as it is.
     *
     * <p>An item that failed, and that a nested map went on without, runs again, unless a step that completed has consumed what the map gave without it. Where the
     * graph is not served here, nobody can tell: it runs again.
     *
     * <p>Nobody goes on with the retry of a map but who maps the items again, under the new id.
     *
     * @param newId the id of the new one
     * @throws ConflictException if {@code id} has not failed, if it is a call of an entry method, or if its steps were folded
     * @throws GraphConfigException if {@code newId} is no id, as where {@linkplain #submit submitted}
     * @throws IllegalArgumentException if there is no such workflow
     */
    public void retry(String id, String newId) {
        store.copy(Forking.retry(store, id, ChosenIds.ofWorkflow(newId), this::planIfServed));
        worker.wake();
    }

    /**
     * Makes a new workflow of another one, whose history it shares but for what the fork changes, steps of nodes whose code has changed or is gone, and
     * whatever depends on these: only this runs again. Where the policy is TRUST, changed code is no matter.
     *
     * @throws ConflictException if it is a map or a call of an entry method, or if its steps were folded
     * @throws IllegalArgumentException if there is no such workflow or step, its graph is not served here, or a gate is to open what is none of its targets
     * @throws GraphConfigException if a value is given for an input or output that there is not, or none of its type, or the new id is none, as where
     *     {@linkplain #submit submitted}
     */
    public void fork(Fork fork) {
        ChosenIds.ofWorkflow(fork.id());
        store.copy(Forking.fork(store, fork, this::servedGraphOf));
        worker.wake();
    }

    private @Nullable Plan planIfServed(Workflow workflow) {
        ServedGraph<?, ?> graph =
                served.get(RecordedGraphs.graph(workflow.graph().graph()));
        return graph == null ? null : graph.graph().plan();
    }

    private CompiledGraph<?, ?> graphOf(Workflow workflow) {
        return servedGraphOf(workflow).graph();
    }

    private ServedGraph<?, ?> servedGraphOf(Workflow workflow) {
        ServedGraph<?, ?> graph =
                served.get(RecordedGraphs.graph(workflow.graph().graph()));
        if (graph == null) {
            throw new IllegalArgumentException("Graph '" + workflow.graph().graph() + "' of workflow '" + workflow.id()
                    + "' is not served here: Workflows.on(store).serve(...)");
        }
        return graph;
    }

    /**
     * Wants a workflow cancelled: one that runs is stopped at the next node.
     *
     * @return the workflow as it is then; empty if there is none
     */
    public Optional<Workflow> cancel(String id, String reason) {
        return store.cancel(id, reason);
    }

    // Questions

    /** The questions that wait for an answer, those that wait longest first. */
    public List<PendingQuestion> pending() {
        return store.pending();
    }

    /**
     * What a pending question asks, its evidence as texts.
     *
     * @throws IllegalArgumentException if the workflow's graph is not served here
     */
    public Question<?> question(PendingQuestion pending) {
        return questions.read(pending);
    }

    /**
     * Answers a question: what programs should use that have it at hand. It is this question's step that is answered, and no other one. Of several answers
     * the first counts: whoever repeats a call of which he does not know whether it came through gets the receipt of the first, even if the node has asked
     * again meanwhile, in the next turn of a loop, or anew, under changed code or in another workflow of the same id.
     *
     * @param question one of {@link #pending}, however long ago that was
     * @param by who answers
     * @return the receipt
     * @throws GraphConfigException if the answer does not fit the question; the question waits on
     * @throws IllegalArgumentException if there is no such question any more, nobody waits for its answer, or the workflow's graph is not served here
     */
    public AnswerReceipt answer(PendingQuestion question, Object answer, String by) {
        AnswerReceipt receipt = questions.answer(questions.now(question), answer, by);
        worker.wake();
        return receipt;
    }

    /**
     * Answers what a workflow asks under a key: for people, who see what is asked now. Of several answers to one question the first counts. In a loop the key is that
     * of one question after the other: a call that is repeated may answer the next one. {@link #answer(PendingQuestion, Object, String)} can't.
     *
     * @param key the key of the question: the path of the node that asks; or the key of the step, where the node asks several times at once
     * @param by who answers
     * @return the receipt
     * @throws GraphConfigException if the answer does not fit the question; the question waits on
     * @throws IllegalArgumentException if the workflow asks no such question, or several at once
     */
    public AnswerReceipt answer(String id, String key, Object answer, String by) {
        AnswerReceipt receipt = questions.answer(questions.find(id, key), answer, by);
        worker.wake();
        return receipt;
    }

    /**
     * Schedules an answer to a question, which counts if nobody else has answered by then: what programs should use that have it at hand. It is this question's
     * step that is answered, and no other one. A later schedule replaces an earlier one.
     *
     * @param question one of {@link #pending}, however long ago that was
     * @throws GraphConfigException if the answer does not fit the question
     * @throws IllegalArgumentException if there is no such question without an answer, nobody waits for it, or the workflow's graph is not served here
     */
    public void answerAt(Instant when, PendingQuestion question, Object answer, String by) {
        questions.schedule(when, questions.now(question), answer, by);
        worker.wake(); // It may be due before the next look.
    }

    /**
     * Schedules an answer to what a workflow asks under a key, which counts if nobody else has answered by then. A later schedule replaces an earlier one. In a
     * loop the key is that of one question after the other; {@link #answerAt(Instant, PendingQuestion, Object, String)} means one.
     *
     * @throws GraphConfigException if the answer does not fit the question
     * @throws IllegalArgumentException if the workflow asks no such question, or several at once
     */
    public void answerAt(Instant when, String id, String key, Object answer, String by) {
        questions.schedule(when, questions.find(id, key), answer, by);
        worker.wake(); // It may be due before the next look.
    }

    /**
     * Sends a workflow a message from the outside, which answers one question under a key: the one that is open, else the next that its node asks, so that it
     * does not matter which of the two comes first. Messages are taken in the order in which they came, one by each turn of a loop. Once this has returned, the message
     * is not lost: it waits until a question takes it, and a {@linkplain #retry retry} has it too.
     *
     * <p>Of several calls with one id for one key the first counts: whoever repeats a call of which he does not know whether it came through gets the same receipt.
     *
     * @param id the workflow
     * @param key the key of the question: the path of the node that asks
     * @param message the sender's id of the message
     * @param answer the answer, or the {@link Payload} that the store's codec reads it from
     * @param by who sends it
     * @return the receipt
     * @throws GraphConfigException if the message's id is none, as of a workflow; the graph asks no such question; or the answer is none that its node takes; of options that a question may offer, only those of
     *     one that is open are known here: where the next one does not offer the answer, its step fails
     * @throws ConflictException if there is another message with this id for this key
     * @throws dev.hypergraph4j.runtime.durable.UnpersistableValueException if the answer can't be written down, or read
     * @throws IllegalArgumentException if there is no such workflow, it has ended or is to be cancelled, it was begun with {@code prefillOnly} and asks nobody, or its
     *     graph is not served here
     */
    public MessageReceipt send(String id, String key, String message, Object answer, String by) {
        MessageReceipt receipt = messages.send(id, key, message, answer, by);
        worker.wake();
        return receipt;
    }

    /** The messages that a workflow was sent, in the order in which they came, also those that questions have taken; until it is compacted. */
    public List<InboxMessage> inbox(String id) {
        return store.inbox(id);
    }

    // What an operator says

    /**
     * Says what the step of a parked workflow gave, of which nobody knows: it counts as completed, and the workflow goes on.
     *
     * @param outputs a value for each output of the node, in the order of their declaration, or the {@link Payload} that the store's codec reads it from; of
     *     a gate, the names of the nodes that it opens, or {@link dev.hypergraph4j.Gate#END}, which opens none
     * @throws IllegalArgumentException if there is no such step of a parked workflow, its node has another number of outputs, or, a gate, no such target
     * @throws dev.hypergraph4j.runtime.durable.UnpersistableValueException if a value is not what the node gives
     */
    public void settle(String id, String step, List<@Nullable Object> outputs, String by) {
        Workflow workflow = store.find(id).orElseThrow(() -> notParked(id, step));
        Step open = Forking.step(store.history(id).orElseThrow(), step);
        StepOutcome outcome = Forking.outcome(graphOf(workflow).plan(), open.id(), outputs, store.codec());
        settle(id, step, outcome, by);
    }

    /**
     * Says that the step of a parked workflow is to be tried again.
     *
     * @throws IllegalArgumentException if there is no such step of a parked workflow
     */
    public void tryAgain(String id, String step, String by) {
        settle(id, step, (StepOutcome) null, by);
    }

    private void settle(String id, String step, @Nullable StepOutcome outcome, String by) {
        if (!store.settle(id, step, outcome, by)) {
            throw notParked(id, step);
        }
        worker.wake();
    }

    private static IllegalArgumentException notParked(String id, String step) {
        return new IllegalArgumentException("There is no step '" + step + "' of a parked workflow '" + id + "'.");
    }

    // The end

    /**
     * Claims nothing more, and has the workflows that run in the background stop: nodes that run may end, for so long. Those that have not ended then are
     * interrupted, and count as cut short by a crash. In any case the leases are given up, and other workers go on at once; but where work in the transaction of a
     * step is under way, the lease has to run out.
     *
     * @return whether all have stopped in time
     */
    public boolean drain(Duration atMost) {
        return worker.drain(atMost);
    }

    /** {@linkplain #drain Drains}, for 30 seconds at most. The store is its owner's to close. */
    @Override
    public void close() {
        worker.drain(Duration.ofSeconds(30));
    }

    /** Collects what is special. Not thread-safe. */
    public static final class Builder {
        private final Checkpointer store;
        private DurableOptions options = DurableOptions.defaults();
        private final List<CompiledGraph<?, ?>> graphs = new ArrayList<>();
        private Duration poll = Duration.ofSeconds(10);
        private int atOnce = 64;
        private @Nullable Runner runner;

        private Builder(Checkpointer store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /** A graph whose workflows are run here. A runner of its own is used if it has this store. */
        public Builder serve(CompiledGraph<?, ?> graph) {
            graphs.add(Objects.requireNonNull(graph, "graph"));
            return this;
        }

        /** How the store is used. */
        public Builder options(DurableOptions newOptions) {
            this.options = Objects.requireNonNull(newOptions, "options");
            return this;
        }

        /**
         * What runs the workflows, with this store for its checkpointer; an {@link AsyncRunner} by default.
         *
         * @throws IllegalArgumentException if it has another store, or none
         */
        public Builder runner(Runner newRunner) {
            DurableRuns durable = DurableRuns.of(newRunner);
            if (durable == null || durable.store() != store) {
                throw new IllegalArgumentException("The runner has another checkpointer, or none.");
            }
            this.runner = newRunner;
            this.options = durable.options();
            return this;
        }

        /**
         * How long after one look for work the next one comes, if nothing happens that calls for one. 10 seconds by default. A workflow whose next attempt
         * is further away sleeps until then; there is a look when its time has come.
         */
        public Builder poll(Duration interval) {
            if (interval.isZero() || interval.isNegative()) {
                throw new IllegalArgumentException("poll is longer than nothing, not " + interval);
            }
            this.poll = interval;
            return this;
        }

        /** How many workflows run at once at most. 64 by default. */
        public Builder atOnce(int workflows) {
            if (workflows < 1) {
                throw new IllegalArgumentException("atOnce is at least 1, not " + workflows);
            }
            this.atOnce = workflows;
            return this;
        }

        private Runner runner() {
            return runner != null
                    ? runner
                    : AsyncRunner.builder().checkpointer(store, options).build();
        }

        /**
         * What looks after the workflows.
         *
         * @throws IncompatibleRunnerException if a served graph has asynchronous nodes, and is to be run by a {@link SyncRunner}
         * @throws IllegalArgumentException if two served graphs have the same name
         */
        public Workflows build() {
            return new Workflows(this);
        }
    }
}
