package dev.hypergraph4j.runtime.durable;

/** What happened to a step. All times are milliseconds since 1970 on the store's clock. */
public sealed interface StepEvent {

    /** Which step. */
    StepId step();

    /** Which attempt, from 1; 0 where there was none. */
    int attempt();

    /** When. */
    long at();

    /**
     * An attempt is about to begin: the node's method is called when this is recorded.
     *
     * @param effectId the key that all attempts at the step pass on to the outside
     */
    record Started(StepId step, int attempt, String effectId, long at) implements StepEvent {}

    /**
     * The step has completed.
     *
     * @param startedAt when the attempt began
     */
    record Completed(StepId step, int attempt, StepOutcome outcome, StepEffects effects, long startedAt, long at)
            implements StepEvent {}

    /**
     * The attempt has failed.
     *
     * @param verdict what becomes of the step: on RETRY it stays open, and so it does on CRASH
     * @param notBefore when the next attempt may begin; 0 where there is none
     * @param startedAt when the attempt began
     */
    record Failed(StepId step, int attempt, StepError error, Verdict verdict, long notBefore, long startedAt, long at)
            implements StepEvent {}

    /**
     * The step asks, and waits for an answer.
     *
     * @param startedAt when the attempt began
     */
    record Asked(StepId step, int attempt, NewQuestion question, long startedAt, long at) implements StepEvent {}

    /** The attempt keeps something for the next one. */
    record Saved(StepId step, int attempt, Payload checkpoint, long at) implements StepEvent {}

    /**
     * The outcome of a step does not count any more, since the code that it came from has changed: the step is open again, what it
     * asked is forgotten, and what it sent is taken back as far as that was not delivered. Its attempts stay, and the journal keeps what was.
     */
    record Superseded(StepId step, int attempt, long at) implements StepEvent {}
}
