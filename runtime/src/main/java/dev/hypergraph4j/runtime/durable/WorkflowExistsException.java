package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/** A workflow can't be created, since there is one with its id. */
public final class WorkflowExistsException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String id;

    /** There is a workflow with this id. */
    public WorkflowExistsException(String id) {
        super(
                Message.of("WorkflowExists", "There is a workflow '" + id + "' already.")
                        .fix("choose another id")
                        .text(),
                null);
        this.id = id;
    }

    /** The id. */
    public String id() {
        return id;
    }
}
