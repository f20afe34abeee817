package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Payload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs and outputs of workflows. */
final class NamedValues {
    /** Which of a workflow's values. */
    enum Kind {
        INPUT,
        OUTPUT
    }

    static final String INSERT = "INSERT INTO hg_value (workflow, kind, place, name, value) VALUES (?, ?, ?, ?, ?)";

    private static final String OF =
            "SELECT name, value FROM hg_value WHERE workflow = " + Workflows.NUMBER + " AND kind = ? ORDER BY place";

    private NamedValues() {}

    /** The parameters of {@link #INSERT}, but for the first one, the workflow's number. */
    static List<@Nullable Object[]> rows(Kind kind, Map<String, Payload> values, Blobs blobs) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        values.forEach((name, value) -> rows.add(
                new @Nullable Object[] {null, kind, rows.size(), Texts.exact(name), Frame.of(value, blobs.of(""))}));
        return rows;
    }

    static Map<String, Payload> of(Session session, String workflow, Kind kind, LargeValues large) throws SQLException {
        Frame.BlobSource blobs = large.of(workflow, "");
        Map<String, Payload> values = new LinkedHashMap<>();
        session.list(OF, row -> values.put(row.text("name"), Frame.readOne(row.bytes("value"), blobs)), workflow, kind);
        return values;
    }
}
