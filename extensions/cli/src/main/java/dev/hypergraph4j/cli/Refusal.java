package dev.hypergraph4j.cli;

/** Why something is not done. The names are part of what {@code --json} gives. */
public enum Refusal {
    /** There is no such workflow. */
    NOT_FOUND,
    /** The workflow has no such step. */
    UNKNOWN_STEP,
    /** The workflow asks no such question. */
    UNKNOWN_QUESTION,
    /** Several questions have the key that was said. */
    AMBIGUOUS_QUESTION,
    /** The workflow was sent another message with this id. */
    OTHER_MESSAGE,
    /** There is no such message, or it was delivered or struck out before. */
    UNKNOWN_MESSAGE,
    /** A worker has it, or will have it as soon as it can go on. */
    ALREADY_RUNNING,
    /** It has come to its end, or is to be cancelled and takes no messages any more. */
    ALREADY_FINISHED,
    /** The question has an answer already, which counts. */
    ALREADY_ANSWERED,
    /** It waits for an answer. */
    ANSWER_REQUIRED,
    /** That is no id for a new workflow, or a message. */
    BAD_ID,
    /** The answer does not fit the question. */
    BAD_ANSWER,
    /** Only what has failed can be retried. */
    NOT_FAILED,
    /** Only steps of parked workflows can be settled by hand. */
    NOT_PARKED,
    /** The step has an outcome, which never changes. */
    ALREADY_SETTLED,
    /** The node of the step gives values of other types, or another number of them. */
    BAD_OUTPUTS,
    /** The code of the workflow's graph, which it takes, is not at hand. */
    NOT_SERVED,
    /** It is a call of an entry method, with which nobody could go on. */
    NOT_WHOLE,
    /** The steps of the workflow were folded into its result. */
    COMPACTED,
    /** There is another workflow with the new one's id. */
    ID_TAKEN,
    /** Its recorded steps are not those of the code as it is now. */
    VERSION_INCOMPATIBLE
}
