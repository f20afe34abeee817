package dev.hypergraph4j.runtime;

import static java.util.Comparator.comparingInt;

import dev.hypergraph4j.runtime.cache.CacheKey;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A digest of inputs that were written down, by which equal ones are told. Of values that are merely held
 * the content counts where it can be told. Not thread-safe. */
final class InputsDigest {
    /** How many digits are enough to tell the items of one map apart: 80 bits. */
    static final int SHORT = 20;

    /** To look for an algorithm among the providers takes longer than to digest what a step is known by. */
    private static final MessageDigest EMPTY = empty();

    private final MessageDigest digest;

    InputsDigest() {
        digest = copy();
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException another) {
            return empty(); // The JDK's own can be cloned; another provider's need not be.
        }
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    /** That of the inputs of a run of {@code plan}: the same for equal ones, in whatever order they, or their sets and maps, are written. */
    static String of(Map<String, Payload> inputs, Plan plan, ValueCodec codec) {
        InputsDigest digest = new InputsDigest();
        List<String> slots = plan.slots();
        inputs.keySet().stream().sorted(comparingInt(slots::indexOf)).forEach(name -> {
            int slot = slots.indexOf(name);
            Payload written = Objects.requireNonNull(inputs.get(name));
            digest.add(name, slot < 0 ? written : codec.canonical(written, plan.type(slot)));
        });
        return digest.text();
    }

    /** Adds an input, {@code null} where it is absent. */
    void add(String name, @Nullable Payload value) {
        addText(name);
        if (value instanceof Payload.Bytes written) {
            add(written.bytes());
        } else {
            digest.update((byte) (value == null ? 0 : 1));
            if (value instanceof Payload.Reference held) {
                CacheKey.ofNode(name).input(name, held.value()).key().ifPresent(key -> addText(key.digest()));
            }
        }
    }

    private void addText(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >> shift));
        }
        digest.update(bytes);
    }

    /** 64 hexadecimal digits. To be called once, at the end. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
