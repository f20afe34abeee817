package dev.hypergraph4j.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate decides between.
 *
 * @param choice what it returns one of, or several
 * @param several whether it returns a collection of choices, so that it may open several nodes
 * @param nullable whether it may return {@code null}, which chooses nothing
 * @param type the enum, for code that names its constants; {@code null} for other gates
 * @param targets where each choice leads, in the order of the annotation or of the enum
 * @param unlisted names in the annotation's {@code targets} that no constant of the enum leads to; none for other gates
 * @param fallback the node that is opened where nothing was chosen; {@code null} where none is
 * @param defaultOpen whether a target that lies before the gate in a cycle may run before it has decided
 * @param verbatim whether it is seen to return the one value that it takes, as it is
 */
public record Decision(
        Choice choice,
        boolean several,
        boolean nullable,
        @Nullable ValueType type,
        List<GateTarget> targets,
        List<Name> unlisted,
        @Nullable Name fallback,
        boolean defaultOpen,
        boolean verbatim) {

    /** What a gate returns. */
    public enum Choice {
        /** True or false. */
        BOOLEAN,
        /** A constant of an enum. */
        ENUM,
        /** A text among those that the annotation lists. */
        TEXT
    }

    /** Copies the lists. */
    public Decision {
        targets = List.copyOf(targets);
        unlisted = List.copyOf(unlisted);
    }

    /** A decision that is not seen to be what the gate takes. */
    public Decision(
            Choice choice,
            boolean several,
            boolean nullable,
            @Nullable ValueType type,
            List<GateTarget> targets,
            List<Name> unlisted,
            @Nullable Name fallback,
            boolean defaultOpen) {
        this(choice, several, nullable, type, targets, unlisted, fallback, defaultOpen, false);
    }

    /** The same decision, which is the one value that the gate takes. */
    public Decision asVerbatim() {
        return new Decision(choice, several, nullable, type, targets, unlisted, fallback, defaultOpen, true);
    }

    /** Whether it may end without opening any node. */
    public boolean mayOpenNothing() {
        return (fallback == null && (several || nullable)) || targets.stream().anyMatch(GateTarget::isEnd);
    }
}
