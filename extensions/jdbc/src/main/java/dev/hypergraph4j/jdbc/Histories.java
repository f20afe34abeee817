package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.sql.SQLException;
import java.util.Optional;

/** Reads all that a worker needs. It has to be done in one transaction. */
final class Histories {
    private Histories() {}

    static Optional<History> read(Session session, String id) throws SQLException {
        Optional<Workflow> workflow = Workflows.find(session, id);
        return workflow.isEmpty() ? Optional.empty() : Optional.of(read(session, workflow.get()));
    }

    static History read(Session session, Workflow workflow) throws SQLException {
        String id = workflow.id();
        return new History(
                workflow,
                NamedValues.of(session, id, NamedValues.Kind.INPUT),
                NamedValues.of(session, id, NamedValues.Kind.OUTPUT),
                Steps.all(session, id),
                Attempts.atOpenSteps(session, id),
                Questions.all(session, id));
    }
}
