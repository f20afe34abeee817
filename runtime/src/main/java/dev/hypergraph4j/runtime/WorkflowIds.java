package dev.hypergraph4j.runtime;

import dev.hypergraph4j.internal.Message;

/** Which ids somebody may choose for a workflow: those that people can tell and type, and every store can keep. */
final class WorkflowIds {
    /** With the keys of steps behind it, as in the ids of the workflows that these spawn, it still fits into an index of PostgreSQL. */
    static final int LONGEST = 500;

    private WorkflowIds() {}

    /**
     * The same id.
     *
     * @throws GraphConfigException if it is none
     */
    static String checked(String id) {
        if (id.isBlank()) {
            throw refused("A workflow can't have an id that is blank.");
        }
        if (id.length() > LONGEST) {
            throw refused("A workflow can't have an id of " + id.length() + " characters, more than " + LONGEST + ": '"
                    + id.substring(0, 40) + "...'.");
        }
        id.codePoints().filter(WorkflowIds::isUnreadable).findFirst().ifPresent(character -> {
            throw refused(
                    "A workflow can't have an id with the character U+%04X, which can't be read.".formatted(character));
        });
        return id;
    }

    private static boolean isUnreadable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static GraphConfigException refused(String why) {
        return new GraphConfigException(Message.of("WorkflowId", why)
                .fix("choose an id of 1 to " + LONGEST + " characters that can be read, like order-17"));
    }
}
