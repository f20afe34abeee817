package dev.hypergraph4j.samples.ask;

/**
 * The smallest part of a document that is quoted as a whole: a sentence, a row of a table, or a block of code.
 *
 * @param kind what it is
 * @param text its plain text; a block of code keeps its lines
 */
public record Passage(Kind kind, String text) {

    /** What a passage is. */
    public enum Kind {
        /** Words to read. */
        PROSE,
        /** Lines to copy. */
        CODE
    }

    static Passage prose(String text) {
        return new Passage(Kind.PROSE, text);
    }

    static Passage code(String text) {
        return new Passage(Kind.CODE, text);
    }

    /** Whether it says little without what comes after it. */
    boolean leadsOn() {
        return !isCode() && text.endsWith(":");
    }

    boolean isCode() {
        return kind == Kind.CODE;
    }
}
