package dev.hypergraph4j.runtime.durable;

import java.lang.reflect.Type;

/**
 * Writes values down and reads them back, exactly: what is read equals what was written. What is instantiated is decided by the types that the
 * compiler knows, never by what stands in the store. Thread-safe.
 */
public interface ValueCodec {

    /**
     * Writes {@code value} down.
     *
     * @param type what it is declared as
     * @throws UnpersistableValueException if it can't be written so that it could be read back exactly; the message has the path to the offender
     */
    Payload encode(Object value, Type type);

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param type what it is declared as
     * @throws UnpersistableValueException if it is nothing of the type: the code has changed, or the store is damaged
     */
    Object decode(Payload payload, Type type);

    /**
     * The form of a written value by which equal values are told: the same for all values that equal it, in whatever order their sets and maps have their
     * parts, at any depth. What a codec holds or writes the same for equal values is its own form, which is the default.
     *
     * @param written what {@link #encode} gave; where it is nothing of the type any more, it is its own form
     * @param type what it is declared as
     */
    default Payload canonical(Payload written, Type type) {
        return written;
    }

    /** What a value of {@code type} looks like to those who have no Java at hand: a JSON schema. */
    String schema(Type type);
}
