package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.MissingValueException;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A value that is too large for its row: compressed, and found by its hash. By the JDK's own codec: a better one would bring native code into
 * everybody's process.
 *
 * @param hash the SHA-256 of the value, in hexadecimal digits
 * @param size of the value, in bytes
 * @param bytes the compressed value
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Blob(String hash, long size, byte[] bytes) {
    static final String CODEC = "DEFLATE";

    static Blob of(byte[] value) {
        return new Blob(hashOf(value), value.length, deflated(value));
    }

    /** The value, if it is still what was written. */
    byte[] value() {
        byte[] value = new byte[Math.toIntExact(size)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int length = inflater.inflate(value);
            if (length == value.length && hash.equals(hashOf(value))) {
                return value;
            }
        } catch (DataFormatException damaged) {
            // Told below.
        } finally {
            inflater.end();
        }
        throw new MissingValueException(hash, Blobs.TABLE, "is damaged");
    }

    private static byte[] deflated(byte[] value) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(value);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(value.length / 4);
            byte[] part = new byte[16_384];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static String hashOf(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("each JDK has SHA-256", impossible);
        }
    }
}
