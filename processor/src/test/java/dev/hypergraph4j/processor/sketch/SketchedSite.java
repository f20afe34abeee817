package dev.hypergraph4j.processor.sketch;

import dev.hypergraph4j.processor.model.Site;
import java.util.Set;

/**
 * A place with a name that tests can read: {@code Rag.retrieve(terms)} for the parameter, {@code Rag.retrieve -> docs} for the output.
 *
 * @param order its place in the source
 */
record SketchedSite(int order, String name, Set<String> suppressed) implements Site {

    @Override
    public boolean suppresses(String rule) {
        return suppressed.contains(rule);
    }

    @Override
    public int compareTo(Site other) {
        return Integer.compare(order, ((SketchedSite) other).order);
    }

    @Override
    public String toString() {
        return name;
    }
}
