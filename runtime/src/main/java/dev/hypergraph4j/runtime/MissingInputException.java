package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import java.util.List;

/** A run was asked for without an input that it can't do without. Nothing has run. */
public final class MissingInputException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final List<String> missing;

    /** Inputs of {@code graph} are missing; called by generated code. */
    public MissingInputException(String graph, List<String> missing) {
        super(
                Message.of(
                                "MissingInput",
                                "A run of '" + graph + "' needs " + Lists.quoted(missing) + ", which "
                                        + (missing.size() == 1 ? "was" : "were") + " not given.")
                        .fix("give " + (missing.size() == 1 ? "it" : "them") + " with the inputs of the run")
                        .fix("bind " + (missing.size() == 1 ? "it" : "them") + " on the graph: graph.bind(\""
                                + missing.get(0) + "\", ...)")
                        .text(),
                null);
        this.missing = List.copyOf(missing);
    }

    /** The names of the inputs that are missing, in the order of the graph's inputs. */
    public List<String> missing() {
        return missing;
    }
}
