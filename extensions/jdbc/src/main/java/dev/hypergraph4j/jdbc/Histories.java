package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.sql.SQLException;
import java.util.Optional;

/** Reads all that a worker needs, or who looks at it. It has to be done in one transaction. */
final class Histories {
    private Histories() {}

    static Optional<History> read(Session session, String id, LargeValues values) throws SQLException {
        Optional<Workflow> workflow = Workflows.find(session, id);
        return workflow.isEmpty() ? Optional.empty() : Optional.of(read(session, workflow.get(), values));
    }

    static History read(Session session, Workflow workflow) throws SQLException {
        return read(session, workflow, LargeValues.in(session));
    }

    private static History read(Session session, Workflow workflow, LargeValues values) throws SQLException {
        String id = workflow.id();
        return new History(
                workflow,
                NamedValues.of(session, id, NamedValues.Kind.INPUT, values),
                NamedValues.of(session, id, NamedValues.Kind.OUTPUT, values),
                Steps.all(session, id, values),
                Attempts.atOpenSteps(session, id, values),
                Questions.all(session, id, values));
    }
}
