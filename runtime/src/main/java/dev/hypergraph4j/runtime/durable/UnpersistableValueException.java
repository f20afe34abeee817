package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A value can't be written down and read back exactly. The node that gave it has failed; the run and the store are as good as before. */
public final class UnpersistableValueException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * A value that can't be kept.
     *
     * @param what the value and the path of types to the offender: {@code Order -> List<Line> -> Object}
     * @param why what is wrong with it
     */
    public UnpersistableValueException(String what, String why, @Nullable Throwable cause) {
        super(
                Message.of("NotPersistable", "A value can't be written down and read back exactly: " + why)
                        .fact("path", what)
                        .fix(
                                "give a record, an enum, a collection of such, or another type that docs/durability.md lists")
                        .text(),
                cause);
    }
}
