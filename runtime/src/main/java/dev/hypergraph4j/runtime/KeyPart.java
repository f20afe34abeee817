package dev.hypergraph4j.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a step's key: the node itself, or a nested graph that it is in.
 *
 * @param name the node's
 * @param turn of its cycle, from 0
 * @param item of the map that the nested graph is; {@code null} where it is none
 * @see JournalScope
 */
record KeyPart(String name, int turn, @Nullable String item) {

    /** The parts of a key, the outermost first. */
    static List<KeyPart> of(String key) {
        List<KeyPart> parts = new ArrayList<>();
        for (String part : key.split("/", -1)) {
            parts.add(one(part));
        }
        return parts;
    }

    private static KeyPart one(String part) {
        int bracket = part.indexOf('[');
        String item = bracket < 0 ? null : part.substring(bracket + 1, part.length() - 1);
        String node = bracket < 0 ? part : part.substring(0, bracket);
        int hash = node.indexOf('#');
        return hash < 0
                ? new KeyPart(node, 0, item)
                : new KeyPart(node.substring(0, hash), Integer.parseInt(node.substring(hash + 1)), item);
    }
}
