package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What equals each other in whatever order it stands: the elements of sets and the entries of maps. */
final class Unordered {
    /** How a part is written. */
    @FunctionalInterface
    interface Part<T> {
        void write(T part, JsonGenerator out) throws IOException, UnfitException;
    }

    private Unordered() {}

    /** Writes the elements of an array as they come, or sorted by their texts, where the form is to be canonical. */
    static <T> void write(Collection<? extends T> parts, Part<T> form, JsonGenerator out)
            throws IOException, UnfitException {
        if (out instanceof CanonicalGenerator canonical) {
            for (String text : sorted(parts, form, canonical)) {
                out.writeRawValue(text);
            }
            return;
        }
        for (T part : parts) {
            form.write(part, out);
        }
    }

    private static <T> List<String> sorted(Collection<? extends T> parts, Part<T> form, CanonicalGenerator around)
            throws IOException, UnfitException {
        List<String> texts = new ArrayList<>(parts.size());
        for (T part : parts) {
            StringWriter text = new StringWriter();
            try (CanonicalGenerator apart = around.apart(text)) {
                form.write(part, apart);
            }
            texts.add(text.toString());
        }
        Collections.sort(texts);
        return texts;
    }

    /** Whether values of {@code shape} may have sets or maps in them. */
    static boolean isIn(Shape shape) {
        Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Shape> left = new ArrayDeque<>(List.of(shape));
        while (!left.isEmpty()) {
            Shape next = left.pop();
            if (next.isUnordered()) {
                return true;
            }
            if (seen.add(next)) {
                next.parts().forEach(left::push);
            }
        }
        return false;
    }
}
