package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A value that a workflow needs is not in the store any more, or not as it was written: it was not computed anew in silence. */
public final class MissingValueException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String hash;
    private final String where;
    private final String why;
    private final @Nullable String workflow;
    private final String step;

    /**
     * A value is missing.
     *
     * @param hash the SHA-256 of the value, by which the store should have it
     * @param where in which table
     * @param why what is wrong
     */
    public MissingValueException(String hash, String where, String why) {
        this(hash, where, why, null, "");
    }

    private MissingValueException(String hash, String where, String why, @Nullable String workflow, String step) {
        super(text(hash, where, why, workflow, step), null);
        this.hash = hash;
        this.where = where;
        this.why = why;
        this.workflow = workflow;
        this.step = step;
    }

    private static String text(String hash, String where, String why, @Nullable String workflow, String step) {
        Message message = Message.of("ValueMissing", "A recorded value " + why + ".");
        message = workflow == null ? message : message.fact("workflow", workflow);
        message = step.isEmpty() ? message : message.fact("step", step);
        return message.fact("hash", hash)
                .fact("table", where)
                .fix("restore the row from a backup, then resume the workflow")
                .fix("start it from scratch, as a new workflow under another id")
                .text();
    }

    /**
     * The same, where it is known whose value it is.
     *
     * @param step the key of the step that it belongs to; empty where it is an input or an output of the workflow
     */
    public MissingValueException of(String workflowId, String step) {
        MissingValueException known = new MissingValueException(hash, where, why, workflowId, step);
        known.setStackTrace(getStackTrace());
        return known;
    }

    /** The SHA-256 of the value, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** What is wrong: what to say behind "the value", as in {@code is not there}. */
    public String why() {
        return why;
    }

    /** The id of the workflow; {@code null} where it is not known. */
    public @Nullable String workflow() {
        return workflow;
    }

    /** The key of the step that the value belongs to; empty where it belongs to none, or to nobody knows which. */
    public String step() {
        return step;
    }

    /** What is missing, in a line, the hash first: why its workflow is parked. */
    public String brief() {
        return "value " + hash + (step.isEmpty() ? "" : " of step '" + step + "'") + " " + why;
    }
}
