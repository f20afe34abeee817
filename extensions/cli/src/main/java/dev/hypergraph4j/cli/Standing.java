package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a workflow stands after something was done with it. */
final class Standing {
    private Standing() {}

    /** A line. */
    static String text(Inspection then) {
        String waitsFor = then.waitsFor().isEmpty() ? "" : ": it waits for " + then.waitsFor();
        return Table.printable("Workflow '" + then.workflow().id() + "' is "
                        + then.workflow().status() + waitsFor + ".")
                + "\n";
    }

    static ObjectNode document(Inspection then) {
        ObjectNode document = Documents.object();
        document.set("workflow", Documents.workflow(then.workflow()));
        return document;
    }
}
