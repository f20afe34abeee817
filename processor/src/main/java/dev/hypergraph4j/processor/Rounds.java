package dev.hypergraph4j.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What the rounds of processing brought so far. A type that does not exist may be one that another processor generates in this round or the next; once
 * a round brought nothing but types of ours, nobody will.
 */
final class Rounds {
    private final Set<String> sources = new HashSet<>();
    private final Set<String> ours = new HashSet<>();
    private boolean isLast;
    private boolean broughtOthers;
    private boolean wroteSome;
    private boolean asked;

    /** Takes a note of what came since the last round. */
    void begin(RoundEnvironment round) {
        isLast = round.processingOver();
        broughtOthers = false;
        wroteSome = false;
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                String name = type.getQualifiedName().toString();
                sources.add(name);
                broughtOthers |= !ours.contains(name);
            }
        }
    }

    /** Whether this is the round in which nothing can be generated any more. */
    boolean isLast() {
        return isLast;
    }

    /** Whether types that are missing now may be there in the next round. */
    boolean mayBringMore() {
        return !isLast && broughtOthers;
    }

    /** Whether there is a type of this name among the sources, or one of ours. */
    boolean haveBrought(String name) {
        return sources.contains(name) || ours.contains(name);
    }

    /** Takes a note of a type that was generated. */
    void wrote(String name) {
        ours.add(name);
        wroteSome = true;
    }

    /** Whether a further round has to be asked for: none will come otherwise, as far as it depends on us, and none was asked for before. */
    boolean askForAnother() {
        boolean isNew = !isLast && !wroteSome && !asked;
        asked |= isNew;
        return isNew;
    }
}
