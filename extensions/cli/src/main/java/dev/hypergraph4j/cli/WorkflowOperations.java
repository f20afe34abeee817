package dev.hypergraph4j.cli;

import dev.hypergraph4j.jdbc.json.AnswerSchema;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.Fork;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that can be seen and done from the outside with the workflows of a store: what a command line, a web console and the like have in common. It
 * works on what is recorded, without the code of the graphs; where a graph is served all the same, its forks are exact, and its workflows can be run here.
 *
 * <pre>{@code
 * WorkflowOperations operations = WorkflowOperations.on(store);
 * operations.answer("order-17", "approve", "true", "ada");
 * }</pre>
 *
 * <p>What can't be done with a workflow as it is, is a {@link RefusedException}, and changes nothing; a store that fails is a
 * {@link dev.hypergraph4j.runtime.durable.StoreException}. Thread-safe.
 */
public final class WorkflowOperations {
    /** Among so many messages is the one looked for that may have been meant. */
    private static final int MOST_MEANT = 1_000;

    /** As many characters as the ids may have that programs choose. */
    static final int LONGEST_ID = 500;

    private final Checkpointer store;
    private final Map<String, CompiledGraph<?, ?>> served;
    private final Values values;

    private WorkflowOperations(Checkpointer store, Map<String, CompiledGraph<?, ?>> served) {
        this.store = store;
        this.served = served;
        this.values = new Values(store.codec());
    }

    /**
     * The operations on {@code store}, which stays its owner's to close.
     *
     * @param served graphs whose code is at hand
     */
    public static WorkflowOperations on(Checkpointer store, CompiledGraph<?, ?>... served) {
        return new WorkflowOperations(
                store,
                Stream.of(served)
                        .collect(Collectors.toUnmodifiableMap(
                                graph -> graph.definition().name(), graph -> graph)));
    }

    /** The store. */
    public Checkpointer store() {
        return store;
    }

    // Looking

    /** The workflows that the query asks for, the latest created first. */
    public List<Workflow> list(WorkflowQuery query) {
        return store.workflows(query);
    }

    /** A workflow, seen closely. A value that is missing in the store is a {@link Payload.Missing}. */
    public Inspection show(String id) {
        History history = look(id);
        return new Inspection(
                history.workflow(),
                Waiting.of(store, history),
                failedSteps(history),
                history.inputs(),
                history.outputs(),
                Waiting.open(history));
    }

    private static List<String> failedSteps(History history) {
        return history.steps().stream()
                .filter(step -> step.status() == StepStatus.FAILED)
                .map(step -> step.id().key())
                .toList();
    }

    /**
     * The steps of a workflow, in the order in which they were first recorded, with their attempts. A value that is missing in the store is a
     * {@link Payload.Missing}.
     */
    public List<StepView> steps(String id) {
        Map<String, List<Attempt>> attempts;
        List<Step> steps = look(id).steps();
        attempts = store.attempts(id).stream().collect(Collectors.groupingBy(Attempt::step));
        return steps.stream()
                .map(step -> new StepView(step, attempts.getOrDefault(step.id().key(), List.of())))
                .toList();
    }

    /** The lines of a workflow's journal behind the one numbered {@code after}. */
    public List<JournalEntry> journal(String id, long after, int most) {
        find(id);
        return store.journal(id, after, most);
    }

    /** Where a workflow comes from, and what came of it: its ancestors, itself, and all that was made of it, in the order of a tree. */
    public List<LineageEntry> lineage(String id) {
        return LineageTree.of(store, find(id));
    }

    /** The questions that wait for an answer, those that wait longest first. */
    public List<PendingQuestion> pending() {
        return store.pending();
    }

    /** The messages that were not delivered yet, the oldest first, also those that wait to be tried again or were left alone. */
    public List<WaitingMessage> outbox(int most) {
        return store.undelivered(most);
    }

    /** The messages that a workflow was sent, in the order in which they came, until it is compacted. */
    public List<InboxMessage> inbox(String id) {
        find(id);
        return store.inbox(id);
    }

    /** The JSON text of a value, to look at. */
    public String json(Payload value) {
        return values.read(value).toString();
    }

    // Having workflows go on

