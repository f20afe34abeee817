package dev.hypergraph4j.runtime.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the outputs of a node execution are found by: the code of the node and the content of its inputs, as a digest. Equal keys mean equal inputs,
 * arrays by content; the digest is the same in every process. The key does not hold on to the inputs, so it does not matter if they change
 * later.
 *
 * <p>Inputs have a <i>stable</i> content if they are made of: primitives, {@code String}, enums, {@code BigInteger}, {@code BigDecimal}, {@code UUID},
 * {@code URI}, {@code Locale}, {@code Currency}, the values of {@code java.time}; arrays, {@code List}, {@code Set}, {@code Map}, {@code Map.Entry},
 * {@code Optional}, and records of such values. Of anything else nobody knows which part of it counts: there is no key then. What the node's method reads
 * besides its inputs, such as fields of its object, is not in the key.
 *
 * @param digest 64 hexadecimal digits
 */
public record CacheKey(String digest) {

    /**
     * Starts a key.
     *
     * @param hash the hash of the node's definition; there is no key if it is empty
     */
    public static Builder ofNode(String hash) {
        return new Builder(hash);
    }

    @Override
    public String toString() {
        return digest;
    }

    /** Collects the inputs of one node execution, in the order of the parameters. Not thread-safe. */
    public static final class Builder {
        private static final String FORM = "hypergraph4j/cache/1";

        private final ContentDigest content = new ContentDigest();
        private @Nullable String obstacle;

        private Builder(String hash) {
            content.text(FORM);
            content.text(hash);
            if (hash.isEmpty()) {
                obstacle = "the node has no hash of its definition";
            }
        }

        /** An input and its value. */
        public Builder input(String name, @Nullable Object value) {
            if (obstacle != null) {
                return this;
            }
            content.text(name);
            try {
                content.value(value);
            } catch (UnstableValueException unstable) {
                obstacle = "input '" + name + "' " + unstable.getMessage();
            } catch (RuntimeException unreadable) {
                // Thrown by a collection that is changed meanwhile, or has an iterator of its own.
                obstacle = "input '" + name + "' could not be read: " + unreadable;
            }
            return this;
        }

        /** The key; empty if there is an {@link #obstacle}. To be called once, at the end. */
        public Optional<CacheKey> key() {
            return obstacle == null ? Optional.of(new CacheKey(content.hex())) : Optional.empty();
        }

        /** Why there is no key, as in <i>input 'docs' holds a p.Doc, which ...</i>; empty if there is one. */
        public Optional<String> obstacle() {
            return Optional.ofNullable(obstacle);
        }
    }
}
