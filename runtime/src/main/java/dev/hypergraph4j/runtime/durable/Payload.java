package dev.hypergraph4j.runtime.durable;

import java.util.Arrays;
import java.util.Objects;

/** A value as a store keeps it; what it means only the {@link ValueCodec} knows that made it. */
public sealed interface Payload {

    /** The value, written down. Its bytes must not be changed. */
    static Payload of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** The value itself, for stores that live no longer than their process. It must not be changed. */
    static Payload holding(Object value) {
        return new Reference(value);
    }

    /** A value that was written down. */
    @SuppressWarnings("ArrayRecordComponent") // equals and hashCode go by the content.
    record Bytes(byte[] bytes) implements Payload {
        /** Checks that they are there. */
        public Bytes {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /** A value that is held. */
    record Reference(Object value) implements Payload {
        /** Checks that it is there. */
        public Reference {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A value that the store has no more, or not as it was written, where a workflow is only {@linkplain Checkpointer#lookAt looked at}, or it is one of many
     * in a list. No codec reads it.
     *
     * @param hash the SHA-256 of the value, in hexadecimal digits
     * @param why what is wrong, as in {@code is not there}
     */
    record Missing(String hash, String why) implements Payload {
        /** Checks that they are there. */
        public Missing {
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public String toString() {
            return "value " + hash + " " + why;
        }
    }
}
