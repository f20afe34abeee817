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

    /** What a value of {@code type} looks like to those who have no Java at hand: a JSON schema. */
    String schema(Type type);
}
