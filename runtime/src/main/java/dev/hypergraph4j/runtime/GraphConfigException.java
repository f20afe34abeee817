package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A graph was asked for something that does not fit it: an unknown input, a value of the wrong type, an output of a run that has none. */
public final class GraphConfigException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    GraphConfigException(Message message) {
        this(message, null);
    }

    GraphConfigException(Message message, @Nullable Throwable cause) {
        super(message.text(), cause);
    }

    /** Two inputs are to be zipped that do not have equally many values. */
    static GraphConfigException unequalLengths(String input, String values, String otherInput, String otherValues) {
        return new GraphConfigException(Message.of(
                        "UnequalLengths",
                        "Zipped inputs need as many values as each other, but '" + input + "' has " + values + " and '"
                                + otherInput + "' has " + otherValues + ".")
                .fix("give as many values for '" + input + "' as for '" + otherInput + "'")
                .fix("combine each with each: product()"));
    }
}