    /**
     * Answers a question. Of several answers to one question the first counts.
     *
     * @param key the key of the question: the path of the node that asks; or the key of the step, where the node asks several times at once
     * @param json the answer as JSON, which has to fit the question's schema and options
     * @param by who answers
     */
    public AnswerReceipt answer(String id, String key, String json, String by) {
        PendingQuestion question = question(history(id), key);
        if (question.isAnswered()) {
            throw RefusedException.answered(question);
        }
        requireFitting(question, json);
        AnswerReceipt receipt = store.answer(id, question.step(), values.write(json), by)
                .orElseThrow(() -> RefusedException.finished(find(id)));
        if (!receipt.accepted()) {
            throw RefusedException.answered(receipt.question());
        }
        return receipt;
    }

    /**
     * Sends a workflow a message, which answers the question under its key that is open, else the next one. Of several messages with one id for one key the first
     * counts. Where the code of the graph is not at hand, a question must have been asked under the key, which says what its answers are.
     *
     * @param key the key of the question: the path of the node that asks
     * @param message the sender's id of the message
     * @param json the answer as JSON
     * @param by who sends it
     * @return the receipt
     */
    public MessageReceipt send(String id, String key, String message, String json, String by) {
        History to = look(id);
        return new Sending(store, values, to, key, message)
                .send(served.get(to.workflow().graph().graph()), json, by);
    }

    private void requireFitting(PendingQuestion question, String json) {
        String options = json(question.question().options());
        AnswerSchema.of(question.question().schema(), options).check(json).ifPresent(misfit -> {
            throw RefusedException.badAnswer(question, misfit, options);
        });
    }

    /** A key that several questions have that wait names none of them. */
    private static PendingQuestion question(History history, String key) {
        List<PendingQuestion> asked = history.questions().stream()
                .filter(question ->
                        question.step().equals(key) || question.question().key().equals(key))
                .filter(question -> question.isAnswered() || history.waitsFor(question))
                .toList();
        List<PendingQuestion> open =
                asked.stream().filter(question -> !question.isAnswered()).toList();
        if (open.size() > 1) {
            return open.stream()
                    .filter(question -> question.step().equals(key))
                    .findFirst()
                    .orElseThrow(() -> RefusedException.severalQuestions(history, key, open));
        }
        return open.stream()
                .findFirst()
                .or(() -> asked.stream().reduce((earlier, later) -> later))
                .orElseThrow(() -> RefusedException.unknownQuestion(history, key));
    }

    /**
     * Has a workflow go on that is parked or paused: a worker that serves its graph claims it. One that goes on by itself is left alone: of several calls at
     * the same time, one is accepted.
     *
     * @return the workflow as it is then
     */
    public Workflow resume(String id) {
        switch (elsewhere().resume(id)) {
            case ACCEPTED -> {}
            case NOT_FOUND -> throw RefusedException.notFound(id);
            case ALREADY_RUNNING -> throw goesOn(show(id));
            case ALREADY_FINISHED -> throw RefusedException.finished(find(id));
            case ANSWER_REQUIRED -> throw RefusedException.answerRequired(id, Waiting.open(look(id)));
            case VERSION_INCOMPATIBLE -> throw RefusedException.incompatible(id);
        }
        return find(id);
    }

    private RefusedException goesOn(Inspection then) {
        Workflow workflow = then.workflow();
        return workflow.status() == WorkflowStatus.RUNNING && workflow.leaseUntil() > store.now()
                ? RefusedException.running(workflow)
                : RefusedException.waiting(workflow, then.waitsFor());
    }

    /**
     * Makes a new workflow that goes on where {@code id} has failed. The failed one stays as it is.
     *
     * @return the new one
     */
    public Workflow retry(String id, String newId) {
        requireId(newId);
        find(id);
        try {
            return made(newId, () -> elsewhere().retry(id, newId));
        } catch (ConflictException conflict) {
            throw switch (conflict.kind()) {
                case COMPACTED -> RefusedException.compacted(id);
                case OTHER_GRAPH -> RefusedException.notWhole(find(id));
                default -> RefusedException.notFailed(find(id));
            };
        }
    }

