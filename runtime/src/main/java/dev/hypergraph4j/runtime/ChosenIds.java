package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Message;

/** Which ids somebody may choose for a workflow or a message: those that people can tell and type, and every store can keep. */
final class ChosenIds {
    /** With the keys of steps behind it, as in the ids of the workflows that these spawn, it still fits into an index of PostgreSQL. */
    static final int LONGEST = 500;

    private ChosenIds() {}

    /**
     * The same id of a workflow.
     *
     * @throws GraphConfigException if it is none
     */
    static String ofWorkflow(String id) {
        return checked(id, "WorkflowId", "A workflow", "order-17");
    }

    /**
     * The same id of a message to a workflow.
     *
     * @throws GraphConfigException if it is none
     */
    static String ofMessage(String id) {
        return checked(id, "MessageId", "A message", "parcel-3");
    }

    private static String checked(String id, String rule, String what, String example) {
        String why = flaw(id);
        if (why.isEmpty()) {
            return id;
        }
        throw new GraphConfigException(Message.of(rule, what + " can't have an id " + why + ".")
                .fix("choose an id of 1 to " + LONGEST + " characters that can be read, like " + example));
    }

    /** What is wrong with it; empty if nothing is. */
    private static String flaw(String id) {
        if (id.isBlank()) {
            return "that is blank";
        }
        if (id.length() > LONGEST) {
            return "of " + id.length() + " characters, more than " + LONGEST + ": '" + id.substring(0, 40) + "...'";
        }
        return id.codePoints()
                .filter(ChosenIds::isUnreadable)
                .mapToObj("with the character U+%04X, which can't be read"::formatted)
                .findFirst()
                .orElse("");
    }

    private static boolean isUnreadable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
