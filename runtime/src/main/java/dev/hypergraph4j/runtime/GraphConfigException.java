package dev.hypergraph4j.runtime;

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
}