    /**
     * Makes a new workflow of another one, which leaves it at a step. Where its graph is served, all steps are taken over that do not depend on that one;
     * otherwise only those that began before that one.
     *
     * @return the new one
     */
    public Workflow fork(String id, String newId, String at) {
        requireId(newId);
        History source = history(id);
        if (source.steps().stream().noneMatch(step -> step.id().key().equals(at))) {
            throw RefusedException.unknownStep(source, at);
        }
        CompiledGraph<?, ?> graph = served.get(source.workflow().graph().graph());
        return made(newId, () -> {
            if (graph == null) {
                store.copy(ConservativeFork.of(source, newId, at));
            } else {
                Workflows.on(store)
                        .serve(graph)
                        .build()
                        .fork(Fork.of(id).as(newId).at(at));
            }
        });
    }

    /** Ids are said on command lines and shown in lists: one that can't be seen there is a slip. */
    private static void requireId(String newId) {
        if (newId.isBlank() || newId.codePoints().anyMatch(Character::isISOControl)) {
            throw RefusedException.badId(newId);
        }
    }

    private Workflow made(String newId, Runnable making) {
        try {
            making.run();
            return find(newId);
        } catch (WorkflowExistsException taken) {
            throw RefusedException.taken(newId);
        }
    }

    /**
     * Says that the step of a parked workflow is to be tried again, of which nobody knows what became.
     *
     * @return the workflow as it is then
     */
    public Workflow tryAgain(String id, String step, String by) {
        if (!store.settle(id, step, null, by)) {
            throw SettlingByHand.refused(look(id), step);
        }
        return find(id);
    }

    /**
     * Says what the step of a parked workflow gave, of which nobody knows what became: it counts as completed. Takes the code of its graph, by which the values
     * are checked.
     *
     * @param outputs a JSON text for each output of its node, in the order of their declaration; of a gate, for the name of each node that it opens
     * @return the workflow as it is then
     */
    public Workflow settle(String id, String step, List<String> outputs, String by) {
        History history = look(id);
        new SettlingByHand(store, values, history, step)
                .gave(served.get(history.workflow().graph().graph()), outputs, by);
        return find(id);
    }

    /**
     * Wants a workflow cancelled, and what it spawned: at once where nobody runs it, else at its next node.
     *
     * @return the workflow as it is then
     */
    public Workflow cancel(String id, String reason) {
        Workflow before = find(id);
        if (before.status().isFinal()) {
            throw RefusedException.finished(before);
        }
        return store.cancel(id, reason).orElseThrow(() -> RefusedException.notFound(id));
    }

    /** Has a message delivered again that failed or was left alone, as if it were new. */
    public void redeliver(String message, String by) {
        if (!store.redeliver(message, by)) {
            throw unknownMessage(message);
        }
    }

    /** Strikes out a message: it is never delivered, and does not hold up any more what its workflow sent after it. */
    public void strikeOut(String message, String reason, String by) {
        if (!store.strikeOut(message, reason, by)) {
            throw unknownMessage(message);
        }
    }

    private RefusedException unknownMessage(String message) {
        return RefusedException.unknownMessage(
                message,
                outbox(MOST_MEANT).stream()
                        .map(waiting -> waiting.message().id())
                        .toList());
    }

    /**
     * Runs, on this thread, the workflows of the served graphs that wait for a worker, until there is nothing left.
     *
     * @return how many were run
     */
    public int work() {
        Workflows.Builder here = Workflows.on(store);
        served.values().forEach(here::serve);
        try (Workflows workflows = here.build()) {
            return workflows.workHere();
        }
    }

    // Keeping house

    /** Compacts and deletes finished workflows. */
    public Retention.Report compact(Retention retention) {
        return store.keepHouse(retention);
    }

    /** Whoever serves a graph, which is nobody here: what is to go on is left to them. */
    private Workflows elsewhere() {
        return Workflows.on(store).build();
    }

    private Workflow find(String id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound(id));
    }

    private History look(String id) {
        return store.lookAt(id).orElseThrow(() -> RefusedException.notFound(id));
    }

    /** All of it: what something is made of. */
    private History history(String id) {
        return store.history(id).orElseThrow(() -> RefusedException.notFound(id));
    }
}
