package dev.hypergraph4j.processor.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for a definition: equal definitions have equal ones, and others practically never do. */
final class DefinitionHash {
    private static final int BYTES = 8;

    private DefinitionHash() {}

    /** Sixteen hexadecimal digits. */
    static String of(String definition) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(definition.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
